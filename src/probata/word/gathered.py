"""What has been read of a paragraph so far, with the fields, the bookmark and the link that are open."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from probata.word.open_fields import OpenFields
from probata.word.piece import STRUCK, Piece

_PLAIN: Final = Piece("")


@dataclass(slots=True)
class Gathered:
    """Fields are kept open until they end, one inside the other."""

    passed_over: frozenset[str]
    """Names of elements that the reading leaves out."""

    found: list[Piece] = field(default_factory=list)
    fields: OpenFields = field(default_factory=OpenFields)
    bookmark: str = ""
    """Our bookmark round the mark of the next note."""

    has_notes: bool = False
    """Whether the mark of a note was read."""

    styles_of_marks: set[str] = field(default_factory=set)
    """Ids of the character styles of the marks of notes."""

    plain: Piece = _PLAIN
    """The look of a run without properties: none, but the address of the link in which it stands."""

    def put(self, piece: Piece) -> None:
        """Add a piece, to the innermost field where one is open."""
        if not (self.fields.open and self.fields.take(piece)):
            self.found.append(piece)

    def close(self, *, as_text: bool = False) -> None:
        """Close the innermost field and add what is read of it."""
        for piece in self.fields.close(as_text=as_text):
            self.put(piece)

    def end(self) -> None:
        """Close fields that run on into the next paragraph; what they show here is text."""
        while self.fields.open:
            self.close(as_text=True)

    def note(self, key: str, look: Piece) -> None:
        """Add the mark of a note, with the bookmark round it."""
        name, self.bookmark = self.bookmark, ""
        self.has_notes = True
        self.styles_of_marks |= {look.style} - {""}
        self.put(Piece("", "note", key, anchor=name, marks=look.marks & STRUCK))
