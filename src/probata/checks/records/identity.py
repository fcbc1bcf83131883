"""Who a person is: what tells them from others, and what cannot be true of one person."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from probata.checks.engine.case import CheckInput, Loc
from probata.checks.engine.check import Looked, check, records_of
from probata.checks.engine.finding import Finding
from probata.checks.prose.facts import is_death
from probata.checks.prose.words import any_of, languages_of
from probata.checks.tenures.sure_days import (
    age_on,
    are_surely_apart,
    begins_before,
    births_of,
    ends_after,
    is_surely_before,
    sure_days,
)
from probata.diagnostics import Severity, say
from probata.graph.case_graph import CaseGraph
from probata.model.consent import Consent
from probata.model.dates import When
from probata.model.name import PersonName
from probata.model.person import OTHER_GENDER, Identifier, Person, gender_of
from probata.model.role import Role


def _concerned(case: CheckInput) -> tuple[Person, ...]:
    """Return the persons concerned of the filings looked at, or of a case that has none yet."""
    found = (person for filing in case.looked_at or (None,) for person in case.graph.persons_concerned(filing))
    return tuple({person.id: person for person in found}.values())


@check("STR174", Severity.INFO, "people", looks_at=_concerned)
def identity_incomplete(case: CheckInput) -> Iterator[Finding]:
    """Count what is recorded of each person concerned, over all filings."""
    for person in _concerned(case):
        known = _particulars(case, person)
        missing = [name for name, is_there in known.items() if not is_there]
        if missing:
            yield case.finding(
                "people", person.id,
                f"{say.person(person)} is identified by {len(known) - len(missing)} of {len(known)} particulars; not "
                f"recorded: {', '.join(missing)}",
                "look for them in what the person's own offices publish, and record each with its source",
            )  # fmt: skip


def _particulars(case: CheckInput, person: Person) -> dict[str, bool]:
    birth = person.birth
    particulars = {
        "date of birth": birth.date is not None,
        "place of birth": birth.place is not None,
        "nationality": bool(person.nationalities),
        "gender": person.gender is not None,
        "post held": any(role.person == person.id for role in case.graph.roles),
        "identifying number": bool(person.identifiers),
    }
    if case.graph.unread.holds_any(("roles",)) and not particulars["post held"]:
        del particulars["post held"]  # A role that cannot be read may be the one of this person.
    if _has_other_scripts(case):
        particulars = {"name in its own script": person.name.native is not None, **particulars}
    return particulars


def _has_other_scripts(case: CheckInput) -> bool:
    """Whether names of the case are recorded in a script of their own."""
    named = (*(person.name.native for person in case.graph.people), *(body.native for body in case.graph.bodies))
    return any(named)


@check("STR132", Severity.WARNING, "people")
def name_of_two_persons(case: CheckInput) -> Iterator[Finding]:
    """Find the people whose name an earlier one has, each once."""
    earlier: dict[str, list[Person]] = {}
    for person in case.graph.people:
        names = tuple(_names(person))
        alike = (other for name in names for other in earlier.get(name, ()) if other is not person)
        same = next((other for other in alike if not _are_distinguished(other, person)), None)
        if same:
            yield case.finding(
                "people", person.id,
                f"{say.person(same)} and {say.person(person)} share the name {say.words(person.name.display)}, and "
                "nothing recorded tells them apart",
                "record the date of birth or a number of each; where they are one person, keep one record",
                at=("name",), notes=(f"the first is at {case.graph.span('people', same.id)}",),
            )  # fmt: skip
        for name in names:
            earlier.setdefault(name, []).append(person)


def _names(person: Person) -> Iterator[str]:
    """Give the names in a form that can be compared; a single word is no name by which two could be confused."""
    strong = (one.name for one in person.aliases if one.strength != "weak" and one.kind != "misspelling")
    for name in dict.fromkeys((person.name, *strong)):
        folded = "".join(
            sign for sign in unicodedata.normalize("NFKD", name.display) if not unicodedata.combining(sign)
        )
        words = sorted(re.findall(r"\w+", folded.casefold()))
        if len(words) > 1:
            yield " ".join(words)
        if name.native:
            yield name.native.text


def _are_distinguished(one: Person, other: Person) -> bool:
    if one.identifiers and other.identifiers:
        return True
    births = one.birth.date, other.birth.date
    return bool(births[0] and births[1] and are_surely_apart(births[0].value, births[1].value))


@check("STR133", Severity.WARNING, "people")
def identifier_of_two_persons(case: CheckInput) -> Iterator[Finding]:
    """Find the numbers that an earlier person has."""
    earlier: dict[tuple[str, str], list[tuple[Person, Identifier]]] = {}
    for person in case.graph.people:
        for position, number in enumerate(person.identifiers):
            before = earlier.setdefault((number.type.casefold().strip(), _plain(number.number)), [])
            same = next((one for one, other in before if one is not person and _one_country(number, other)), None)
            if same:
                yield _finding_identifier_two(case, person, position, same)
            before.append((person, number))


def _plain(number: str) -> str:
    return re.sub(r"[\s.-]", "", number).casefold()


def _one_country(one: Identifier, other: Identifier) -> bool:
    countries = {found.casefold().strip() for found in (one.country, other.country) if found}
    return len(countries) < 2


def _finding_identifier_two(case: CheckInput, person: Person, position: int, same: Person) -> Finding:
    number = person.identifiers[position]
    return case.finding(
        "people", person.id, f"{say.person(same)} and {say.person(person)} have the same {number.type}, "
        f"{say.words(number.number)}",
        "open the sources of both and correct the one that is wrong; where they are one person, keep one record",
        at=("identifiers", position, "number"),
        notes=(f"the first is at {case.graph.span('people', same.id)}",),
    )  # fmt: skip


_UNKNOWN = re.compile(r"\?|(?<![^\W\d_])x{3,}(?![^\W\d_])|_{2,}|\.{3}|…", re.IGNORECASE)
"""Signs for what is unknown. In a series such as `XXXI-22` the letters are Roman digits."""
_MASKED = re.compile(r"\*{2,}")
"""The sign by which sources mask a number."""
_REMAIN = {_UNKNOWN: 5, _MASKED: 4}
"""Digits that are enough beside each: sources that mask leave the last four."""
_LEAST = 4
"""Digits of which all alike are a placeholder: `0000`, and not `11`."""


@check(
    "STR173",
    Severity.WARNING,
    "people",
    looks_at=lambda case: (person for person in case.graph.people if person.identifiers),
)
def paper_without_number(case: CheckInput) -> Iterator[Finding]:
    """Find the numbers that no office gives."""
    for person in case.graph.people:
        for position, paper in enumerate(person.identifiers):
            if fault := _fault_paper_number(paper.number):
                yield case.finding(
                    "people", person.id, f"the number of the {paper.type} of {say.person(person)}, "
                    f"{say.words(paper.number)}, {fault}",
                    "write the number as the paper or the source gives it, or leave the entry out until it is known",
                    at=("identifiers", position, "number"),
                )  # fmt: skip


def _fault_paper_number(number: str) -> str | None:
    """Say why it is no number; `None` where it may be one. Digits of every script count."""
    digits = [letter for letter in number if letter.isdecimal()]
    if any(sign.search(number) and len(digits) < enough for sign, enough in _REMAIN.items()):
        return "has a sign for what is unknown"
    if not digits:
        return "has no digit"
    return "has the same digit throughout" if len(digits) >= _LEAST and len(set(digits)) == 1 else None


@check("STR135", Severity.WARNING, "people")
def expired_before_issued(case: CheckInput) -> Iterator[Finding]:
    """Find the papers whose dates cannot be right."""
    for person in case.graph.people:
        for position, paper in enumerate(person.identifiers):
            if fault := _fault_expired_before(person, paper):
                yield case.finding(
                    "people", person.id, f"{paper.type} {say.words(paper.number)} of {say.person(person)} {fault}",
                    "look at the paper, or at the source, and correct the date", at=("identifiers", position),
                )  # fmt: skip


def _fault_expired_before(person: Person, paper: Identifier) -> str | None:
    """Say what is wrong with the dates of a paper; `None` where they may be right."""
    born = person.birth.date.value if person.birth.date else None
    if paper.issued and paper.expires and is_surely_before(paper.expires, paper.issued):
        return f"expired {say.date(paper.expires)} and was issued {say.date(paper.issued)}"
    if paper.issued and born and is_surely_before(paper.issued, born):
        return f"was issued {say.date(paper.issued)}, before the birth of its holder, {say.date(born)}"
    return None


_ALLOWS = {"pseudonym": "under a pseudonym", "anonymous": "without a name"}


def _looks_at_name_as(case: CheckInput) -> Iterator[Looked]:
    """Give the persons whom a consent lets appear in another form than named."""
    yield from (Looked(f"people/{person}") for person in _hidden(case))


@check("STR176", Severity.ERROR, "people", looks_at=_looks_at_name_as)
def name_as_pseudonym(case: CheckInput) -> Iterator[Finding]:
    """Find the persons to be hidden whose record bears what reads as their name, each once."""
    for person, consent in _hidden(case).values():
        if _reads_as_name(person.name):
            yield case.finding(
                "people", person.id,
                f"{say.words(person.name.display)} reads as a real name, which documents print, and consent "
                f"{say.consent(consent)} lets the person appear {_ALLOWS[consent.identity]}",
                "write the pseudonym as `name`, such as `Witness A`, and keep the real name out of the records; where "
                "it is the pseudonym already, decide the finding",
                at=("name",),
            )  # fmt: skip


def _hidden(case: CheckInput) -> dict[str, tuple[Person, Consent]]:
    """Return the persons whom a consent lets appear in another form than named, by id, with the first such consent."""
    hidden: dict[str, tuple[Person, Consent]] = {}
    for consent in case.graph.consents:
        person = case.graph.find("people", Person, consent.person)
        if person and consent.identity in _ALLOWS and consent.status == "given":
            hidden.setdefault(person.id, (person, consent))
    return hidden


def _reads_as_name(name: PersonName) -> bool:
    if (name.family and name.given) or name.native:
        return True
    words = [word for word in name.display.split() if len(word.strip(".")) > 1]
    return len(words) > 1 and all(word[0].isupper() for word in words) and not _says_what(name.display)


def _says_what(text: str) -> bool:
    return any_of("pseudonyms", "kind").search(text) is not None


@check(
    "DRA131",
    Severity.WARNING,
    "people",
    looks_at=lambda case: (person for person in case.graph.people if gender_of(person)),
)
def gender_mismatch(case: CheckInput) -> Iterator[Finding]:
    """Find the forms of address of the other gender."""
    for person in case.graph.people:
        gender, title = gender_of(person), (person.title or "").strip()
        if gender and any(
            any_of("forms_of_address", OTHER_GENDER[gender], language).fullmatch(title)
            for language in languages_of("forms_of_address")
        ):
            yield case.finding(
                "people", person.id, f"{say.person(person)} is addressed as {say.words(person.title)} and recorded as "
                f"{gender}",
                "correct the one that is wrong", at=("title",),
            )  # fmt: skip


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


@check(
    "TIM112",
    Severity.WARNING,
    "records with a date",
    looks_at=records_of("people", "roles", "quotations", "statements", "listings", "events"),
)
def date_outside_life(case: CheckInput) -> Iterator[Finding]:
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
        if role.person in people and (told := _age_stated(role, births_of(people[role.person]))):
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


def _age_stated(role: Role, births: tuple[When, ...]) -> str:
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
