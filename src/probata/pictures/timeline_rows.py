"""What stands on a time axis: posts of each person, then events, each with its dates in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from probata.graph.case_graph import CaseGraph
from probata.messages import Wording
from probata.messages.tenure import role_in_words
from probata.model.event import Event
from probata.model.person import Person
from probata.model.role import Role
from probata.pictures.spans import Span, span_of_role, span_of_when

GUIDED = 62
"""Days up to which an event is followed upwards through the posts."""


@dataclass(frozen=True, slots=True)
class TimeRow:
    """One post or event."""

    label: str
    dates: str
    """In words, as precise as recorded."""
    span: Span
    is_role: bool
    short: str = ""
    """What the row is called where it is shown again; nothing for its whole label."""


@dataclass(frozen=True, slots=True)
class TimeGroup:
    """Rows under one heading, the earliest first."""

    heading: str
    rows: tuple[TimeRow, ...]


def is_guided(row: TimeRow) -> bool:
    """Tell an event that is short enough to be followed by a dotted line through the posts."""
    first, last = row.span.first, row.span.last
    return not row.is_role and first is not None and last is not None and (last - first).days <= GUIDED


def groups_of(
    graph: CaseGraph, roles: Sequence[Role], events: Iterable[Event], wording: Wording
) -> tuple[TimeGroup, ...]:
    """Return the posts of each person and the events that have a date; nothing of a person who is not in the graph."""
    groups = []
    for key in dict.fromkeys(role.person for role in roles):
        if person := graph.find("people", Person, key):
            rows = [_role_row(role, wording) for role in roles if role.person == key]
            groups.append(TimeGroup(person.name.display or key, _in_order(rows)))
    rows = [TimeRow(e.title, wording.when(e.dates), span_of_when(e.dates), False) for e in events if e.dates]
    if rows:
        groups.append(TimeGroup(wording.label("picture.events"), _in_order(rows)))
    return tuple(groups)


def with_numbers(groups: Iterable[TimeGroup], wording: Wording) -> tuple[TimeGroup, ...]:
    """Number the posts of all persons, so that a sheet that shows them again need not repeat their long titles."""
    numbers = map(str, count(1))
    return tuple(TimeGroup(group.heading, tuple(_numbered(group.rows, numbers, wording))) for group in groups)


def _numbered(rows: Iterable[TimeRow], numbers: Iterator[str], wording: Wording) -> Iterator[TimeRow]:
    for row in rows:
        if not row.is_role:
            yield row
            continue
        number = next(numbers)
        label = wording.label("picture.numbered_post", number=number, title=row.label)
        yield replace(row, label=label, short=wording.label("picture.post", number=number))


def _role_row(role: Role, wording: Wording) -> TimeRow:
    return TimeRow(role.short_title or role.title, role_in_words(wording, role), span_of_role(role), True)


def _in_order(rows: Iterable[TimeRow]) -> tuple[TimeRow, ...]:
    """Sort by beginning and end; what has no beginning comes first, equal ones stay in the order of the records."""
    return tuple(sorted(rows, key=_ends))


def _ends(row: TimeRow) -> tuple[int, int]:
    first, last = row.span.first, row.span.last
    return first.toordinal() if first else 0, last.toordinal() if last else 10**8
