"""Whether a date that is told can be an end of a role, by any account of it, or the day of an appointment to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from probata.checks.texts.marked_clauses import listed_words
from probata.checks.texts.told_ends import ToldEnd
from probata.graph.case_graph import CaseGraph
from probata.model.dates import Point, When
from probata.model.role import Role
from probata.model.source_record import Source

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


def may_be_end(role: Role, told: Point, *, is_start: bool, has_year: bool = True) -> bool:
    """Tell whether a date may be an end of a role; an end that is open, about so, or not known may be any.

    A date without its year is compared by its month and day alone.
    """
    if not (role.dates.start_known if is_start else role.dates.end_known):
        return True
    for when in accounts_of(role):
        known = when.start if is_start else when.end
        if known is None or known.approximate:
            return True
        one = told if has_year else _in_year_of(known, told)
        if known.first <= one.last and one.first <= known.last:
            return True
    return False


def _in_year_of(known: Point, told: Point) -> Point:
    """Return a month or day in the year of another; of one that the year does not have, its month."""
    month = Point(known.year, told.month)
    return Point(known.year, told.month, told.day) if told.day <= month.last.day else month


def may_be_appointment(role: Role, told: ToldEnd) -> bool:
    """Tell whether somebody may have been appointed to a role then: on its first day, or before it.

    Nobody is appointed to what they hold already.
    """
    starts = (when.start for when in accounts_of(role) if when.start)
    is_before = told.has_year and any(told.time.first.last < start.first for start in starts)
    return is_before or may_be_end(role, told.time.first, is_start=True, has_year=told.has_year)


def began_by_another(graph: CaseGraph, role: Role, told: ToldEnd) -> bool:
    """Tell whether a role is recorded to have begun by appointment, and no source that it cites is of the time told."""
    began = role.dates.start_context or ""
    if not re.search(rf"\b(?:{listed_words('tenure', 'by_appointment')})\b", began, re.IGNORECASE):
        return False
    cited = (graph.find("sources", Source, one.source) for one in (*role.citations, *role.dates.citations))
    issued = [source.issued for source in cited if source and source.issued]
    first, last = told.time.first.first, told.time.first.last
    return bool(issued) and all(when.last < first or last < when.first for when in issued)
