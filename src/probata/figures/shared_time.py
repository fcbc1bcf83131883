"""What share of a time lies in a tenure, by months or by days, between the least and the most that it can be."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from probata.model.dates import Point, When
from probata.model.tenure import Tenure


@dataclass(frozen=True, slots=True)
class Share:
    """Of `whole` months or days at least `least` and at most `most` lie in the tenure."""

    least: int
    most: int
    whole: int

    @property
    def low(self) -> Fraction:
        """The least share."""
        return Fraction(self.least, self.whole)

    @property
    def high(self) -> Fraction:
        """The greatest share."""
        return Fraction(self.most, self.whole)


@dataclass(frozen=True, slots=True)
class Extent:
    """How long something lasted: at most, and surely."""

    widest: When
    sure: When


def extent_of(tenure: Tenure) -> Extent:
    """Return how long a tenure lasted, by what it says to be possible and certain, else by the period stated."""
    return Extent(tenure.possible or tenure.stated, tenure.certain or tenure.stated)


def share_of(time: When, extent: Extent, by: str) -> Share | None:
    """Return the share of a time that lies in a tenure; `None` where the time has no beginning or no end.

    By months, a month that the tenure names as its first or last counts whole, as `August 2015 to April 2017` is meant;
    one of which it names a day counts perhaps. By days, a day counts surely where the tenure covers it whatever its
    unknown ends are. Dates that are approximate make nothing sure.
    """
    if time.start is None or time.end is None:
        return None
    return _by_months(time, extent) if by == "months" else _by_days(time, extent)


def days_of(time: When) -> int | None:
    """Return how many days a time has, both ends counted; `None` where it has no beginning or no end."""
    return None if time.start is None or time.end is None else (time.last - time.first).days + 1


def _by_days(time: When, extent: Extent) -> Share:
    widest, core = extent.widest, None if _is_approximate(extent.sure) else extent.sure.core
    most = _common(time.first.toordinal(), time.last.toordinal(), widest.first.toordinal(), widest.last.toordinal())
    least = 0
    if core:
        least = _common(time.first.toordinal(), time.last.toordinal(), core[0].toordinal(), core[1].toordinal())
    return Share(least, max(most, least), (time.last - time.first).days + 1)


def _by_months(time: When, extent: Extent) -> Share:
    first, last = _month(time.first), _month(time.last)
    most = _common(first, last, _month(extent.widest.first), _month(extent.widest.last))
    least = _common(first, last, *_sure_months(extent.sure))
    return Share(least, max(most, least), last - first + 1)


def _sure_months(when: When) -> tuple[int, int]:
    """Return the first and last month that a period surely covers as it is meant; the first is later where none is."""
    if when.start is None or _is_approximate(when):
        return 1, 0
    begins = _month(when.start.last if when.start.precision == 1 else when.start.first) + _is_within(when.start)
    if when.end is None:
        return begins, begins if when.start.precision == 2 else begins - 1
    is_cut = when.end.precision == 3 and when.end.day != monthrange(when.end.year, when.end.month)[1]
    ends = _month(when.end.first if when.end.precision == 1 else when.end.last)
    return begins, ends - is_cut


def _is_approximate(when: When) -> bool:
    return any(point is not None and point.approximate for point in (when.start, when.end))


def _is_within(begins: Point) -> bool:
    """Tell whether a beginning is a day in the course of a month, so that the month is covered in part."""
    return begins.precision == 3 and begins.day != 1


def _month(day: date) -> int:
    return day.year * 12 + day.month


def _common(first: int, last: int, other_first: int, other_last: int) -> int:
    return max(0, min(last, other_last) - max(first, other_first) + 1)
