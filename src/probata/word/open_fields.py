"""The fields of a paragraph that have begun and not ended, one inside the other (ISO/IEC 29500-1, 17.16.18)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Final

from probata.word.piece import STRUCK, Piece, plain

_ADDRESS: Final = re.compile(r'\s*HYPERLINK\s+"([^"]+)"(?:\s+\\l\s+"([^"]+)")?', re.IGNORECASE)
_TEXT_FIELDS: Final = frozenset({"HYPERLINK", "TOC", "TOA"})
"""Fields whose result is text that somebody wrote: an address behind words, contents, a table."""
_HIDDEN_FIELDS: Final = frozenset({"TA", "XE", "TC"})
"""Fields that show nothing where they stand."""
DEEPEST: Final = 40
"""Fields kept inside one another: Word makes 20, and each takes all that is in it along when it ends."""


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    shows: bool = False
    """Whether its result has begun."""
    result: list[Piece] = field(default_factory=list)


@dataclass(slots=True)
class OpenFields:
    """Takes what stands in fields, and gives what is read of a field when it ends."""

    open: list[_Field] = field(default_factory=list)
    deeper: int = 0
    """Fields that are open inside the deepest that is kept: what they show is read as a part of that."""

    def begin(self, instruction: str = "", *, shows: bool = False) -> None:
        """Open a field; `shows` where its result begins at once."""
        if len(self.open) < DEEPEST:
            self.open.append(_Field(instruction, shows))
        else:
            self.deeper += 1

    def instruct(self, text: str) -> None:
        """Add to the instruction of the innermost field, if any is open."""
        if self.open and not self.deeper:
            self.open[-1].instruction += text

    def separate(self) -> None:
        """Let the result of the innermost field begin, if any is open."""
        if self.open and not self.deeper:
            self.open[-1].shows = True

    def take(self, piece: Piece) -> bool:
        """Tell whether a piece stands in a field, which keeps it where its result has begun."""
        if not self.open:
            return False
        if self.open[-1].shows:
            self.open[-1].result.append(piece)
        return True

    def close(self, *, as_text: bool = False) -> list[Piece]:
        """Close the innermost field, if any is open, and return what is read of it; `as_text` gives its result."""
        if self.deeper:
            self.deeper -= 1
            return []
        closed = self.open.pop() if self.open else _Field()
        code = closed.instruction.split()[0].upper() if closed.instruction.split() else ""
        if code in _HIDDEN_FIELDS:
            return []
        if as_text or code in _TEXT_FIELDS or not code:
            address = _ADDRESS.match(closed.instruction)
            return [replace(one, link=placed(address[1], address[2])) if address else one for one in closed.result]
        text = plain([piece for piece in closed.result if piece.kind in ("text", "field")])
        marks = frozenset.intersection(STRUCK, *(piece.marks for piece in closed.result))
        kept = marks if closed.result else frozenset()
        return [Piece(text, "field", " ".join(closed.instruction.split()), marks=kept)]


def placed(address: str, place: str | None) -> str:
    """Return an address with the place in what is there."""
    return f"{address}#{place}" if place else address
