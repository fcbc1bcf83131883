"""Word files as LibreOffice prints them. Where a program is missing, the tests that need it fail."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path


def print_in_libreoffice(files: Mapping[str, bytes], folder: Path) -> None:
    """Write each file into `folder` and print it there as PDF; one call, with a profile of its own."""
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *(str(folder / f"{name}.docx") for name in files)], check=True, capture_output=True)


def printed_pages(name: str, folder: Path) -> list[str]:
    """Return the text of the pages of a file that was printed in `folder`."""
    command = ["pdftotext", "-raw", str(folder / f"{name}.pdf"), "-"]
    done = subprocess.run(command, check=True, capture_output=True)
    return [squeezed(page) for page in done.stdout.decode().split("\f")[:-1]]


def squeezed(text: str) -> str:
    """Take out spaces, since a PDF has only glyphs with gaps, and capitals, since small ones are printed as large.

    A hyphen that may not be broken is drawn as any other.
    """
    return "".join(text.split()).replace("\N{NON-BREAKING HYPHEN}", "-").casefold()
