"""The dates that records bear: what happened, was made, read, searched, agreed to or signed, each with its field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from probata.diagnostics import say
from probata.diagnostics.value import value
from probata.graph.case_graph import CaseGraph
from probata.model.dates import When
from probata.model.event import Event
from probata.model.person import Person
from probata.model.role import Role
from probata.model.statement import Statement


@value()
class Dated:
    """A date of a record."""

    kind: str
    record: str
    at: tuple[str | int, ...]
    what: str
    """As a finding says it: `search for listing x`."""
    when: When | None


def last_of(when: When) -> date:
    """Return the last day that is meant; of an approximate date the last of its year."""
    is_rough = when.end is not None and when.end.approximate
    return when.last.replace(month=12, day=31) if is_rough else when.last


def is_after(when: When, day: When) -> bool:
    """Tell whether all that a date may mean lies after a day; of one that is approximate nothing is sure."""
    return bool(when.start and not when.start.approximate and when.first > last_of(day))


def is_yet_to_come(when: When, today: date) -> bool:
    """Tell whether a date is of a time after today; a year or month that has begun is not."""
    return bool(when.start and when.first > today)


def dated_things(graph: CaseGraph) -> Iterator[Dated]:
    """Give what the records date, with or without a date, apart from statements: see `dated_in_statement`."""
    yield from _of_facts(graph)
    yield from _of_works(graph)
    yield from _of_work_of_the_team(graph)


def _of_facts(graph: CaseGraph) -> Iterator[Dated]:
    for person in graph.people:
        died, now = person.death, person.present_situation
        yield Dated("people", person.id, ("death",), f"the death of {say.person(person)}", died.value if died else None)
        at = ("present_situation", "as_of")
        yield Dated(
            "people", person.id, at, f"the present situation of {say.person(person)}", now.as_of if now else None
        )
    for role in graph.roles:
        yield Dated("roles", role.id, ("dates",), f"role {say.role(role)}", role.dates.stated)
        yield Dated("roles", role.id, ("as_of",), f"the day as of which role {say.role(role)} is told", role.as_of)
    for event in graph.events:
        yield Dated("events", event.id, ("dates",), f"event {say.event(event)}", event.dates)
    for found in graph.allegations:
        yield Dated(
            "allegations", found.id, ("period",), f"the period of allegation {say.allegation(found)}", found.period
        )
    for listing in graph.listings:
        yield Dated("listings", listing.id, ("dates",), f"listing {say.listing(listing)}", listing.dates)


def _of_works(graph: CaseGraph) -> Iterator[Dated]:
    for source in graph.sources:
        yield Dated("sources", source.id, ("accessed",), f"the reading of source {say.source(source)}", source.accessed)
        yield Dated(
            "sources", source.id, ("event_date",), f"the event of source {say.source(source)}", source.event_date
        )
    for authority in graph.authorities:
        final = authority.final_on.value if authority.final_on else None
        yield Dated("authorities", authority.id, ("date",), f"authority {say.authority(authority)}", authority.date)
        yield Dated(
            "authorities", authority.id, ("final_on",), f"that authority {say.authority(authority)} became final", final
        )
    for words in graph.quotations:
        yield Dated("quotations", words.id, ("date",), f"quotation {say.words(words.id)}", words.date)
    for table in graph.datasets:
        yield Dated("datasets", table.id, ("as_of",), f"table {say.table(table)}", table.as_of)
    for exhibit in graph.exhibits:
        yield Dated("exhibits", exhibit.id, ("date",), f"exhibit {say.exhibit(exhibit)}", exhibit.date)


def _of_work_of_the_team(graph: CaseGraph) -> Iterator[Dated]:
    for consent in graph.consents:
        yield Dated("consents", consent.id, ("obtained_on",), f"consent {say.consent(consent)}", consent.obtained_on)
    for search in graph.listings:
        yield Dated(
            "listings",
            search.id,
            ("searched_on",),
            f"the search for listing {say.words(search.id)}",
            search.searched_on,
        )
    for step in graph.steps:
        yield Dated("steps", step.id, ("date",), f"step {say.step(step)}", None if step.pending else step.date)
    for found in graph.allegations:
        what = f"the asking of the person in allegation {say.allegation(found)}"
        yield Dated("allegations", found.id, ("answer", "on"), what, found.answer.on)


def dated_in_statement(made: Statement) -> Iterator[Dated]:
    """Give what a statement dates."""
    name = f"statement {say.words(made.id)}"
    yield Dated("statements", made.id, ("made_on",), name, made.made_on)
    yield Dated("statements", made.id, ("signed_on",), f"the signature of {name}", made.signed_on)
    if found := made.translation:
        yield Dated("statements", made.id, ("translation", "date"), f"the translation of {name}", found.date)
        at = ("translation", "certified_on")
        yield Dated("statements", made.id, at, f"the certificate of translation of {name}", found.certified_on)
    if helped := made.interpretation:
        at = ("interpretation", "certified_on")
        yield Dated("statements", made.id, at, f"the interpreter's certificate of {name}", helped.certified_on)


# Roles and events of a case in the order of their dates.


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
