"""A stretch of what a paragraph of Word says, and how stretches are put together."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, Literal

from probata.diagnostics.value import value
from probata.word.elements import VAL, Element, w

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


# How a run of Word looks, as an empty piece (ISO/IEC 29500-1, 17.3.2).

_STYLE: Final = w("rStyle")
_RAISED: Final = w("vertAlign")
_SHOWN: Final = {
    w(name): name for name in ("b", "i", "u", "strike", "dstrike", "vanish", "caps", "smallCaps", "highlight")
}
_KNOWN: Final = 1_000
"""Looks that are kept: a file has a few dozen."""


def look_of(properties: Element, link: str) -> Piece:
    """Return an empty piece with the look of a run by its `w:rPr`: bold, italics, style and its other marks."""
    style = ""
    shown: list[str] = []
    for one in properties:
        tag = one.tag  # what it says is asked of few: most tell of fonts, sizes and languages
        if tag in _SHOWN:
            shown += [] if one.get(VAL) in ("0", "false", "off", "none") else [_SHOWN[tag]]
        elif tag == _STYLE:
            style = one.get(VAL, "true")
        elif tag == _RAISED and (said := one.get(VAL, "true")) not in ("baseline", "true"):
            shown.append(said)
    return _look(style, tuple(shown), link)


@lru_cache(_KNOWN)
def _look(style: str, shown: tuple[str, ...], link: str) -> Piece:
    marks = frozenset(shown) - {"b", "i"}
    return Piece("", bold="b" in shown, italic="i" in shown, style=style, marks=marks, link=link)
