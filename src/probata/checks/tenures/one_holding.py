"""Roles that are one holding of one post, told in several records, and the months that they fill together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from probata.figures.shared_time import extent_of
from probata.model.dates import When
from probata.model.role import Role

Months = tuple[int, int]
"""First and last month, counted from the year 0."""


def is_one_holding(roles: Sequence[Role]) -> bool:
    """Tell whether roles are one person's in one post: one role is, and several that share a person and a seat are."""
    if len({role.person for role in roles}) != 1:
        return False
    seats = [{seat.position for seat in role.seats} for role in roles]
    return len(roles) == 1 or bool(set.intersection(*seats))


def months_of(when: When) -> Months:
    """Return the first and the last month of a time that has a beginning and an end."""
    return _month(when.first), _month(when.last)


def months_within(months: Months, roles: Iterable[Role]) -> int:
    """Return how many of some months can lie in one of the roles, each month once and at the widest that it may be."""
    held = sorted((months_of(extent_of(role.dates).widest) for role in roles), key=lambda own: own[0])
    ahead, count = months[0], 0
    for first, last in held:
        begin, end = max(ahead, first), min(months[1], last)
        if begin <= end:
            count += end - begin + 1
            ahead = end + 1
    return count


def _month(day: date) -> int:
    return day.year * 12 + day.month
