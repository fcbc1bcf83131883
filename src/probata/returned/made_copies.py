"""Copies of the Word files that were made, so that what somebody changed in one can be told from what it said.

They lie in `internal/made/<document>/`, named by the digest that the file itself bears, the newest of each document.
Beside each lies what the names in it stand for: in the file, which goes out, they only count.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from probata.output import OutputFolder, PlacingError
from probata.word import WordFile, WordFileError, open_word
from probata.word.names import Names, made_as

KEPT: Final = 20
"""Copies of one document; a lawyer seldom gets back an older one."""

ENDING: Final = ".docx"
NAMES: Final = ".names.json"


def keep_copy(folder: OutputFolder, name: str, data: bytes, names: Names) -> None:
    """Keep a copy of a Word file and what its names stand for.

    Where that cannot be done, the document is made all the same.
    """
    digest = _digest(data)
    place = folder.internal / "made" / name.removesuffix(ENDING)
    if not digest or (place / f"{digest}{ENDING}").is_file():
        return
    try:
        meanings = json.dumps(dict(names), ensure_ascii=False, indent=0)
        folder.note(f"made/{place.name}/{digest}{NAMES}", meanings.encode())
        folder.note(f"made/{place.name}/{digest}{ENDING}", data)
        for old in sorted(place.glob(f"*{ENDING}"), key=lambda path: path.stat().st_mtime_ns)[:-KEPT]:
            old.unlink()
            old.with_suffix(NAMES).unlink(missing_ok=True)
    except (PlacingError, OSError):
        return


@dataclass(frozen=True, slots=True)
class MadeCopy:
    """A Word file as it was made; it is opened where somebody asks for what it says."""

    path: Path
    names: Names
    """What its names stand for; empty where that is not kept."""

    @property
    def name(self) -> str:
        """How it was called, without its ending, whatever its changed form is called."""
        return self.path.parent.name

    def opened(self) -> WordFile | None:
        """Return the file; `None` for one that cannot be read."""
        try:
            return open_word(self.path.read_bytes())
        except (OSError, WordFileError):
            return None


def copy_of(file: WordFile, internal: Path, name: str = "") -> MadeCopy | None:
    """Return the file as it was made of which `file` is a changed one; `None` where no copy of it is kept.

    A document may be made under two names, as a draft and for filing, or for two filings that say the same. Of several
    copies it is the one whose name begins that of the file, which is called `name` now; one that cannot be read counts
    where there is no other.
    """
    digest = made_as(file)
    if not digest.isalnum():
        return None
    found = sorted((internal / "made").glob(f"*/{digest}{ENDING}"))
    copies = [MadeCopy(path, _names(path.with_suffix(NAMES))) for path in found]
    if len(copies) > 1:
        copies.sort(key=lambda copy: (copy.opened() is None, -len(copy.name) * name.startswith(copy.name)))
    return next(iter(copies), None)


def names_of(data: bytes, internal: Path) -> Names:
    """Return what the names in a Word file stand for; nothing where that is not kept, or it is no Word file."""
    digest = _digest(data)
    found = (internal / "made").glob(f"*/{digest}{NAMES}") if digest.isalnum() else ()
    return next(map(_names, sorted(found)), {})


def _names(path: Path) -> Names:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(name): str(meaning) for name, meaning in found.items()} if isinstance(found, Mapping) else {}


def _digest(data: bytes) -> str:
    try:
        return made_as(open_word(data))
    except WordFileError:
        return ""
