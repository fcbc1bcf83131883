"""How wide a line of text is in Word, near enough to say what stands beside what."""

from __future__ import annotations

from typing import Final

from probata.fonts.files import USUAL
from probata.fonts.widths import text_width

TWIPS: Final = 20
"""Twentieths of a point in a point."""


def twips_of(text: str, size: float, bold: bool = False, face: str = USUAL) -> int:
    """Return the width of a text in twips; `size` is that of the type in points."""
    return round(TWIPS * text_width(text, size, bold, face))
