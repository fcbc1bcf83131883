"""How wide a line of text is printed, from the advance widths of the fonts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from fontTools.ttLib import TTFont

from probata.fonts.files import ARABIC, LATIN, USUAL, chinese_file, families, is_chinese, own_coverage

# Which characters the fonts can print, and what stands for one that they cannot.

INVISIBLE = frozenset("\t\n\r\u00ad\u061c\ufeff") | frozenset(
    chr(point)
    for first, last in ((0x200B, 0x200F), (0x2028, 0x202E), (0x2060, 0x2069), (0xFE00, 0xFE0F))
    for point in range(first, last + 1)
)
"""Line breaks, soft hyphen, joiners, direction marks and variation selectors: nothing is drawn for them."""


def unprintable(text: str) -> Iterator[tuple[int, str]]:
    """Give place and character of what no font can print."""
    own = own_coverage()
    if own.issuperset(text):
        return
    for place, character in enumerate(text):
        if character not in own and character not in INVISIBLE and not is_chinese(character):
            yield place, character


def substitute(character: str) -> str:
    """Return what is printed for a character that no font has: its code point in brackets."""
    return f"[U+{ord(character):04X}]"


def text_width(text: str, size: float, bold: bool = False, face: str = USUAL) -> float:
    """Return the width in the unit of `size`, which is the size of the type.

    Kerning is left out and letters that join are taken apart, so that the line is seldom wider than this. A character
    that no font has is as wide as its code point in brackets.
    """
    return sum(_advance(character, bold, face) for character in text) * size


@lru_cache(maxsize=4096)
def _advance(character: str, bold: bool, face: str) -> float:
    """Return the width of one character as a share of the size of the type."""
    if character in INVISIBLE:
        return 0.0
    for path in _files(bold, face):
        if (found := _advances(path).get(ord(character))) is not None:
            return found
    if (found := _advances(chinese_file()).get(ord(character))) is not None:
        return found
    return sum(_advance(sign, bold, face) for sign in substitute(character))


def _files(bold: bool, face: str) -> tuple[Path, ...]:
    latin = (LATIN[family][2 if bold else 0] for family in families(face) if family in LATIN)
    return (*latin, ARABIC[bold])


@lru_cache(maxsize=8)
def _advances(path: Path) -> Mapping[int, float]:
    with TTFont(path, lazy=True) as font:
        widths, em = font["hmtx"].metrics, font["head"].unitsPerEm
        return {point: widths[name][0] / em for point, name in font.getBestCmap().items()}
