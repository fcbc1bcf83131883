"""Lengths of our own reference document, from the forum's layout."""

from __future__ import annotations

from dataclasses import dataclass

from probata.document.tree import Layout

TWIPS_PER_MILLIMETRE = 1440 / 25.4
PAPER = {"A4": (11906, 16838), "Letter": (12240, 15840)}
"""Width and height in twips, as Word writes them."""

NATURAL_LINE = 1.15
"""Height of a single line of Times New Roman in ems: Word's line heights are multiples of it."""


FURNITURE_SIZE = 9.0
"""Type at the head and foot of a page, in points."""


@dataclass(frozen=True, slots=True)
class Measures:
    """What styles need to know of a page: text width in twips, sizes in points, line in 240ths."""

    text_width: int
    font_size: float = 11.0
    line_height: float = 1.4

    @classmethod
    def of(cls, layout: Layout) -> Measures:
        """Take the measures of a layout."""
        margins = twips(layout.margin_left) + twips(layout.margin_right)
        return cls(PAPER[layout.paper][0] - margins, layout.font_size, layout.line_height)

    @property
    def line(self) -> int:
        """Line height of running text."""
        return round(240 * self.line_height / NATURAL_LINE)

    @property
    def note_size(self) -> float:
        """Type of footnotes: 9 to 10 points, near the text's."""
        return min(10.0, max(9.0, self.font_size - 1.5))


def table_size(font_size: float) -> float:
    """Return the size of type in tables: a point less than that of the text, 9 at least."""
    return max(9.0, font_size - 1)


def twips(millimetres: float) -> int:
    """Return twentieths of a point."""
    return round(millimetres * TWIPS_PER_MILLIMETRE)
