"""Roles and events of a case in the order of their dates."""

from __future__ import annotations

from dataclasses import dataclass

from probata.graph.case_graph import CaseGraph
from probata.model.dates import When
from probata.model.event import Event
from probata.model.person import Person
from probata.model.role import Role


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """A dated role or event."""

    when: When
    record: Role | Event
    text: str

    @property
    def kind(self) -> str:
        """`role`, or the kind of event."""
        return self.record.kind if isinstance(self.record, Event) else "role"


def timeline(graph: CaseGraph) -> tuple[TimelineEntry, ...]:
    """Return everything with a beginning, the earliest first; what has no date, or no known beginning, is left out.

    A date known only to the month or year counts as its first day.
    """
    entries = [_role(graph, role) for role in graph.roles]
    entries += [TimelineEntry(event.dates, event, event.title) for event in graph.events if event.dates]
    return tuple(sorted((e for e in entries if e.when.start), key=lambda entry: entry.when.first))


def _role(graph: CaseGraph, role: Role) -> TimelineEntry:
    person = graph.find("people", Person, role.person)
    name = person.name.display if person else role.person
    return TimelineEntry(role.dates.stated, role, f"{name}: {role.title}")
