"""The key below a picture: what each sign in it means, and remarks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from probata.pictures.drawing import SMALL_SIZE, Canvas, Shape, arrow_head, line
from probata.pictures.text import LEADING, height_of, stacked, width_of, wrap

SIGN_WIDTH, SIGN_HEIGHT = 22.0, 7.0
BETWEEN = 14.0
BETWEEN_ROWS = 2.0
ABOVE, BELOW_SIGNS = 8.0, 4.0
MOST_LINES = 8
"""Of one text; none that is meant in earnest has more."""

DrawSign = Callable[[float, float], Iterable[Shape]]
"""Draws a sign by the left end and the middle of its height; it is `SIGN_WIDTH` wide."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign and its meaning."""

    draw: DrawSign
    meaning: str


def arrow_sign(x: float, y: float) -> Iterable[Shape]:
    """Draw the sign of an end that is open."""
    tip = x + SIGN_WIDTH - 3
    return (line((x + 3, y), (tip - 2, y), width=0.9), arrow_head((tip, y), "right"))


def draw_legend(canvas: Canvas, signs: Iterable[Sign], remarks: Iterable[str], top: float) -> float:
    """Draw the key from `top` on, then the remarks, each side by side as far as they fit; return where it ends."""
    y = _side_by_side(canvas, [(sign.meaning, sign.draw) for sign in signs], top + ABOVE)
    return _side_by_side(canvas, [(remark, None) for remark in remarks], y + (BELOW_SIGNS if y > top + ABOVE else 0))


def _side_by_side(canvas: Canvas, items: Iterable[tuple[str, DrawSign | None]], top: float) -> float:
    """Set texts, some with a sign before them, from left to right and go on below; return where the last row ends."""
    x, y, used = 0.0, top, 0.0
    for text, sign in items:
        indent = SIGN_WIDTH + 5 if sign else 0.0
        lines = wrap(text, canvas.width - indent, SMALL_SIZE, most=MOST_LINES)
        width = indent + max((width_of(line, SMALL_SIZE) for line in lines), default=0.0)
        if x and x + width > canvas.width:
            x, y, used = 0.0, y + used + BETWEEN_ROWS, 0.0
        shapes = sign(x, y + SMALL_SIZE * LEADING / 2) if sign else ()
        canvas.add(shapes, stacked(lines, (x + indent, y), SMALL_SIZE))
        used = max(used, height_of(lines, SMALL_SIZE))
        x += width + BETWEEN
    return y + used


def height_of_legend(width: float, signs: Iterable[Sign], remarks: Iterable[str]) -> float:
    """Return how high the key will be."""
    return draw_legend(Canvas(width), signs, remarks, 0.0)
