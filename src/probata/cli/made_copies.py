"""Copies of the Word files that were made, so that what somebody changed in one can be told from what it said.

They lie in `internal/made/<document>/`, named by the digest that the file itself bears, the newest of each document.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from probata.output import OutputFolder, PlacingError
from probata.word import WordFile, WordFileError, open_word
from probata.word.made_as import made_as

KEPT: Final = 20
"""Copies of one document; a lawyer seldom gets back an older one."""

ENDING: Final = ".docx"


def keep_copy(folder: OutputFolder, name: str, data: bytes) -> None:
    """Keep a copy of a Word file; where that cannot be done, the document is made all the same."""
    digest = _digest(data)
    place = folder.internal / "made" / name.removesuffix(ENDING)
    if not digest or (place / f"{digest}{ENDING}").is_file():
        return
    try:
        folder.note(f"made/{place.name}/{digest}{ENDING}", data)
        for old in sorted(place.glob(f"*{ENDING}"), key=lambda path: path.stat().st_mtime_ns)[:-KEPT]:
            old.unlink()
    except (PlacingError, OSError):
        return


@dataclass(frozen=True, slots=True)
class MadeCopy:
    """A Word file as it was made."""

    file: WordFile
    name: str
    """How it was called, without its ending, whatever its changed form is called."""


def copy_of(file: WordFile, internal: Path) -> MadeCopy | None:
    """Return the file as it was made of which `file` is a changed one; `None` where no copy of it is kept."""
    digest = made_as(file)
    if not digest.isalnum():
        return None
    for path in sorted((internal / "made").glob(f"*/{digest}{ENDING}")):
        try:
            return MadeCopy(open_word(path.read_bytes()), path.parent.name)
        except (OSError, WordFileError):
            continue
    return None


def _digest(data: bytes) -> str:
    try:
        return made_as(open_word(data))
    except WordFileError:
        return ""
