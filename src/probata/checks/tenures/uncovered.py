"""Which days of a period no role covers: what surely lies before all of some roles, or after them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from probata.checks.tenures.sure_days import Days, is_approximate
from probata.messages.wording import load_wording
from probata.model.dates import Point, When
from probata.model.tenure import Tenure

_DAY = timedelta(days=1)


def as_told(period: When) -> When:
    """Return a period with all the days of its first and last year or month, and an open end as one that goes on.

    A single date is no period: it is one day of its month or year, and stays as it is. So does what is approximate.
    """
    if not period.is_period or is_approximate(period):
        return period
    return When(period.text, _day(period.first), _day(period.last), is_period=True)


def going_on(period: When) -> When:
    """Return a period with an open end as one that goes on for ever; any other as it is."""
    return When(period.text, period.start, _day(date.max), is_period=True) if period.is_open else period


def left_by(tenures: Sequence[Tenure], period: When, as_of: When | None = None) -> tuple[Days, ...]:
    """Return the days of a period, as it is told, that surely lie before the first of some tenures or after the last.

    An open end is taken to the case's day. A tenure reaches as far as its dates allow. Where the period is told by
    months or years, a month of which a tenure covers a part is not left out. What is approximate, or without a day to
    which it goes on, leaves nothing for sure; nor does a single date.
    """
    widest = [tenure.possible or tenure.stated for tenure in tenures]
    if not widest or not period.is_period or is_approximate(period) or any(map(is_approximate, widest)):
        return ()
    first, last = min(when.first for when in widest), max(when.last for when in widest)
    end = period.end or (as_of.end if as_of else None)
    left: list[Days] = []
    if period.start and (begins := _month_of(first, period.start)[0]) > period.first:
        left.append((period.first, begins - _DAY))
    if end and (ends := _month_of(last, end)[1]) < end.last:
        left.append((ends + _DAY, end.last))
    return tuple((max(one[0], period.first), min(one[1], period.last)) for one in left)


def _month_of(day: date, told_by: Point) -> Days:
    """Return a day where the period is told by the day, else its month."""
    month = Point(day.year, day.month)
    return (day, day) if told_by.precision == 3 else (month.first, month.last)


def in_words(stretches: Iterable[Days]) -> str:
    """Write stretches of days, whole months as months: `January to March 2017 and June to December 2018`."""
    wording = load_wording("en-GB")
    return wording.join([wording.when(_as_written(*days)) for days in stretches])


def _as_written(first: date, last: date) -> When:
    """Return a stretch by its months where it is made of whole ones."""
    start, end = Point(first.year, first.month), Point(last.year, last.month)
    if (start.first, end.last) != (first, last):
        start, end = _day(first), _day(last)
    return When("", start, end, is_period=start != end)


def _day(day: date) -> Point:
    return Point(day.year, day.month, day.day)
