"""Posts against events on one time axis."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from probata.graph.case_graph import CaseGraph
from probata.messages import Wording
from probata.model.event import Event
from probata.model.role import Role
from probata.pictures.axis import Axis, axis_for
from probata.pictures.drawing import DARK, FAINT, SMALL_SIZE, TEXT_SIZE, Canvas, Drawing, Label, line
from probata.pictures.inset import draw_inset
from probata.pictures.legend import Sign, draw_legend, height_of_legend
from probata.pictures.sheet import Sheet
from probata.pictures.text import height_of, stacked, width_of
from probata.pictures.time_bar import draw_span, guide
from probata.pictures.timeline_rows import TimeGroup, groups_of, is_guided, with_numbers
from probata.pictures.timeline_sheets import BETWEEN, INDENT, PADDING, Strip, cut_into_sheets, height_of_rows
from probata.pictures.timeline_words import alternative_of, signs_of

AXIS_HEIGHT = 14.0
ROLE_BAR, EVENT_BAR = 8.0, 6.0
LABEL_SHARE, LARGE_SHARE = 0.42, 0.52
"""Shares of the width that labels take, the larger where titles are so long that it saves much height."""
MUCH = 0.05
"""Share of the height that is worth a shorter axis."""


def draw_timeline(
    graph: CaseGraph, roles: Sequence[Role], events: Sequence[Event], wording: Wording, size: tuple[float, float]
) -> tuple[Sheet, ...]:
    """Draw posts and events; `size` is the width and the greatest height in points.

    Gives several sheets where one page is too low, and none where nothing has a date.
    """
    groups = groups_of(graph, roles, events, wording)
    undated = [event.title for event in events if not event.dates]
    days = [role.as_of.first for role in roles if role.as_of and role.as_of.start and role.status == "current"]
    return draw_groups(groups, undated, days, wording, size)


def draw_groups(
    groups: Sequence[TimeGroup], undated: Sequence[str], reached: Sequence[date], wording: Wording,
    size: tuple[float, float],
) -> tuple[Sheet, ...]:  # fmt: skip
    """Draw rows that are put together already, in sheets; none where no row has a date.

    `undated` are named below, since they have no place on the axis; `reached` are days that it goes to all the same.
    """
    rows = [row for group in groups for row in group.rows]
    days = [day for row in rows for day in row.span.known()]
    if not days:
        return ()
    days += reached
    width, height = size
    share = _share(groups, width)
    axis = axis_for(days, width * share, width)
    signs = signs_of(rows, axis, wording)
    titles = wording.label("list.between_long").join(undated)
    remarks = [wording.label("picture.undated", titles=titles)] if undated else []
    room = height - AXIS_HEIGHT - height_of_legend(width, signs, remarks)
    sheets = cut_into_sheets(groups, room, width * share)
    if len(sheets) > 1:
        sheets = cut_into_sheets(with_numbers(groups, wording), room, width * share)
    return tuple(
        Sheet(
            _draw(sheet.strips, axis, wording, signs, remarks),
            alternative_of(sheet.groups, undated, axis, wording),
        )
        for sheet in sheets
    )


def _share(groups: Sequence[TimeGroup], width: float) -> float:
    usual, lower = (height_of_rows(groups, width * share) for share in (LABEL_SHARE, LARGE_SHARE))
    return LARGE_SHARE if lower < usual * (1 - MUCH) else LABEL_SHARE


def _draw(
    strips: Sequence[Strip], axis: Axis, wording: Wording, signs: Sequence[Sign], remarks: Iterable[str]
) -> Drawing:
    canvas = Canvas(axis.right)
    bottom = AXIS_HEIGHT + sum(strip.height for strip in strips)
    _draw_axis(canvas, axis, wording, bottom)
    _draw_guides(canvas, strips, axis, bottom)
    top = AXIS_HEIGHT
    for strip in strips:
        _draw_strip(canvas, strip, axis, top)
        top += strip.height
    canvas.add([line((0, bottom), (axis.right, bottom), DARK)])
    bottom = draw_inset(canvas, strips, axis, bottom, wording)
    canvas.height = draw_legend(canvas, signs, remarks, bottom)
    return canvas.drawing()


def _draw_axis(canvas: Canvas, axis: Axis, wording: Wording, bottom: float) -> None:
    for x, text in axis.marks(wording):
        canvas.add([line((x, AXIS_HEIGHT - 3), (x, bottom), FAINT, 0.4)])
        half = width_of(text, SMALL_SIZE) / 2
        middle = min(max(x, axis.left + half), axis.right - half)
        canvas.add(labels=[Label((middle, AXIS_HEIGHT - 6), text, SMALL_SIZE, anchor="middle")])
    canvas.add([line((0, AXIS_HEIGHT), (axis.right, AXIS_HEIGHT), DARK)])


def _draw_guides(canvas: Canvas, strips: Sequence[Strip], axis: Axis, bottom: float) -> None:
    """Follow short events upwards, so that one sees which posts they fall in."""
    places: dict[int, float] = {}
    for strip in strips:
        span = strip.row.span if strip.row and is_guided(strip.row) else None
        if span and span.first and span.last:
            x = (axis.start_of(span.first) + axis.end_of(span.last)) / 2
            places.setdefault(round(x / 2), x)
    canvas.add(guide((x, AXIS_HEIGHT), (x, bottom)) for x in places.values())


def _draw_strip(canvas: Canvas, strip: Strip, axis: Axis, top: float) -> None:
    if strip.row is None:
        canvas.add(labels=stacked(strip.title, (0, top + 2 * PADDING), TEXT_SIZE, is_bold=True))
        return
    canvas.add([line((INDENT, top), (axis.right, top), FAINT, 0.4)])
    canvas.add(labels=stacked(strip.title, (INDENT, top + PADDING), TEXT_SIZE))
    below = top + PADDING + height_of(strip.title, TEXT_SIZE)
    at = (INDENT, below)
    if strip.is_in_one_line:
        at = (INDENT + width_of(strip.title[0], TEXT_SIZE) + BETWEEN, top + PADDING + TEXT_SIZE - SMALL_SIZE)
    canvas.add(labels=stacked(strip.dates, at, SMALL_SIZE, colour=DARK))
    bar = ROLE_BAR if strip.row.is_role else EVENT_BAR
    canvas.add(draw_span(strip.row.span, axis, top + strip.height / 2, bar))
