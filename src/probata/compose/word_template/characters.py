"""The characters of a paragraph, each with its look: where Word cut them into runs does not matter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from probata.word.addresses import address_of
from probata.word.piece import MARK, Piece

_BOLD_STYLES = frozenset({"strong", "intense emphasis", "book title", "strong emphasis"})
_ITALIC_STYLES = frozenset({"emphasis", "subtle emphasis", "intense emphasis", "book title"})


class TextLook(NamedTuple):
    """What is kept of the look of a run."""

    link: str = ""
    bold: bool = False
    italic: bool = False
    raised: str = ""
    """`sup`, `sub` or empty."""


PLAIN = TextLook()


@dataclass(frozen=True, slots=True)
class Char:
    """One character; or the mark of a note, whose `note` is its key."""

    text: str
    look: TextLook = PLAIN
    note: str = ""


def characters(pieces: Iterable[Piece], styles: dict[str, str], links: dict[str, str]) -> list[Char]:
    """Return the characters of pieces; `styles` are names by id, `links` addresses by id of the relationship.

    What a field of Word shows is text. Pictures are left out: they are told elsewhere.
    """
    return list(_characters(pieces, styles, links))


def _characters(pieces: Iterable[Piece], styles: dict[str, str], links: dict[str, str]) -> Iterator[Char]:
    for piece in pieces:
        look = _look(piece, styles.get(piece.style, ""), links)
        if piece.kind == "note":
            yield Char(MARK, PLAIN, piece.key)
        elif piece.kind not in ("picture", "formula"):
            yield from (Char(character, look) for character in piece.text)


def _look(piece: Piece, style: str, links: dict[str, str]) -> TextLook:
    raised = "sup" if "superscript" in piece.marks else "sub" if "subscript" in piece.marks else ""
    link = address_of(piece.link, links)
    return TextLook(link, piece.bold or style in _BOLD_STYLES, piece.italic or style in _ITALIC_STYLES, raised)
