"""Two versions of the real case's document with sixty changes between them, and Docxodus comparing them."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.filings.cases import REAL, FilingName
from tests.filings.made import tree_of
from tests.redline.changed import changed

from probata.writers.docx import FORMAT

CHANGES = 60


def write_versions(folder: Path) -> tuple[Path, Path]:
    """Write the submission of the real case as it is, and with the changes."""
    tree, options = tree_of(FilingName(REAL, "uk-ghr"), final=False)
    old, new = folder / "old.docx", folder / "new.docx"
    old.write_bytes(FORMAT.write(tree, options).data)
    new.write_bytes(FORMAT.write(changed(tree, CHANGES), options).data)
    return old, new


def compare_with_docxodus(old: Path, new: Path, out: Path) -> None:
    """Write the redline of Docxodus."""
    from python_redlines.engines import DocxodusEngine  # the other side alone pays for its start

    made = DocxodusEngine().run_redline("A. Author", old.read_bytes(), new.read_bytes())
    out.write_bytes(made[0])


if __name__ == "__main__":
    compare_with_docxodus(*map(Path, sys.argv[1:4]))
