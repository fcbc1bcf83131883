"""The rows of a time axis cut into sheets that fit on a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from probata.pictures.distinct import Room, distinct
from probata.pictures.drawing import SMALL_SIZE, TEXT_SIZE
from probata.pictures.text import height_of, width_of, wrap
from probata.pictures.timeline_rows import TimeGroup, TimeRow

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
