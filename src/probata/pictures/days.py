"""On which days an organisation chart says most about the posts on which something rests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from probata.model.dates import Answer, parse_when
from probata.model.event import Event
from probata.model.role import Role
from probata.pictures.spans import span_of_role


def days_of(roles: Sequence[Role], events: Mapping[str, Iterable[Event]]) -> tuple[date, ...]:
    """Return as few days as there need be, so that each role was held on one of them, in the order of time.

    For a role it is the day of the first incident or act that is alleged of it, where that is known to the day and
    falls into its tenure. Otherwise it is the first sure day of a tenure: of that one, or of one that begins within it
    and covers more roles. `events` are those alleged of each role, by its id.
    """
    days: list[date] = []
    for role in roles:
        found = sorted(day for event in events.get(role.id, ()) if (day := _day_of(event)) and _is_held(role, day))
        if found and not any(_is_held(role, day) for day in days):
            days.append(found[0])
    left = [role for role in roles if not any(_is_held(role, day) for day in days)]
    days += _fewest([sure for role in left if (sure := _sure_days(role))])
    return tuple(sorted(set(days)))


def telling_day(roles: Sequence[Role], events: Mapping[str, Iterable[Event]]) -> date | None:
    """Return the one of these days on which the roles were held of which most is alleged; of equal ones the first.

    The day of an incident or act that is alleged goes before any other.
    """
    weights = {role.id: 1 + len(list(events.get(role.id, ()))) for role in roles}
    alleged = {_day_of(event) for found in events.values() for event in found}
    days = sorted(days_of(roles, events), key=lambda day: day not in alleged)
    days = [day for day in days if (day in alleged) == (days[0] in alleged)]
    return max(days, key=lambda day: sum(weights[one.id] for one in roles if _is_held(one, day)), default=None)


def _day_of(event: Event) -> date | None:
    """Return the first day of an incident or act, where it is recorded to the day."""
    start = event.dates.start if event.dates else None
    is_exact = start is not None and start.precision == 3 and not start.approximate
    return start.first if start and is_exact and event.kind in {"incident", "act"} else None


def _is_held(role: Role, day: date) -> bool:
    return role.covers(parse_when(day.isoformat())) is Answer.CERTAIN


def _sure_days(role: Role) -> tuple[date, date] | None:
    """Return the days on which a role was surely held; its possible first day alone where none is sure."""
    span = span_of_role(role)
    if span.certain:
        return span.certain
    return (span.first, span.first) if span.first else None


def _fewest(spans: Sequence[tuple[date, date]]) -> list[date]:
    """Return days so that each span has one: for the span that ends first, the beginning that meets most spans."""
    days: list[date] = []
    left = sorted(spans, key=lambda span: (span[1], span[0]))
    while left:
        first, last = left[0]
        starts = sorted({start for start, _ in left if first <= start <= last})
        day = max(starts, key=lambda start: sum(a <= start <= b for a, b in left))
        days.append(day)
        left = [(a, b) for a, b in left if not a <= day <= b]
    return days
