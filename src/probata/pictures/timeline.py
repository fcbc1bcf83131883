"""Posts against events on one time axis."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import count, takewhile

from probata.graph.case_graph import CaseGraph
from probata.messages import Wording
from probata.messages.wording import role_in_words
from probata.model.dates import When, parse_when
from probata.model.event import Event
from probata.model.person import Person
from probata.model.role import Role
from probata.pictures.drawing import (
    BLACK,
    DARK,
    FAINT,
    GREY,
    SMALL_SIZE,
    TEXT_SIZE,
    WHITE,
    Canvas,
    Drawing,
    Label,
    Path,
    Point,
    Shape,
    Sheet,
    arrow_head,
    hatched,
    line,
    rectangle,
)
from probata.pictures.legend import SIGN_HEIGHT, SIGN_WIDTH, Sign, arrow_sign, draw_legend, height_of_legend
from probata.pictures.text import Room, distinct, height_of, stacked, tidy, width_of, wrap
from probata.pictures.time_axis import ROOM, Axis, Span, axis_for, span_of_role, span_of_when

# One post or event on the time axis: the sure part solid, the possible part hatched, open ends as arrows.

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


# What stands on a time axis: posts of each person, then events, each with its dates in words.

GUIDED = 62
"""Days up to which an event is followed upwards through the posts."""


@dataclass(frozen=True, slots=True)
class TimeRow:
    """One post or event."""

    label: str
    dates: str
    """In words, as precise as recorded."""
    span: Span
    is_role: bool
    short: str = ""
    """What the row is called where it is shown again; nothing for its whole label."""
    record: str = ""
    """What it is about, such as `roles/warden`; nothing where that is no record."""


@dataclass(frozen=True, slots=True)
class TimeGroup:
    """Rows under one heading, the earliest first."""

    heading: str
    rows: tuple[TimeRow, ...]


def is_guided(row: TimeRow) -> bool:
    """Tell an event that is short enough to be followed by a dotted line through the posts."""
    first, last = row.span.first, row.span.last
    return not row.is_role and first is not None and last is not None and (last - first).days <= GUIDED


def groups_of(
    graph: CaseGraph, roles: Sequence[Role], events: Iterable[Event], wording: Wording
) -> tuple[TimeGroup, ...]:
    """Return the posts of each person and the events that have a date; nothing of a person who is not in the graph."""
    groups = []
    for key in dict.fromkeys(role.person for role in roles):
        if person := graph.find("people", Person, key):
            rows = [_role_row(role, wording) for role in roles if role.person == key]
            groups.append(TimeGroup(person.name.display or key, _in_order(rows)))
    rows = [_event_row(event, event.dates, wording) for event in events if event.dates]
    if rows:
        groups.append(TimeGroup(wording.label("picture.events"), _in_order(rows)))
    return tuple(groups)


def with_numbers(groups: Iterable[TimeGroup], wording: Wording) -> tuple[TimeGroup, ...]:
    """Number the posts of all persons, so that a sheet that shows them again need not repeat their long titles."""
    numbers = map(str, count(1))
    return tuple(TimeGroup(group.heading, tuple(_numbered(group.rows, numbers, wording))) for group in groups)


def _numbered(rows: Iterable[TimeRow], numbers: Iterator[str], wording: Wording) -> Iterator[TimeRow]:
    for row in rows:
        if not row.is_role:
            yield row
            continue
        number = next(numbers)
        label = wording.label("picture.numbered_post", number=number, title=row.label)
        yield replace(row, label=label, short=wording.label("picture.post", number=number))


def _role_row(role: Role, wording: Wording) -> TimeRow:
    title, dates = role.short_title or role.title, role_in_words(wording, role)
    return TimeRow(title, dates, span_of_role(role), True, record=f"roles/{role.id}")


def _event_row(event: Event, dates: When, wording: Wording) -> TimeRow:
    return TimeRow(event.title, wording.when(dates), span_of_when(dates), False, record=f"events/{event.id}")


def _in_order(rows: Iterable[TimeRow]) -> tuple[TimeRow, ...]:
    """Sort by beginning and end; what has no beginning comes first, equal ones stay in the order of the records."""
    return tuple(sorted(rows, key=_ends))


def _ends(row: TimeRow) -> tuple[int, int]:
    first, last = row.span.first, row.span.last
    return first.toordinal() if first else 0, last.toordinal() if last else 10**8


# The rows of a time axis cut into sheets that fit on a page.

INDENT, GUTTER = 7.0, 10.0
BETWEEN = 6.0
"""Between a title and its dates in one line."""
PADDING = 1.8
"""Above and below the text of a row."""
MOST_LINES = 24
"""Lines of a label. Only one that no record has in earnest is longer: it would take half a page."""
FEWEST_ROWS = 3
"""Rows of their own that the last of several sheets should have."""
SHARE_AGAIN = 0.6
"""Share of a sheet that posts shown again may take."""


@dataclass(frozen=True, slots=True)
class Strip:
    """A heading or a row with the lines of its text and its height."""

    height: float
    title: tuple[str, ...]
    dates: tuple[str, ...] = ()
    row: TimeRow | None = None
    is_in_one_line: bool = False


@dataclass(slots=True)
class TimeSheet:
    """What stands on one sheet."""

    strips: list[Strip] = field(default_factory=list)
    groups: list[TimeGroup] = field(default_factory=list)
    """The same rows by their headings, without posts that are shown again."""

    @property
    def height(self) -> float:
        """Height of all strips."""
        return sum(strip.height for strip in self.strips)

    @property
    def own_rows(self) -> int:
        """How many rows stand on it, without posts that are shown again."""
        return sum(len(group.rows) for group in self.groups)


def cut_into_sheets(groups: Sequence[TimeGroup], room: float, width: float) -> list[TimeSheet]:
    """Cut the rows into sheets no higher than `room`, as few as there must be; `width` is what labels have.

    Each but the last is as full as can be, so that something else has room below the last; only where that one would
    have hardly a row of its own they are of much the same height. A row that is higher than `room` has a sheet of its
    own. Sheets on which events go on show all posts again.
    """
    again = _again(groups, width, room * SHARE_AGAIN)
    fewest = list(_cut(groups, again, room, width))
    if len(fewest) == 1 or fewest[-1].own_rows >= FEWEST_ROWS:
        return fewest
    even = 1.1 * sum(sheet.height for sheet in fewest) / len(fewest) + 2 * TEXT_SIZE
    evened = list(_cut(groups, again, min(room, even), width))
    return evened if len(evened) == len(fewest) else fewest


def height_of_rows(groups: Sequence[TimeGroup], width: float) -> float:
    """Return how high all rows are together where labels have this width."""
    return sum(sheet.height for sheet in _cut(groups, (), float("inf"), width))


def _cut(groups: Sequence[TimeGroup], again: Sequence[Strip], room: float, width: float) -> Iterator[TimeSheet]:
    titles = _titles(groups, width)
    sheet = TimeSheet()
    for group in groups:
        heading, is_new = _heading(group, width), True
        for row in group.rows:
            strip = _row(row, titles[row.label], width)
            needed = strip.height + (heading.height if is_new else 0)
            if sheet.groups and sheet.height + needed > room:
                yield sheet
                sheet, is_new = TimeSheet([] if row.is_role else list(again)), True
            if is_new:
                sheet.strips.append(heading)
                sheet.groups.append(TimeGroup(group.heading, ()))
            is_new = False
            sheet.strips.append(strip)
            sheet.groups[-1] = TimeGroup(group.heading, (*sheet.groups[-1].rows, row))
    yield sheet


def _heading(group: TimeGroup, width: float) -> Strip:
    title = wrap(group.heading, width - GUTTER, TEXT_SIZE, is_bold=True, most=MOST_LINES)
    return Strip(height_of(title, TEXT_SIZE) + 3 * PADDING, title)


def _titles(groups: Sequence[TimeGroup], width: float) -> dict[str, tuple[str, ...]]:
    """Return the lines of each label; where labels must be cut, no two are alike."""
    room = Room(width - GUTTER - INDENT, MOST_LINES)
    return distinct((row.label for group in groups for row in group.rows), room)


def _row(row: TimeRow, title: tuple[str, ...], width: float) -> Strip:
    room = width - GUTTER - INDENT
    if len(title) == 1 and width_of(title[0], TEXT_SIZE) + BETWEEN + width_of(row.dates, SMALL_SIZE) <= room:
        return Strip(height_of(title, TEXT_SIZE) + 2 * PADDING, title, (row.dates,), row, is_in_one_line=True)
    dates = wrap(row.dates, room, SMALL_SIZE, most=MOST_LINES)
    return Strip(height_of(title, TEXT_SIZE) + height_of(dates, SMALL_SIZE) + 2 * PADDING, title, dates, row)


def _short(group: TimeGroup) -> TimeGroup:
    return TimeGroup(group.heading, tuple(replace(row, label=row.short or row.label) for row in group.rows))


def _again(groups: Sequence[TimeGroup], width: float, room: float) -> list[Strip]:
    """Return the posts of all persons once more, by their short names, so that events overleaf can be set against them.

    None where they do not fit into `room`: a label that is cut could be taken for that of another post.
    """
    posts = [_short(group) for group in groups if all(row.is_role for row in group.rows)]
    titles = _titles(posts, width)
    strips: list[Strip] = []
    for group in posts:
        strips += [_heading(group, width), *(_row(row, titles[row.label], width) for row in group.rows)]
    return strips if sum(strip.height for strip in strips) < room else []


def signs_of(rows: Sequence[TimeRow], axis: Axis, wording: Wording) -> tuple[Sign, ...]:
    """Return the key: the signs that these rows use."""
    spans = [row.span for row in rows]
    short = [span for span in spans if is_short(span, axis)]
    used = (
        (_solid, "certain", any(span.certain and not is_short(span, axis) for span in spans)),
        (_slanted, "possible", any(is_partly_possible(span, axis) for span in spans)),
        (_filled, "short", any(span.certain for span in short)),
        (_hollow, "short_possible", any(not span.certain for span in short)),
        (arrow_sign, "open_end", any(span.starts_open or span.ends_open for span in spans)),
        (_guide, "guide", any(map(is_guided, rows))),
    )
    return tuple(Sign(draw, wording.label(f"picture.{key}")) for draw, key, is_used in used if is_used)


def _solid(x: float, y: float) -> Iterable[Shape]:
    return hatched(x, y - SIGN_HEIGHT / 2, SIGN_WIDTH, SIGN_HEIGHT, "solid")


def _slanted(x: float, y: float) -> Iterable[Shape]:
    return hatched(x, y - SIGN_HEIGHT / 2, SIGN_WIDTH, SIGN_HEIGHT, "slanted")


def _filled(x: float, y: float) -> Iterable[Shape]:
    return (diamond(x + SIGN_WIDTH / 2, y, is_filled=True),)


def _hollow(x: float, y: float) -> Iterable[Shape]:
    return (diamond(x + SIGN_WIDTH / 2, y, is_filled=False),)


def _guide(x: float, y: float) -> Iterable[Shape]:
    middle = x + SIGN_WIDTH / 2
    return (guide((middle, y - 5.5), (middle, y + 5.5)),)


def alternative_of(groups: Iterable[TimeGroup], undated: Sequence[str], axis: Axis, wording: Wording) -> str:
    """Return in words what the time axis shows: the axis, then every row with its dates."""
    between = wording.label("list.between_long")
    period = wording.when(parse_when(f"{axis.first}/{axis.last}"))
    sentences = [wording.label("picture.timeline_alternative", period=period)]
    for group in groups:
        rows = between.join(wording.label("picture.row", label=row.label, text=row.dates) for row in group.rows)
        sentences.append(wording.label("picture.chart_row", label=group.heading, values=rows))
    if undated:
        sentences.append(wording.label("picture.undated", titles=between.join(undated)))
    return tidy(" ".join(sentences))


# The last events of a time axis once more, by days, where they crowd on one place of it: beside their own rows.

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
        Sheet(_draw(sheet.strips, axis, wording, signs, remarks), alternative_of(sheet.groups, undated, axis, wording))
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
        _draw_strip(canvas, strip, axis, top, wording)
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


def _draw_strip(canvas: Canvas, strip: Strip, axis: Axis, top: float, wording: Wording) -> None:
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
    row = rectangle((0, top), (axis.right, strip.height))
    canvas.stand_for(
        strip.row.record, wording.label("picture.row", label=strip.row.label, text=strip.row.dates), row.points
    )
