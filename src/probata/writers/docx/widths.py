"""How wide a line of text is in Word, near enough to say what stands beside what."""

from __future__ import annotations

from typing import Final

from probata.fonts.widths import text_width

SMALL_LETTERS: Final = 0.86
"""Width of the small letters of Times New Roman as a share of those of our own font, which is measured; no text of
any language tried was wider than this."""
DIGITS: Final = 0.9
TWIPS: Final = 20
"""Twentieths of a point in a point."""


def twips_of(text: str, size: float, bold: bool = False) -> int:
    """Return the width of a text in twips; `size` is that of the type in points.

    Capitals and signs are taken as wide as ours, so that a line is seldom wider than this.
    """
    return round(TWIPS * size * sum(text_width(sign, _share(sign), bold) for sign in text))


def _share(sign: str) -> float:
    if sign.isdigit():
        return DIGITS
    return SMALL_LETTERS if sign.islower() else 1.0
