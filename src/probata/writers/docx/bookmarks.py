"""Bookmarks: names that last, and numbers that only count."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from typing import Final

from probata.word.elements import Element, add

LONGEST_NAME: Final = 40
"""Characters of a bookmark's name that Word keeps."""


def note_bookmark(note_id: str) -> str:
    """Return the bookmark round a note's mark; a redline pairs notes by it."""
    name = f"_Note_{note_id}"
    return name if len(name) <= LONGEST_NAME else f"_Note_{_hash(note_id)}"


def target_bookmark(id_: str) -> str:
    """Return the bookmark round a paragraph, a heading or a table's number; ids may hold any character."""
    return f"_Ref_{_hash(id_)}"


def _hash(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:20]


class Bookmarks:
    """Writes bookmarks, each name once: Word drops the second of two."""

    def __init__(self) -> None:
        self._names: set[str] = set()

    @contextmanager
    def around(self, parent: Element, name: str) -> Iterator[None]:
        """Put a bookmark round what the block of this `with` adds to `parent`; an empty name puts none."""
        if not name or name in self._names:
            yield
            return
        id_ = len(self._names)
        self._names.add(name)
        add(parent, "bookmarkStart", id=id_, name=name)
        yield
        add(parent, "bookmarkEnd", id=id_)
