"""Bookmarks: each name once, with numbers that only count."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from probata.word.elements import Element, add


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
