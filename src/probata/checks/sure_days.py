"""What is certain about dates and periods, whatever their unknown ends are: when a post was held, what came first."""

from __future__ import annotations

from datetime import date

from probata.model.dates import When
from probata.model.role import Role, Seat

Days = tuple[date, date]
"""First and last day."""


def sure_days(role: Role, seat: Seat | None = None) -> Days | None:
    """Return the first and last day on which a role, or one of its seats, was surely held; `None` where none is sure.

    Of an open period the beginning is sure, and the time up to `as_of` where the role is current. A date that is
    approximate makes nothing sure.
    """
    stated = seat.dates if seat and seat.dates else role.dates.certain or role.dates.stated
    if is_approximate(stated):
        return None
    as_of = role.as_of if stated.start and stated.is_open and role.status == "current" else None
    if as_of and not is_approximate(as_of) and stated.latest_start <= as_of.first:
        return stated.latest_start, as_of.first
    return stated.core


def share_days(one: Days, other: Days) -> bool:
    """Tell whether two share more than the day of the handing-over."""
    return one[0] < other[1] and other[0] < one[1]


def is_surely_before(one: When, other: When) -> bool:
    """Tell whether one date or period is over before the other begins; an approximate one decides nothing."""
    return one.last < other.first and not is_approximate(one) and not is_approximate(other)


def is_approximate(when: When) -> bool:
    """Tell whether one of its dates is only about so: it makes nothing sure."""
    return any(point is not None and point.approximate for point in (when.start, when.end))
