"""How a run of Word looks, as an empty piece (ISO/IEC 29500-1, 17.3.2)."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from probata.word.elements import VAL, Element, w
from probata.word.piece import Piece

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
