"""Areas told apart without colour: hatchings as plain lines, which every viewer draws alike.

Patterns of SVG would be shorter; some word processors leave them out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from probata.pictures.drawing import BLACK, DARK, WHITE, Path, Point, Shape, Strokes, rectangle

Hatching = Literal["solid", "slanted", "dotted", "level", "empty"]
STEP = 3.0
"""Distance of the lines, in points."""


def hatched(x: float, y: float, width: float, height: float, hatching: Hatching) -> tuple[Shape, ...]:
    """Return a framed rectangle with its hatching; nothing where it has no area."""
    if width <= 0 or height <= 0:
        return ()
    if hatching == "solid":
        return (rectangle((x, y), (width, height), DARK, DARK, 0.5),)
    frame = rectangle((x, y), (width, height), WHITE, BLACK, 0.5)
    lines = tuple(_lines(x, y, width, height, hatching))
    return (frame, Strokes(lines, width=1.0 if hatching == "dotted" else 0.6)) if lines else (frame,)


def _lines(x: float, y: float, width: float, height: float, hatching: Hatching) -> Iterator[tuple[Point, Point]]:
    if hatching == "slanted":
        yield from _slanted(x, y, width, height)
    elif hatching == "dotted":
        for row in _steps(y + STEP / 2, y + height, STEP):
            for dot in _steps(x + STEP / 2, x + width - 1, STEP):
                yield (dot, row), (dot + 1.0, row)
    elif hatching == "level":
        for row in _steps(y + STEP / 2, y + height, STEP / 1.5):
            yield (x, row), (x + width, row)


def _slanted(x: float, y: float, width: float, height: float) -> Iterator[tuple[Point, Point]]:
    """Give lines that rise to the right by 45 degrees, each cut at the edges of the rectangle."""
    for foot in _steps(x - height + STEP / 2, x + width, STEP):
        left, right = max(foot, x), min(foot + height, x + width)
        if left < right:
            yield (left, y + height - (left - foot)), (right, y + height - (right - foot))


def _steps(first: float, end: float, step: float) -> Iterator[float]:
    place = first
    while place < end:
        yield place
        place += step


def arrow_head(tip: Point, towards: Literal["left", "right", "up", "down"], is_filled: bool = True) -> Path:
    """Return the head of an arrow by its tip."""
    x, y = tip
    length, half = 5.0, 2.4
    wings = {
        "left": ((x + length, y - half), (x + length, y + half)),
        "right": ((x - length, y - half), (x - length, y + half)),
        "up": ((x - half, y + length), (x + half, y + length)),
        "down": ((x - half, y - length), (x + half, y - length)),
    }[towards]
    return Path((tip, *wings), is_closed=True, fill=BLACK if is_filled else WHITE, width=0.7)
