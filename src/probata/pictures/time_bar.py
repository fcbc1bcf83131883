"""One post or event on the time axis: the sure part solid, the possible part hatched, open ends as arrows."""

from __future__ import annotations

from collections.abc import Iterator

from probata.pictures.axis import ROOM, Axis
from probata.pictures.drawing import BLACK, GREY, WHITE, Path, Point, Shape, line
from probata.pictures.hatching import arrow_head, hatched
from probata.pictures.spans import Span

SHORTEST = 3.0
"""A bar shorter than this, in points, is drawn as a diamond."""


def draw_span(span: Span, axis: Axis, middle: float, height: float) -> Iterator[Shape]:
    """Give the shapes of one span; `middle` is the middle of its row."""
    left, right = _edges(span, axis)
    top = middle - height / 2
    yield from _arrows(span, axis, middle)
    if is_short(span, axis):
        yield diamond((left + right) / 2, middle, is_filled=span.certain is not None)
        return
    yield from hatched(left, top, right - left, height, "slanted")
    if span.certain:
        start, end = axis.start_of(span.certain[0]), axis.end_of(span.certain[1])
        start, end = max(start, left), min(end, right)
        if end - start >= 1:
            yield from hatched(start, top, end - start, height, "solid")


def is_short(span: Span, axis: Axis) -> bool:
    """Tell whether a span is too short for a bar."""
    left, right = _edges(span, axis)
    return right - left < SHORTEST


def is_partly_possible(span: Span, axis: Axis) -> bool:
    """Tell whether a part of the drawn bar is not sure."""
    left, right = _edges(span, axis)
    if span.certain is None or is_short(span, axis):
        return not is_short(span, axis)
    return axis.start_of(span.certain[0]) > left + 0.5 or axis.end_of(span.certain[1]) < right - 0.5


def diamond(x: float, y: float, is_filled: bool) -> Path:
    """Return the mark of a single day: filled where the day is sure."""
    points = ((x, y - 4), (x + 3, y), (x, y + 4), (x - 3, y))
    return Path(points, is_closed=True, fill=BLACK if is_filled else WHITE, width=0.7)


def guide(start: Point, end: Point) -> Path:
    """Return the dotted line that carries the time of an event through the posts."""
    return line(start, end, GREY, 0.5, (1.2, 2.0))


def _edges(span: Span, axis: Axis) -> tuple[float, float]:
    left = axis.start_of(span.first) if span.first else axis.left + ROOM
    right = axis.end_of(span.last) if span.last else axis.right - ROOM
    return left, right


def _arrows(span: Span, axis: Axis, middle: float) -> Iterator[Shape]:
    left, right = _edges(span, axis)
    if span.starts_open:
        tip = max(axis.left, left - ROOM)
        yield line((left, middle), (tip + 2, middle), width=0.9)
        yield arrow_head((tip, middle), "left")
    if span.ends_open:
        tip = min(axis.right, right + ROOM)
        yield line((right, middle), (tip - 2, middle), width=0.9)
        yield arrow_head((tip, middle), "right")
