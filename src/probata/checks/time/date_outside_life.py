"""A date of a person that lies before their birth or after their death, or a post held as a child or past a hundred.

Compares schooling, papers, words, statements, listings and what is recorded as done to a person with the birth and
death of that person, and the age at which posts were held. Where sources give several dates of birth, all must exclude
it. The event that is the death of one person, by its title, is compared with the death in the person's record. Posts
before the birth and after the death are found by `role-outside-life-of-post`.

## Why it matters
A person of whom one date is impossible may be two persons, and whoever is confused with another goes free of the rest.

## Example
```yaml
case: {title: Example}
people:
  - id: wolk
    name: Mara Wolk
    birth: {date: 1974-03-19}
    education: [{institution: Law School, dates: 1969/1973}]
```

Use instead:
```yaml
case: {title: Example}
people:
  - id: wolk
    name: Mara Wolk
    birth: {date: 1947-03-19}
    education: [{institution: Law School, dates: 1969/1973}]
```

## When to allow it
Where words were first printed after a death, or an honorary post was held for life: say so in `note`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from probata.checks.check import Check
from probata.checks.check_input import CheckInput, Loc
from probata.checks.finding import Finding
from probata.checks.looked_at import records_of
from probata.checks.prose.facts import is_death
from probata.checks.tenures.ages import age_on, births_of
from probata.checks.tenures.sure_days import are_surely_apart, begins_before, ends_after, is_surely_before, sure_days
from probata.diagnostics import Severity, say
from probata.graph.case_graph import CaseGraph
from probata.model.dates import When
from probata.model.person import Person
from probata.model.role import Role

YOUNGEST, OLDEST = 14, 100
"""Ages between which a post is held without a word on it."""
_HELP = "read both dates again in their sources, and correct the one that is wrong, or the person"


@dataclass(frozen=True, slots=True)
class Dated:
    """Something of a person with its date."""

    person: str
    what: str
    """As a finding says it: `statement x`."""
    when: When | None
    kind: str
    record: str
    at: Loc
    may_follow_death: bool = False


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare what is dated of each person with the life of the person."""
    people = {person.id: person for person in case.graph.people}
    for person in people.values():
        births = births_of(person)
        if person.death and births and all(is_surely_before(person.death.value, birth) for birth in births):
            yield case.finding(
                "people", person.id, f"{say.person(person)} died before the date of birth", _HELP, at=("death",)
            )
    for dated in (*_of_people(case.graph), *_of_records(case.graph)):
        if dated.when and (person_of := people.get(dated.person)) and (limit := _passed(dated.when, dated, person_of)):
            yield case.finding(
                dated.kind, dated.record, f"{dated.what}, dated {say.date(dated.when)}, {limit}", _HELP, at=dated.at
            )
    yield from _deaths(case, people)
    for role in case.graph.roles:
        if role.person in people and (told := _age_told(role, births_of(people[role.person]))):
            yield case.finding("roles", role.id, f"{say.person(role.person)} {told}", _HELP, at=("dates",))


def _passed(when: When, dated: Dated, person: Person) -> str:
    """Say which end of a life a date has passed; nothing where it may lie within it."""
    births, death = births_of(person), person.death.value if person.death else None
    if births and all(begins_before(when, birth) for birth in births):
        return (
            f"{'begins' if when.is_period else 'lies'} before the birth of {say.person(person)}, {say.date(births[0])}"
        )
    if death and not dated.may_follow_death and ends_after(when, death):
        return f"{'goes on' if when.is_period else 'lies'} after the death of {say.person(person)}, {say.date(death)}"
    return ""


def _deaths(case: CheckInput, people: Mapping[str, Person]) -> Iterator[Finding]:
    """Compare the event that is the death of one person, by its title, with the death in the person's record."""
    for event in case.graph.events:
        person = people.get(event.persons[0]) if len(event.persons) == 1 else None
        death = person.death if person and is_death(case.graph, event) else None
        if person and death and event.dates and are_surely_apart(event.dates, death.value):
            yield case.finding(
                "people", person.id,
                f"the death of {say.person(person)} is dated {say.date(death.value)}, and event {say.event(event)} "
                f"{say.date(event.dates)}", _HELP, at=("death",),
            )  # fmt: skip


def _of_people(graph: CaseGraph) -> Iterator[Dated]:
    for person in graph.people:
        for n, stage in enumerate(person.education):
            what = f"the time of {say.person(person)} at {say.words(stage.institution)}"
            yield Dated(person.id, what, stage.dates, "people", person.id, ("education", n))
        for n, paper in enumerate(person.identifiers):
            what = f"the {paper.type} of {say.person(person)}"
            yield Dated(person.id, what, paper.issued, "people", person.id, ("identifiers", n))


def _of_records(graph: CaseGraph) -> Iterator[Dated]:
    for words in graph.quotations:
        yield Dated(
            words.speaker.person or "",
            f"quotation {say.quotation(words)}",
            words.date,
            "quotations",
            words.id,
            ("date",),
        )
    for made in graph.statements:
        for field, when in (("made_on", made.made_on), ("signed_on", made.signed_on)):
            yield Dated(made.person, f"statement {say.statement(made)}", when, "statements", made.id, (field,))
    for found in graph.listings:
        yield Dated(found.person, f"listing {say.listing(found)}", found.dates, "listings", found.id, ("dates",), True)
    for event in graph.events:
        for n, key in enumerate(event.persons):
            # What is done to the dead is done all the same: a refusal to the family, a burial in secret.
            yield Dated(
                key, f"event {say.event(event)}", _end_of(event.dates), "events", event.id, ("persons", n), True
            )


def _end_of(when: When | None) -> When | None:
    """Return a day only: a long operation may begin before those are born whom it reaches in the end."""
    return when if when and not when.is_period else None


def _age_told(role: Role, births: tuple[When, ...]) -> str:
    """Say that a post was surely held too young or too old; nothing where birth or tenure leave it open."""
    days = sure_days(role)
    is_open = any(point is None or point.approximate for birth in births for point in (birth.start, birth.end))
    if days is None or not births or is_open:
        return ""
    most, least = age_on(min(birth.first for birth in births), days[0]), age_on(max(b.last for b in births), days[1])
    if 0 <= most < YOUNGEST:
        return f"was {most} years old at most when role {say.role(role)} began, dated {say.date(role.dates.stated)}"
    if least > OLDEST:
        return f"was {least} years old at least in role {say.role(role)}, dated {say.date(role.dates.stated)}"
    return ""


CHECK = Check(
    "TIM112", "date-outside-life", Severity.WARNING, "records with a date", run,
    looks_at=records_of("people", "roles", "quotations", "statements", "listings", "events"),
)  # fmt: skip
