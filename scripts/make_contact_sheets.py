"""All pages of all filings of both cases, small, on one picture for each file: `docs/images/pages/`.

Both cases are built anew for it; LibreOffice, Poppler and Pillow make the pictures. Run it when a document or its looks
change.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).parents[1]
SHEETS = ROOT / "docs" / "images" / "pages"
PROGRAM = Path(sys.executable).with_name("probata")
STAMP = Path(__file__).with_name("stamp_pictures.py")
BUILT: tuple[tuple[str, list[str]], ...] = (("example", ["--final"]), ("liu-jianchao", []))
"""The cases, and how each is built: the real one, an illustration, as drafts."""
COLUMNS, WIDTH, GAP = 10, 150, 6
"""Pages in a row; pixels of one page across, and between two."""
PAPER = 128
"""Grey of the ground, so that the edges of white pages are seen."""


def main() -> None:
    """Build both cases, write one sheet for each PDF and Word file, and stamp it with what it shows."""
    SHEETS.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as made:
        for case, options in BUILT:
            command = [str(PROGRAM), "build", str(ROOT / "claims" / case), "--out", made, "--quiet", *options]
            subprocess.run([*command, "--format", "pdf", "--format", "docx"], check=True)  # noqa: S603  # our own program
        files = [*Path(made).glob("*/outgoing/*.pdf"), *Path(made).glob("*/outgoing/*.docx")]
        sheets = [_write_sheet(file) for file in sorted(files)]
    subprocess.run([sys.executable, STAMP, *sheets], check=True)  # noqa: S603  # our own


def _write_sheet(file: Path) -> Path:
    filing = f"{file.parent.parent.name}-{file.name.removeprefix('DRAFT-').partition('.')[0]}"
    sheet = SHEETS / f"{filing}{'-word' * (file.suffix == '.docx')}.png"
    with tempfile.TemporaryDirectory() as folder:
        pdf = _as_printed(file, Path(folder)) if file.suffix == ".docx" else file
        sheet_of(_pages(pdf)).save(sheet, optimize=True)
    sys.stdout.write(f"{sheet.relative_to(ROOT).as_posix()}\n")
    return sheet


def _as_printed(word: Path, folder: Path) -> Path:
    """Return a Word file as LibreOffice prints it."""
    command = ["soffice", f"-env:UserInstallation={folder.as_uri()}/office", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", str(folder), str(word)], check=True, capture_output=True)  # noqa: S603  # ours
    return folder / f"{word.stem}.pdf"


def _pages(pdf: Path) -> list[Image.Image]:
    with tempfile.TemporaryDirectory() as folder:
        size = ["-scale-to-x", str(WIDTH), "-scale-to-y", "-1"]
        subprocess.run(["pdftoppm", "-png", "-gray", *size, str(pdf), f"{folder}/p"], check=True)  # noqa: S603, S607  # ours
        return [Image.open(path).copy() for path in sorted(Path(folder).glob("p-*.png"))]


def sheet_of(pages: list[Image.Image]) -> Image.Image:
    """Lay pages in rows on a grey ground; each row is as high as the highest page."""
    height = max(page.height for page in pages)
    rows = -(-len(pages) // COLUMNS)
    across = min(COLUMNS, len(pages))
    sheet = Image.new("L", (across * (WIDTH + GAP) + GAP, rows * (height + GAP) + GAP), PAPER)
    for place, page in enumerate(pages):
        row, column = divmod(place, COLUMNS)
        sheet.paste(page, (GAP + column * (WIDTH + GAP), GAP + row * (height + GAP)))
    return sheet.quantize(16)


if __name__ == "__main__":
    main()
