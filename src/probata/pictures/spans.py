"""From when to when something was so: surely, possibly, and with which ends open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from probata.model.dates import Point, When
from probata.model.role import Role


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
