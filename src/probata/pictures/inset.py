"""The last events of a time axis once more, by days, where they crowd on one place of it: beside their own rows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from probata.messages import Wording
from probata.model.dates import parse_when
from probata.pictures.axis import Axis
from probata.pictures.drawing import DARK, FAINT, SMALL_SIZE, WHITE, Canvas, Label, line, rectangle
from probata.pictures.time_bar import draw_span
from probata.pictures.timeline_rows import is_guided
from probata.pictures.timeline_sheets import Strip

FEWEST = 3
"""Events that crowd."""
CROWDED, NARROWEST, APART = 30.0, 90.0, 14.0
"""Points: within which they do; that an inset has at least; between it and the place that it shows."""
HEIGHT_OF_DAYS = 10.0
BAR = 6.0


def draw_inset(canvas: Canvas, strips: Sequence[Strip], axis: Axis, bottom: float, wording: Wording) -> float:
    """Draw an inset over the last rows where it helps; return where it ends, with the days below it."""
    rows = list(takewhile(_is_followed, reversed(strips)))[::-1]
    days = [day for strip in rows if strip.row for day in strip.row.span.known()]
    if len(rows) < FEWEST or axis.end_of(max(days)) - axis.start_of(min(days)) > CROWDED:
        return bottom
    left = axis.end_of(max(days)) + APART
    if axis.right - left < NARROWEST:
        return bottom
    inset = Axis(min(days), max(days), left, axis.right)
    top = bottom - sum(strip.height for strip in rows)
    canvas.add([rectangle((left, top), (axis.right - left, bottom - top), WHITE, DARK, 0.5)])
    for strip in rows:
        canvas.add([line((left, top), (axis.right, top), FAINT, 0.4)])
        if strip.row:
            canvas.add(draw_span(strip.row.span, inset, top + strip.height / 2, BAR))
        top += strip.height
    first, last = (wording.when(parse_when(day.isoformat())) for day in (inset.first, inset.last))
    below = bottom + HEIGHT_OF_DAYS - 2
    canvas.add(labels=[Label((left, below), first, SMALL_SIZE)])
    canvas.add(labels=[Label((axis.right, below), last, SMALL_SIZE, anchor="end")])
    return bottom + HEIGHT_OF_DAYS


def _is_followed(strip: Strip) -> bool:
    return strip.row is not None and is_guided(strip.row)
