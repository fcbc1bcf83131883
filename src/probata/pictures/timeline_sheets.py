"""The rows of a time axis cut into sheets that fit on a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from probata.pictures.distinct import Room, distinct
from probata.pictures.drawing import SMALL_SIZE, TEXT_SIZE
from probata.pictures.text import height_of, wrap
from probata.pictures.timeline_rows import TimeGroup, TimeRow

LABEL_SHARE = 0.42
"""Share of the width that labels take."""
INDENT, GUTTER = 7.0, 10.0
PADDING = 2.5
"""Above and below the text of a row."""
MOST_LINES = 24
"""Lines of a label. Only one that no record has in earnest is longer: it would take half a page."""
SHARE_AGAIN = 0.6
"""Share of a sheet that posts shown again may take."""


@dataclass(frozen=True, slots=True)
class Strip:
    """A heading or a row with the lines of its text and its height."""

    height: float
    title: tuple[str, ...]
    dates: tuple[str, ...] = ()
    row: TimeRow | None = None


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


def cut_into_sheets(groups: Sequence[TimeGroup], room: float, width: float) -> list[TimeSheet]:
    """Cut the rows into sheets no higher than `room`, as few as there must be, of much the same height.

    A row that is higher than that has a sheet of its own. Sheets on which events go on show all posts again.
    """
    again = _again(groups, width, room * SHARE_AGAIN)
    fewest = list(_cut(groups, again, room, width))
    even = 1.1 * sum(sheet.height for sheet in fewest) / len(fewest) + 2 * TEXT_SIZE
    evened = list(_cut(groups, again, min(room, even), width))
    return evened if len(evened) == len(fewest) else fewest


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
    title = wrap(group.heading, width * LABEL_SHARE - GUTTER, TEXT_SIZE, is_bold=True, most=MOST_LINES)
    return Strip(height_of(title, TEXT_SIZE) + 3 * PADDING, title)


def _titles(groups: Sequence[TimeGroup], width: float) -> dict[str, tuple[str, ...]]:
    """Return the lines of each label; where labels must be cut, no two are alike."""
    room = Room(width * LABEL_SHARE - GUTTER - INDENT, MOST_LINES)
    return distinct((row.label for group in groups for row in group.rows), room)


def _row(row: TimeRow, title: tuple[str, ...], width: float) -> Strip:
    dates = wrap(row.dates, width * LABEL_SHARE - GUTTER - INDENT, SMALL_SIZE, most=MOST_LINES)
    return Strip(height_of(title, TEXT_SIZE) + height_of(dates, SMALL_SIZE) + 2 * PADDING, title, dates, row)


def _again(groups: Sequence[TimeGroup], width: float, room: float) -> list[Strip]:
    """Return the posts of all persons once more, so that events overleaf can be set against them.

    None where they do not fit into `room`: a label that is cut could be taken for that of another post.
    """
    posts = [group for group in groups if all(row.is_role for row in group.rows)]
    titles = _titles(posts, width)
    strips: list[Strip] = []
    for group in posts:
        strips += [_heading(group, width), *(_row(row, titles[row.label], width) for row in group.rows)]
    return strips if sum(strip.height for strip in strips) < room else []
