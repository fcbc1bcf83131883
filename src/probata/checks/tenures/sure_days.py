"""What is certain about dates and periods, whatever their unknown ends are: when a post was held, what came first."""

from __future__ import annotations

from datetime import date

from probata.law.full_age import full_age
from probata.model.dates import Answer, When
from probata.model.person import Person
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


def are_surely_apart(one: When, other: When) -> bool:
    """Tell whether two dates or periods cannot share a day; an approximate one decides nothing."""
    return is_surely_before(one, other) or is_surely_before(other, one)


def begins_before(one: When, other: When) -> bool:
    """Tell whether one surely begins before the other may; an unknown or approximate beginning decides nothing."""
    if one.start is None or other.start is None or one.start.approximate or other.start.approximate:
        return False
    return one.latest_start < other.first


def ends_after(one: When, other: When) -> bool:
    """Tell whether one surely goes on after the other may end, or ends later; an open end of the other has no after."""
    if other.end is None or other.end.approximate or is_approximate(one):
        return False
    return one.earliest_end > other.last


def is_approximate(when: When) -> bool:
    """Tell whether one of its dates is only about so: it makes nothing sure."""
    return any(point is not None and point.approximate for point in (when.start, when.end))


# How old somebody was on a day.

FULL_AGE = full_age().years
"""By `law/full_age.yaml`."""


def births_of(person: Person) -> tuple[When, ...]:
    """Return the dates of birth that sources give for a person; several where they differ, none where none is known."""
    own = person.birth.date.value if person.birth.date else None
    return tuple(when for when in (own, *(other.date for other in person.birth.alternatives)) if when)


def age_on(born: date, day: date) -> int:
    """Return the full years between a birth and a day; below 0 for a day before the birth."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def is_minor(births: tuple[When, ...], day: When) -> Answer:
    """Answer by the oldest and the youngest that the person may have been on a day."""
    oldest = age_on(min(birth.first for birth in births), day.last)
    youngest = age_on(max(birth.last for birth in births), day.first)
    if youngest >= FULL_AGE:
        return Answer.NO
    is_sure = oldest < FULL_AGE and not any(map(is_approximate, (*births, day)))
    return Answer.CERTAIN if is_sure else Answer.POSSIBLE
