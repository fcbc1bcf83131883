"""Findings as the report lists them: in their order, with whom and what each concerns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from probata.checks.engine.folding import groups, one_for
from probata.checks.engine.order_of_use import line_of
from probata.diagnostics import Diagnostic
from probata.diagnostics.message import Message
from probata.graph.case_graph import CaseGraph
from probata.graph.filings import persons_charged
from probata.model.allegation import Allegation
from probata.model.decision import Decision
from probata.model.narrative import Narrative
from probata.model.position import Position
from probata.model.read import Read
from probata.model.role import Role
from probata.model.step import Step
from probata.proof.reads import resting_records
from probata.report.entries import FindingEntry
from probata.report.lists import ListOf
from probata.report.material import Material, place_of

# To which allegations and persons a record leads.


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


LONGEST_LINE = 160
"""Characters of a line of a file that are shown."""
T = TypeVar("T")


def findings_of(material: Material, subjects: Subjects) -> tuple[FindingEntry, ...]:
    """Return every finding once, those that are alike as one, in the order given."""
    forums = _Forums(material)
    return tuple(
        _entry(number, group, material, subjects, _each(forums.of, group))
        for number, group in enumerate(groups(material.findings), 1)
    )


def _each(of: Callable[[T], Iterable[str]], several: Iterable[T]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found for one in several for found in of(one)))


def _entry(
    number: int, group: Sequence[Diagnostic], material: Material, subjects: Subjects, forums: tuple[str, ...]
) -> FindingEntry:
    found = one_for(group)
    attack = line_of(found.name)
    return FindingEntry(
        number, found.severity.value, found.severity.label, found.message, found.help, place_of(found.span),
        _line(found, material), found.code, found.name, found.record, attack.line if attack else "", found.notes,
        _each(subjects.persons, (*found.records, *_concerned(found))),
        _each(subjects.allegations, found.records), forums,
        tuple((other.record, place_of(other.span)) for other in found.others),
    )  # fmt: skip


def _concerned(found: Diagnostic) -> Iterator[str]:
    """Give the people and roles that a finding names: one on a section is on whom it tells of."""
    return (one.identity for one in Message(found.message).refs if one.kind in {"people", "roles"})


def _line(found: Diagnostic, material: Material) -> str:
    """Return the line that a finding is about, without what could steer or turn the text round it."""
    if found.span is None:
        return ""
    lines = material.graph.texts.get(found.span.path, "").split("\n")
    text = lines[found.span.line - 1].strip() if found.span.line <= len(lines) else ""
    text = f"{text[:LONGEST_LINE]}…" if len(text) > LONGEST_LINE else text
    return "".join(character if character.isprintable() else "·" for character in text)


class _Forums:
    """Tells which forums a finding is about."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._of_filing = {filing.id: filing.forum for filing in material.graph.case.filings}
        self._known = {*material.profiles, *self._of_filing.values()}

    def of(self, found: Diagnostic) -> Iterator[str]:
        """Give the forum in whose document it was found, whose record it is on, and those that it names."""
        for filing, findings in self._material.by_filing.items():
            if found in findings:
                yield self._of_filing.get(filing, filing)
        kind, _, key = found.record.partition("/")
        if kind == "filings":
            yield self._of_filing.get(key, key)
        if kind == "narrative" and (section := self._material.graph.find(kind, Narrative, key)):
            yield from section.forums
        for named in Message(found.message).values:
            if forum := self._of_filing.get(named.text, named.text if named.text in self._known else ""):
                yield forum


def list_of_findings(findings: tuple[FindingEntry, ...]) -> ListOf:
    """Return the findings as a list."""
    columns = ("No", "Level", "Finding", "Next step", "Place", "Record", "Code", "Name", "What the other side says",
               "Persons", "Allegations", "Forums", "Notes", "The same in")  # fmt: skip
    rows = (
        (found.number, found.level_in_words, found.message, found.next_step, found.place, found.record, found.code,
         found.name, found.attack, ", ".join(found.persons), ", ".join(found.allegations), ", ".join(found.forums),
         "\n".join(found.notes), "\n".join(f"{record} {place}".strip() for record, place in found.others))
        for found in findings
    )  # fmt: skip
    return ListOf("findings", "Findings", columns, tuple(rows), "Nothing was found.")
