"""The time axis: where a day stands, which are named on it, and from when to when something was so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from babel.dates import format_date

from probata.messages import Wording
from probata.model.dates import Point, When
from probata.model.role import Role

# The time axis: where a day stands, and which days are named on it.

ROOM = 11.0
"""Points at both ends of the axis that stand for no day: arrows of open ends run out there."""
YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000)
MONTH_STEPS = (1, 2, 3, 6)
YEAR_ROOM, MONTH_ROOM = 30.0, 48.0
"""Least distance between two named years or months, in points."""
SHORT = 3 * 366
"""Days up to which the axis names months."""


@dataclass(frozen=True, slots=True)
class Axis:
    """Days from `first` to `last`, between two places on the canvas."""

    first: date
    last: date
    left: float
    right: float

    def start_of(self, day: date) -> float:
        """Return where a day begins; a day off the axis is moved to its end."""
        return self._place(day.toordinal())

    def end_of(self, day: date) -> float:
        """Return where a day ends."""
        return self._place(day.toordinal() + 1)

    def _place(self, ordinal: int) -> float:
        first, end = self.first.toordinal(), self.last.toordinal() + 1
        share = (min(max(ordinal, first), end) - first) / (end - first)
        return self.left + ROOM + share * (self.right - self.left - 2 * ROOM)

    def marks(self, wording: Wording) -> tuple[tuple[float, str], ...]:
        """Return the named days from left to right: years, or months where the axis is short."""
        if (self.last - self.first).days <= SHORT:
            return tuple(self._months(wording))
        return tuple(self._years())

    def _years(self) -> Iterator[tuple[float, str]]:
        width = (self.right - self.left - 2 * ROOM) / (self.last.year - self.first.year + 1)
        step = next((step for step in YEAR_STEPS if step * width >= YEAR_ROOM), YEAR_STEPS[-1])
        for year in range(self.first.year, self.last.year + 1):
            if year % step == 0:
                yield self.start_of(date(year, 1, 1)), str(year)

    def _months(self, wording: Wording) -> Iterator[tuple[float, str]]:
        months = [date(n // 12, n % 12 + 1, 1) for n in range(_month(self.first), _month(self.last) + 1)]
        width = (self.right - self.left - 2 * ROOM) / len(months)
        step = next((step for step in MONTH_STEPS if step * width >= MONTH_ROOM), 12)
        for month in months:
            if (month.month - 1) % step == 0:
                yield self.start_of(month), format_date(month, "MMM y", wording.locale)


def axis_for(days: Iterable[date], left: float, right: float) -> Axis:
    """Return an axis that reaches all days, from the beginning of a year or month to the end of one.

    `days` are one at least; they may be the same.
    """
    reached = sorted(days)
    first, last = reached[0], reached[-1]
    if (last - first).days <= SHORT - 62:
        return Axis(first.replace(day=1), _end_of_month(last), left, right)
    return Axis(date(first.year, 1, 1), date(last.year, 12, 31), left, right)


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _end_of_month(day: date) -> date:
    if day.month == 12:
        return day.replace(day=31)
    return day.replace(day=1, month=day.month + 1) - timedelta(days=1)


# From when to when something was so: surely, possibly, and with which ends open.


@dataclass(frozen=True, slots=True)
class Span:
    """Two ranges of days, as the records of tenure have them."""

    first: date | None
    """The first day on which it possibly was so; `None` where the beginning is not recorded."""
    last: date | None
    """The last such day; `None` where the end is not recorded."""
    certain: tuple[date, date] | None
    """The days on all of which it surely was so; `None` where no day is sure."""
    starts_open: bool = False
    """True where it may have begun before `first`."""
    ends_open: bool = False
    """True where it may have gone on after `last`."""

    def known(self) -> Iterator[date]:
        """Give the days that a time axis must reach."""
        for day in (self.first, self.last, *(self.certain or ())):
            if day is not None and day not in (date.min, date.max):
                yield day


def span_of_when(when: When) -> Span:
    """Return the span of a date or period as it is written."""
    return Span(
        when.start.first if when.start else None,
        when.end.last if when.end else None,
        when.core,
        _is_open(when.start),
        _is_open(when.end),
    )


def span_of_role(role: Role) -> Span:
    """Return the span of a role. One that is current was surely held until the day for which that is recorded."""
    tenure = role.dates
    span = span_of_when(tenure.possible or tenure.stated)
    return replace(
        span,
        certain=(tenure.certain.first, tenure.certain.last) if tenure.certain else _as_recorded(role).core,
        starts_open=span.starts_open or not tenure.start_known,
        ends_open=span.ends_open or not tenure.end_known,
    )


def _as_recorded(role: Role) -> When:
    stated = role.dates.stated
    if stated.end is None and stated.start and role.status == "current" and role.as_of and role.as_of.end:
        return replace(stated, end=role.as_of.end)
    return stated


def _is_open(end: Point | None) -> bool:
    """An end that is not recorded is open, and so is one that is only about right."""
    return end is None or end.approximate
