"""Which words of some lines lead to an address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final
from urllib.parse import unquote

from probata.diagnostics.value import value
from probata.word.word_text import Line

_BARE: Final = re.compile(r"https?://[^\s<>]*[^\s<>.,;:)\]”’]")
"""An address in the text."""


@value()
class Linked:
    """A stretch of a stream whose words lead to an address."""

    start: int
    end: int
    address: str

    @property
    def key(self) -> str:
        """What the address is compared by: programs write the same one in several ways."""
        return unquote(self.address).rstrip("/").casefold()


def linked(lines: Sequence[Line], text: str) -> tuple[Linked, ...]:
    """Return the links of lines in their order; `text` is what the lines say, with one character between them.

    Words that are an address lead to it, or wherever a part of them leads: Word makes such links by itself, and others
    keep half of them.
    """
    found = list(_of_pieces(lines))
    made: list[Linked] = []
    n = 0
    for bare in _BARE.finditer(text) if "://" in text else ():
        while n < len(found) and found[n].end <= bare.start():
            made.append(found[n])
            n += 1
        start, end, address = *bare.span(), ""
        while n < len(found) and found[n].start < bare.end():
            start, end, address = min(start, found[n].start), max(end, found[n].end), address or found[n].address
            n += 1
        made.append(Linked(start, end, address or bare[0]))
    return (*made, *found[n:])


def _of_pieces(lines: Sequence[Line]) -> Iterator[Linked]:
    """Give the links of lines; neighbouring pieces of one address are one."""
    place, last = 0, Linked(0, 0, "")
    for line in lines:
        for piece in line.pieces:
            length = len(piece.text) if piece.kind == "text" else 1
            if piece.link and last.address == piece.link and last.end == place:
                last = Linked(last.start, place + length, last.address)
            else:
                if last.address:
                    yield last
                last = Linked(place, place + length, piece.link)
            place += length
        place += 1
    if last.address:
        yield last
