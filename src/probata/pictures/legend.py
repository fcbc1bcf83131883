"""The key below a picture: what each sign in it means, and remarks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from probata.pictures.drawing import SMALL_SIZE, Canvas, Shape
from probata.pictures.text import LEADING, height_of, stacked, width_of, wrap

SIGN_WIDTH, SIGN_HEIGHT = 22.0, 7.0
BETWEEN = 14.0
ABOVE = 8.0

DrawSign = Callable[[float, float], Iterable[Shape]]
"""Draws a sign by the left end and the middle of its height; it is `SIGN_WIDTH` wide."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign and its meaning."""

    draw: DrawSign
    meaning: str


def draw_legend(canvas: Canvas, signs: Iterable[Sign], remarks: Iterable[str], top: float) -> float:
    """Draw the key from `top` on, signs side by side as far as they fit, remarks below; return where it ends."""
    line = SMALL_SIZE * LEADING
    x, y = 0.0, top + ABOVE
    used = 0.0
    for sign in signs:
        room = canvas.width - SIGN_WIDTH - 5
        lines = wrap(sign.meaning, room, SMALL_SIZE)
        width = SIGN_WIDTH + 5 + max(width_of(text, SMALL_SIZE) for text in lines)
        if x and x + width > canvas.width:
            x, y = 0.0, y + used + 2
            used = 0.0
        canvas.add(sign.draw(x, y + line / 2), stacked(lines, (x + SIGN_WIDTH + 5, y), SMALL_SIZE))
        used = max(used, height_of(lines, SMALL_SIZE))
        x += width + BETWEEN
    y += used + (4 if used else 0)
    for remark in remarks:
        lines = wrap(remark, canvas.width, SMALL_SIZE, most=8)
        canvas.add(labels=stacked(lines, (0, y), SMALL_SIZE))
        y += height_of(lines, SMALL_SIZE) + 1.5
    return y


def height_of_legend(width: float, signs: Iterable[Sign], remarks: Iterable[str]) -> float:
    """Return how high the key will be."""
    return draw_legend(Canvas(width), signs, remarks, 0.0)
