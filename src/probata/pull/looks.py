"""The look of characters, one sign for each of them."""

from __future__ import annotations

from typing import Final

from probata.word.piece import Piece

PLAIN: Final = " "
_SIMPLE: Final = {(False, False): PLAIN, (True, False): "b", (False, True): "i", (True, True): "x"}
_STYLES: Final = {"Strong": (True, False), "Emphasis": (False, True)}
_FIRST: Final = 0x4000
"""Signs of looks that have more than bold and italics begin here, where each is a letter."""

_MARKS: Final = {
    "u": "underlined", "highlight": "highlighted", "caps": "in capitals", "smallCaps": "in small capitals",
    "vanish": "hidden", "superscript": "raised", "subscript": "lowered", "strike": "struck through",
    "dstrike": "struck through twice",
}  # fmt: skip
"""What the marks of a run are called."""
_BITS: Final = {mark: 4 << place for place, mark in enumerate(_MARKS)}
WRITTEN: Final = {
    PLAIN: ("", ""), "i": ("*", "*"), "b": ("**", "**"), "x": ("***", "***"),
    chr(_FIRST + _BITS["superscript"]): ("[", "]{.sup}"), chr(_FIRST + _BITS["subscript"]): ("[", "]{.sub}"),
}  # fmt: skip
"""How Markdown writes words of a look, by its sign; of other looks it can write bold and italics alone."""

EMPHASIS: Final = frozenset("bix")
"""Looks of bold and italics alone."""


def look_of(piece: Piece) -> str:
    """Return the sign of the look of a piece; that of a thing is plain but for bold and italics."""
    if not (piece.bold or piece.italic or piece.style or piece.marks):
        return PLAIN
    style = _STYLES.get(piece.style, (False, False))
    bold, italic = piece.bold or style[0], piece.italic or style[1]
    marks = piece.marks if piece.kind == "text" else ()
    # Word and others underline the words of a link by themselves.
    bits = sum(_BITS.get(mark, 0) for mark in marks if not (mark == "u" and piece.link))
    return chr(_FIRST + bits + bold + 2 * italic) if bits else _SIMPLE[bold, italic]


def written_as(look: str) -> str:
    """Return the nearest look that Markdown can write."""
    if look in WRITTEN:
        return look
    bits = ord(look) - _FIRST
    return _SIMPLE[bool(bits & 1), bool(bits & 2)]


def named(look: str) -> list[str]:
    """Return what a look is called; nothing where it is plain."""
    if look in _SIMPLE.values():
        return [name for letters, name in (("bx", "bold"), ("ix", "in italics")) if look in letters]
    bits = ord(look) - _FIRST
    simple = [name for bit, name in ((1, "bold"), (2, "in italics")) if bits & bit]
    return [*simple, *(said for mark, said in _MARKS.items() if bits & _BITS[mark])]


def said_of(looks: str) -> list[str]:
    """Return what looks are called that Markdown cannot write, each once."""
    bits = [ord(look) - _FIRST for look in dict.fromkeys(looks) if look not in WRITTEN]
    return [said for mark, said in _MARKS.items() if any(one & _BITS[mark] for one in bits)]
