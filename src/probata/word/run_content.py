"""What stands in a run of Word beside plain text: characters that are elements, marks, pictures, turns of fields."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from probata.word.elements import Element, w
from probata.word.gathered import Gathered
from probata.word.piece import MARK, STRUCK, Piece, saying
from probata.word.symbols import UNKNOWN, sign_of

ALTERNATE: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"

_TYPE: Final = w("type")
_ID: Final = w("id")
_TEXT: Final = w("t")
_TURN: Final = w("fldCharType")
_CHARACTERS: Final = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "‑", "softHyphen": ""}
_SIGNS: Final = {w(name): sign for name, sign in _CHARACTERS.items()}

Reader = Callable[[Gathered, Element, Piece], None]
"""Adds what an element of a run says, in the look of the run."""


def signs(element: Element, name: str) -> str:
    """Return the text of all elements of a name in an element, in a row."""
    return "".join(one.text or "" for one in element.iter(name))


def _text(gathered: Gathered, text: Element, look: Piece) -> None:
    gathered.put(saying(look, (text.text or "").replace(MARK, "")))  # what most of a file is, without a further call


def _character(gathered: Gathered, sign: Element, look: Piece) -> None:
    """Add a character. A break of the page is none: LibreOffice writes one where a style has it."""
    if sign.get(_TYPE, "textWrapping") == "textWrapping":
        gathered.put(saying(look, _SIGNS[str(sign.tag)]))


def _symbol(gathered: Gathered, symbol: Element, look: Piece) -> None:
    gathered.put(saying(look, sign_of(symbol) or UNKNOWN))


def _footnote(gathered: Gathered, mark: Element, look: Piece) -> None:
    gathered.note(f"footnote {mark.get(_ID, '')}", look)


def _endnote(gathered: Gathered, mark: Element, look: Piece) -> None:
    gathered.note(f"endnote {mark.get(_ID, '')}", look)


def _picture(gathered: Gathered, picture: Element, look: Piece) -> None:
    """Add a picture with the words of a text box; of several forms of one, the first counts."""
    forms = list(picture)[:1] if picture.tag == ALTERNATE else (picture,)
    words = "".join(signs(one, _TEXT) for one in forms)
    gathered.put(Piece(words, "picture", marks=look.marks & STRUCK))


def _turn(gathered: Gathered, turn: Element) -> None:
    match turn.get(_TURN):
        case "begin":
            gathered.fields.begin()
        case "separate":
            gathered.fields.separate()
        case "end":
            gathered.close()


def _instruction(gathered: Gathered, text: Element) -> None:
    gathered.fields.instruct(text.text or "")


IN_RUN: Final[dict[str, Reader]] = {
    **dict.fromkeys((w("t"), w("delText")), _text),
    **dict.fromkeys(_SIGNS, _character),
    **dict.fromkeys((w("drawing"), w("pict"), w("object"), ALTERNATE), _picture),
    w("sym"): _symbol,
    w("footnoteReference"): _footnote,
    w("endnoteReference"): _endnote,
}
"""How each element of a run is read that has the look of the run; what is not among them says nothing."""

OF_FIELDS: Final[dict[str, Callable[[Gathered, Element], None]]] = {
    **dict.fromkeys((w("instrText"), w("delInstrText")), _instruction),
    w("fldChar"): _turn,
}
"""How each element of a run is read that is a part of a field."""
