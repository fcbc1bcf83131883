"""The look of a document in the units of Word."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from probata.document.look import PAPER, Em, Lines, Look, Share

TWIPS_PER_MILLIMETRE = 1440 / 25.4
NATURAL_LINES: Final = {"Times New Roman": 1.15, "Noto Serif": 1.36}
"""Height of a single line of a face in ems: Word's line heights are multiples of it."""


@dataclass(frozen=True, slots=True)
class Measures:
    """A look, and the width of the text in twentieths of a point, as Word counts."""

    look: Look
    text_width: int

    @classmethod
    def of(cls, look: Look) -> Measures:
        """Take the measures of a look's own page."""
        return cls(look, paper(look)[0] - twips(look.page.left) - twips(look.page.right))

    def with_text_of(self, points: float) -> Measures:
        """Return the same for text of another size: all else goes with it."""
        return replace(self, look=replace(self.look, size=replace(self.look.size, text=points)))

    def twips(self, length: Em) -> int:
        """Return a length."""
        return round(20 * self.look.points(length))

    def size(self, share: Share) -> float:
        """Return a size of type in points."""
        return self.look.type_size(share)

    def line(self, lines: Lines) -> int:
        """Return the distance of lines in 240ths of a single line."""
        return round(240 * lines / NATURAL_LINES[self.look.face])

    def eighths(self, rule: float) -> int:
        """Return the thickness of a rule in eighths of a point, of which Word draws two at least."""
        return max(2, round(8 * rule)) if rule else 0


def paper(look: Look) -> tuple[int, int]:
    """Return width and height of the paper in twips."""
    width, height = PAPER[look.page.paper]
    return twips(width), twips(height)


def twips(millimetres: float) -> int:
    """Return twentieths of a point."""
    return round(millimetres * TWIPS_PER_MILLIMETRE)
