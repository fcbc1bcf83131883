"""A stretch of what a paragraph of Word says, and how stretches are put together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from probata.diagnostics.value import value

MARK: Final = "￼"
"""Stands in plain text for what is no text: the mark of a note, a field, a picture, a formula."""

Kind = Literal["text", "note", "field", "picture", "formula"]
STRUCK: Final = frozenset({"strike", "dstrike"})
"""The marks of words that are struck through; things bear these alone."""


@value()
class Piece:
    """A stretch of characters of one look, or a thing that stands in the line."""

    text: str
    """Characters; of a field what it shows; of a picture the words of a text box; of a formula its signs in a row; of a
    note nothing."""

    kind: Kind = "text"
    key: str = ""
    """Of a note `footnote` or `endnote` and its `w:id`, as in `footnote 12`; of a field its instruction."""

    bold: bool = False
    italic: bool = False
    style: str = ""
    """Id of the character style, or empty."""

    anchor: str = ""
    """Of the mark of a note, the name of our bookmark round it; empty where it has none."""

    marks: frozenset[str] = frozenset()
    """What else the run shows beside bold and italics, by the names of its properties, such as `u` or `superscript`."""

    link: str = ""
    """Where its words lead: an address, or the id of the relationship that has one, with a `#` before the place in what
    is there; empty for most. `address_of` reads it."""


def plain(found: Sequence[Piece]) -> str:
    """Return the characters of pieces, with one `MARK` for each thing that is no text."""
    return "".join([piece.text if piece.kind == "text" else MARK for piece in found])


def saying(look: Piece, text: str) -> Piece:
    """Return a stretch of text of a look; `replace` would take half of the time of all reading."""
    return Piece(text, "text", "", look.bold, look.italic, look.style, "", look.marks, look.link)


def joined(found: list[Piece], exact: bool) -> list[Piece]:
    """Return pieces with neighbours of one look as one, and without empty text; `exact` as `pieces` has it."""
    made: list[Piece] = []
    for piece in found:
        last = made[-1] if made else None
        if piece.kind == "text" and not piece.text:
            continue
        if last and last.kind == piece.kind == "text" and _same_look(last, piece, exact):
            made[-1] = saying(last, last.text + piece.text)
        else:
            made.append(piece)
    return made


def _same_look(one: Piece, other: Piece, exact: bool) -> bool:
    if one.bold != other.bold or one.italic != other.italic or one.style != other.style:
        return False
    return not exact or (one.marks == other.marks and one.link == other.link)
