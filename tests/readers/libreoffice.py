"""Word files as LibreOffice prints them. Where a program is missing, the tests that need it fail."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

WORD = "docx:MS Word 2007 XML"
SECONDS = 600
"""After which a conversion has gone astray: it would hold up the suite for ever."""


def convert(files: Iterable[Path], form: str, into: Path) -> None:
    """Have LibreOffice open files and save each into a folder in another form; one call, with a profile of its own."""
    profile = f"-env:UserInstallation={(into / 'profile').absolute().as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(into), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)


def print_in_libreoffice(files: Mapping[str, bytes], folder: Path) -> None:
    """Write each file into `folder` and print it there as PDF."""
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    convert((folder / f"{name}.docx" for name in files), "pdf", folder)


def printed_pages(name: str, folder: Path) -> list[str]:
    """Return the text of the pages of a file that was printed in `folder`.

    LibreOffice gives pages as PDF only, so that Poppler has to read what it made. Its plain text has no notes, and on a
    filing it never finishes writing it.
    """
    command = ["pdftotext", "-raw", str(folder / f"{name}.pdf"), "-"]
    done = subprocess.run(command, check=True, capture_output=True)
    return [squeezed(page) for page in done.stdout.decode().split("\f")[:-1]]


def squeezed(text: str) -> str:
    """Take out spaces, since a PDF has only glyphs with gaps, and capitals, since small ones are printed as large.

    A hyphen that may not be broken is drawn as any other.
    """
    return "".join(text.split()).replace("\N{NON-BREAKING HYPHEN}", "-").casefold()
