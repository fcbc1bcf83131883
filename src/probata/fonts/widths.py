"""How wide a line of text is printed, from the advance widths of the fonts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from fontTools.ttLib import TTFont

from probata.fonts.files import ARABIC, LATIN, USUAL, chinese_file, families
from probata.fonts.printable import INVISIBLE, substitute


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
