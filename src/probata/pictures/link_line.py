"""The line of a relation: its kind told by dashes, whether it is sure on the day by the head of the arrow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from probata.pictures.drawing import BLACK, SMALL_SIZE, WHITE, Circle, Label, Path, Point, Shape
from probata.pictures.hatching import arrow_head

DASHES: Final[dict[str, tuple[float, ...]]] = {
    "command_de_jure": (),
    "command_de_facto": (),
    "oversight": (5.0, 3.0),
    "administrative": (1.0, 2.2),
    "coordination": (7.0, 2.2, 1.0, 2.2),
    "inferred": (2.4, 3.6),
}
"""Lengths of dash and gap; command in fact is a double line."""
HEAD = 5.0
RADIUS = 5.6
"""Of the circle round a number."""


def draw_line(way: Sequence[Point], kind: str, is_certain: bool, head: str) -> Iterator[Shape]:
    """Give the shapes of a line; `head` says where the arrow is: `down` at its end, `up` at its beginning, or none."""
    points = list(way)
    if head == "down":
        points[-1] = (points[-1][0], points[-1][1] - HEAD + 0.5)
    if head == "up":
        points[0] = (points[0][0], points[0][1] + HEAD - 0.5)
    is_double = kind == "command_de_facto"
    yield Path(tuple(points), stroke=BLACK, width=2.8 if is_double else 1.0, dashes=DASHES.get(kind, ()))
    if is_double:
        yield Path(tuple(points), stroke=WHITE, width=1.2)
    if head == "down":
        yield arrow_head(way[-1], "down", is_certain)
    if head == "up":
        yield arrow_head(way[0], "up", is_certain)


def draw_number(text: str, centre: Point) -> tuple[Circle, Label]:
    """Return a number in a circle, which leads to a remark below the picture."""
    x, y = centre
    return Circle(centre, RADIUS), Label((x, y + SMALL_SIZE * 0.36), text, SMALL_SIZE, anchor="middle")
