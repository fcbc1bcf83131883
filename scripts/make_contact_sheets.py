"""All pages of all filings of both cases, small, on one picture for each file: `docs/images/pages/`.

Made from the PDF and Word files of `output/` after `make brief`, by LibreOffice, Poppler and Pillow. Run it when looks
of documents change.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).parents[1]
SHEETS = ROOT / "docs" / "images" / "pages"
COLUMNS, WIDTH, GAP = 10, 150, 6
"""Pages in a row; pixels of one page across, and between two."""
PAPER = 128
"""Grey of the ground, so that the edges of white pages are seen."""


def main() -> None:
    """Write one sheet for each PDF below a folder, by default `output/`."""
    made = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "output"
    SHEETS.mkdir(parents=True, exist_ok=True)
    for file in sorted([*made.glob("*/outgoing/*.pdf"), *made.glob("*/outgoing/*.docx")]):
        filing = f"{file.parent.parent.name}-{file.name.removeprefix('DRAFT-').partition('.')[0]}"
        name = f"{filing}{'-word' * (file.suffix == '.docx')}.png"
        with tempfile.TemporaryDirectory() as folder:
            pdf = _as_printed(file, Path(folder)) if file.suffix == ".docx" else file
            sheet_of(_pages(pdf)).save(SHEETS / name, optimize=True)
        sys.stdout.write(f"docs/images/pages/{name}\n")


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
