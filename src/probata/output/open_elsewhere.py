"""Whether a word processor has a file open, by the mark that it leaves beside it."""

from __future__ import annotations

from pathlib import Path


def open_in(path: Path) -> str:
    """Return the program that has a file open, `Word` or `LibreOffice`; empty where none says so.

    Word writes `~$` in place of the first letters of a long name, and before a short one. A mark may be left from a
    program that broke down.
    """
    marks = {"Word": [f"~${path.name[left:]}" for left in (0, 1, 2)], "LibreOffice": [f".~lock.{path.name}#"]}
    for program, names in marks.items():
        if any(path.with_name(name).is_file() for name in names):
            return program
    return ""
