"""Whether a date can be an end of a role, by any account of it."""

from __future__ import annotations

from collections.abc import Iterator

from probata.model.dates import Point, When
from probata.model.role import Role

_DAY = 3
"""The precision of a date with its day."""


def accounts_of(role: Role) -> Iterator[When]:
    """Give every time that is recorded of a role, its own first."""
    yield role.dates.stated
    yield from (account.dates for account in role.dates.other_accounts)
    yield from (ground.period for ground in role.responsibility if ground.period)
    yield from (seat.dates for seat in role.seats if seat.dates)
    # A term is not how long its member held the seat, where both ends of that are recorded to the day.
    ends = role.dates.stated.start, role.dates.stated.end
    is_exact = all(end and end.precision == _DAY and not end.approximate for end in ends)
    term = role.term.dates if role.term and not is_exact else None
    yield from (when for when in (role.dates.possible, term) if when)


def may_be_end(role: Role, told: Point, *, is_start: bool) -> bool:
    """Tell whether a date may be an end of a role; an end that is open, about so, or not known may be any."""
    if not (role.dates.start_known if is_start else role.dates.end_known):
        return True
    for when in accounts_of(role):
        known = when.start if is_start else when.end
        if known is None or known.approximate or (known.first <= told.last and told.first <= known.last):
            return True
    return False
