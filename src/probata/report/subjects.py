"""To which allegations and persons a record leads."""

from __future__ import annotations

from collections.abc import Iterator

from probata.graph.case_graph import CaseGraph
from probata.graph.charged import persons_charged
from probata.model.allegation import Allegation
from probata.model.decision import Decision
from probata.model.position import Position
from probata.model.read import Read
from probata.model.role import Role
from probata.model.step import Step
from probata.proof.resting import resting_records


class Subjects:
    """The records of a case, by what rests on them."""

    def __init__(self, graph: CaseGraph) -> None:
        """Follow every allegation down to the records on which it rests."""
        self._graph = graph
        self._resting: dict[str, dict[str, None]] = {}
        for allegation in graph.allegations:
            for record in (*resting_records(graph, allegation, "fact"), *_posts(graph, allegation)):
                self._resting.setdefault(record, {})[allegation.id] = None

    def allegations(self, record: str) -> tuple[str, ...]:
        """Return the ids of the allegations that rest on a record such as `sources/gazette`; of a person, all of it."""
        kind, _, key = record.partition("/")
        if about := self._about(kind, key):
            return self.allegations(about)
        if kind == "people":
            charged = ((found.id, persons_charged(found, self._graph)) for found in self._graph.allegations)
            return tuple(allegation for allegation, persons in charged if key in persons)
        return tuple(self._resting.get(record, ()))

    def persons(self, record: str) -> tuple[str, ...]:
        """Return the ids of the persons to whom a record leads.

        It is the person whose record it is or whom it names as its own; else those against whom the allegations are
        made that rest on it. A filing or a step leads to the persons that it names for itself, and a read or a decision
        where the record does that it is about.
        """
        kind, _, key = record.partition("/")
        if about := self._about(kind, key):
            return self.persons(about)
        if kind == "people":
            return (key,) if self._graph.has(kind, key) else ()
        if kind == "filings":
            return next((filing.persons for filing in self._graph.case.filings if filing.id == key), ())
        own = getattr(self._graph.records.get(kind, {}).get(key), "person", None)
        if isinstance(own, str):
            return (own,)
        found = (self._graph.find("allegations", Allegation, name) for name in self.allegations(record))
        charged = (persons_charged(allegation, self._graph) for allegation in found if allegation)
        persons = tuple(dict.fromkeys(person for several in charged for person in several))
        step = self._graph.find("steps", Step, key) if kind == "steps" else None
        return step.persons if step else persons

    def _about(self, kind: str, key: str) -> str:
        """Return the record that a read or a decision is about; empty for any other record."""
        read = self._graph.find("reads", Read, key) if kind == "reads" else None
        if read:
            kinds = ("allegations", "authorities", "sources")
            return next((f"{one}/{read.what}" for one in kinds if self._graph.has(one, read.what)), "")
        decision = self._graph.find("decisions", Decision, key) if kind == "decisions" else None
        return decision.record if decision and not decision.record.startswith("decisions/") else ""


def _posts(graph: CaseGraph, allegation: Allegation) -> Iterator[str]:
    """Give the posts and bodies in which the conduct is placed."""
    yield from (f"bodies/{body}" for body in allegation.bodies)
    for alleged in allegation.roles:
        role = graph.find("roles", Role, alleged.role)
        for seat in role.seats if role else ():
            yield f"positions/{seat.position}"
            position = graph.find("positions", Position, seat.position)
            if position and position.body:
                yield f"bodies/{position.body}"
