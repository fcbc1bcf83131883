"""Records by the names that a text may call them by, found as whole words with their places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Generic, NamedTuple, TypeVar

from probata.model.record import Record

_Words = tuple[str, ...]
_WORD = re.compile(r"\w+")
_SHORTEST = 5
"""Letters of a name; a shorter one is too easily a word of the language."""
R = TypeVar("R", bound=Record)


class Placed(NamedTuple, Generic[R]):
    """Where a text has a name, and the records that bear it."""

    start: int
    end: int
    records: tuple[R, ...]


class NamesInText(Generic[R]):
    """Records by their names, each read as whole words without regard to case and to marks between them."""

    def __init__(self, named: Iterable[tuple[R, Iterable[str]]]) -> None:
        """Index the names, and how many words they have by the first of these."""
        self._by_name: dict[_Words, dict[str, R]] = {}
        self._lengths: dict[str, set[int]] = {}
        for record, names in named:
            for name in map(_words, names):
                if len("".join(name)) >= _SHORTEST:
                    self._by_name.setdefault(name, {})[record.id] = record
                    self._lengths.setdefault(name[0], set()).add(len(name))

    def placed_in(self, text: str) -> Iterator[Placed[R]]:
        """Give each name in a text in its order; of names that begin alike the longest."""
        matches = tuple(_WORD.finditer(text)) if self._by_name else ()
        words = tuple(match[0].casefold() for match in matches)
        ahead = 0
        while ahead < len(words):
            lengths = sorted(self._lengths.get(words[ahead], ()), reverse=True)
            name = next((part for one in lengths if (part := words[ahead : ahead + one]) in self._by_name), ())
            if name:
                last = matches[ahead + len(name) - 1]
                yield Placed(matches[ahead].start(), last.end(), tuple(self._by_name[name].values()))
            ahead += len(name) or 1

    def in_text(self, text: str) -> tuple[R, ...]:
        """Return the records that a text names, each once, in its order; of names that begin alike the longest."""
        found = {record.id: record for placed in self.placed_in(text) for record in placed.records}
        return tuple(found.values())

    def called(self, name: str) -> tuple[R, ...]:
        """Return the records of exactly this name."""
        return tuple(self._by_name.get(_words(name), {}).values())


def _words(text: str) -> _Words:
    return tuple(match[0].casefold() for match in _WORD.finditer(text))
