"""What a picture consists of: lines, areas and labels on a canvas, in points from its top left corner."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

Point = tuple[float, float]

BLACK, DARK, GREY, FAINT, WHITE = "#000000", "#3d3d3d", "#595959", "#c4c4c4", "#ffffff"

TEXT_SIZE, SMALL_SIZE = 8.0, 7.5
"""Sizes of type in points; nothing in a picture is smaller, so that it can be read in print."""


@dataclass(frozen=True, slots=True)
class Path:
    """A line through points, or the area that it encloses."""

    points: tuple[Point, ...]
    is_closed: bool = False
    fill: str = ""
    """Colour of the area; empty for none."""
    stroke: str = BLACK
    """Colour of the line; empty for none."""
    width: float = 0.6
    dashes: tuple[float, ...] = ()
    """Lengths of dash and gap, in turn; empty for an unbroken line."""


@dataclass(frozen=True, slots=True)
class Strokes:
    """Many short lines of one kind, such as a hatching."""

    lines: tuple[tuple[Point, Point], ...]
    stroke: str = DARK
    width: float = 0.6


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle, such as that round a number."""

    centre: Point
    radius: float
    fill: str = WHITE
    stroke: str = BLACK
    width: float = 0.5


Shape = Path | Strokes | Circle
Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Label:
    """A line of text. `at` is on its baseline: the start, middle or end of the line, as `anchor` says."""

    at: Point
    text: str
    size: float = TEXT_SIZE
    is_bold: bool = False
    anchor: Anchor = "start"
    colour: str = BLACK


@dataclass(frozen=True, slots=True)
class Spot:
    """An area, or the line through points, that stands for a record; on a screen it leads there."""

    record: str
    """Such as `roles/warden`."""
    words: str
    """What it is called for those who do not see it."""
    points: tuple[Point, ...]
    is_closed: bool = True


@dataclass(slots=True)
class Canvas:
    """A drawing while it is made: what is added later lies above."""

    width: float
    height: float = 0.0
    shapes: list[Shape] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)

    def add(self, shapes: Iterable[Shape] = (), labels: Iterable[Label] = ()) -> None:
        """Add shapes, and labels above all shapes."""
        self.shapes.extend(shapes)
        self.labels.extend(labels)

    def stand_for(self, record: str, words: str, points: Iterable[Point], is_closed: bool = True) -> None:
        """Tell which record an area or a line stands for; nothing where it stands for none."""
        if record:
            self.spots.append(Spot(record, words, tuple(points), is_closed))

    def drawing(self) -> Drawing:
        """Return the finished drawing."""
        return Drawing(self.width, self.height, tuple(self.shapes), tuple(self.labels), tuple(self.spots))


@dataclass(frozen=True, slots=True)
class Drawing:
    """A finished drawing; width and height in points."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    labels: tuple[Label, ...]
    spots: tuple[Spot, ...] = ()
    """What stands for which record, from the first to the last in reading order; a document does not print it."""


def rectangle(
    corner: Point, size: tuple[float, float], fill: str = "", stroke: str = BLACK, width: float = 0.6
) -> Path:
    """Return a rectangle by its top left corner, and its width and height."""
    (x, y), (across, down) = corner, size
    corners = ((x, y), (x + across, y), (x + across, y + down), (x, y + down))
    return Path(corners, is_closed=True, fill=fill, stroke=stroke, width=width)


def line(start: Point, end: Point, stroke: str = BLACK, width: float = 0.6, dashes: tuple[float, ...] = ()) -> Path:
    """Return a straight line."""
    return Path((start, end), stroke=stroke, width=width, dashes=dashes)


# Areas told apart without colour: hatchings as plain lines, which every viewer draws alike.
# Patterns of SVG would be shorter; some word processors leave them out.

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


# One picture of what may need several: what fits on a page.


@dataclass(frozen=True, slots=True)
class Sheet:
    """A drawing and what it shows, in words."""

    drawing: Drawing
    alternative: str
