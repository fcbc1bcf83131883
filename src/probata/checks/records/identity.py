"""Who a person is: what tells them from others, and what cannot be true of one person."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from probata.checks.engine.case import CheckInput, Loc
from probata.checks.engine.check import check, records_of, records_where
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
from probata.model.consent import Consent
from probata.model.dates import When
from probata.model.name import PersonName
from probata.model.person import OTHER_GENDER, Identifier, Person, gender_of
from probata.model.record import Record
from probata.model.role import Role


def _concerned(case: CheckInput) -> tuple[Person, ...]:
    """Return the persons concerned of the filings looked at, or of a case that has none yet."""
    found = (person for filing in case.looked_at or (None,) for person in case.graph.persons_concerned(filing))
    return tuple({person.id: person for person in found}.values())


@check("STR174", Severity.INFO, "people", looks_at=_concerned)
def identity_incomplete(case: CheckInput) -> Iterator[Finding]:
    others = (*(person.name.native for person in case.graph.people), *(body.native for body in case.graph.bodies))
    for person in _concerned(case):
        holds_post = any(role.person == person.id for role in case.graph.roles)
        particulars = {
            "name in its own script": person.name.native or not any(others),
            "date of birth": person.birth.date,
            "place of birth": person.birth.place,
            "nationality": person.nationalities,
            "gender": person.gender,
            # A role that cannot be read may be the one of this person.
            "post held": holds_post or case.graph.unread.holds_any(("roles",)),
            "identifying number": person.identifiers,
        }
        if missing := [name for name, is_there in particulars.items() if not is_there]:
            yield case.finding_on(
                person,
                f"{say.person(person)} is identified without: {', '.join(missing)}",
                "look for them in what the person's own offices publish, and record each with its source",
            )


@check("STR132", Severity.WARNING, "people")
def name_of_two_persons(case: CheckInput) -> Iterator[Finding]:
    earlier: dict[str, list[Person]] = {}
    for person in case.graph.people:
        names = tuple(_names(person))
        alike = (other for name in names for other in earlier.get(name, ()) if other is not person)
        same = next((other for other in alike if not _are_distinguished(other, person)), None)
        if same:
            yield case.finding_on(
                person,
                f"{say.person(same)} and {say.person(person)} share the name {say.words(person.name.display)}, and "
                "nothing recorded tells them apart",
                "record the date of birth or a number of each; where they are one person, keep one record",
                at=("name",),
                notes=(f"the first is at {case.graph.span('people', same.id)}",),
            )
        for name in names:
            earlier.setdefault(name, []).append(person)


def _names(person: Person) -> Iterator[str]:
    """Give the names in a form that can be compared; a single word is no name by which two could be confused."""
    strong = (one.name for one in person.aliases if one.strength != "weak" and one.kind != "misspelling")
    for name in dict.fromkeys((person.name, *strong)):
        signs = unicodedata.normalize("NFKD", name.display)
        folded = "".join(sign for sign in signs if not unicodedata.combining(sign))
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
    earlier: dict[tuple[str, str], list[tuple[Person, Identifier]]] = {}
    for person in case.graph.people:
        for position, number in enumerate(person.identifiers):
            key = number.type.casefold().strip(), re.sub(r"[\s.-]", "", number.number).casefold()
            before = earlier.setdefault(key, [])
            for same, other in before:
                countries = {found.casefold().strip() for found in (number.country, other.country) if found}
                if same is not person and len(countries) < 2:
                    yield case.finding_on(
                        person,
                        f"{say.person(same)} and {say.person(person)} have the same {number.type}, "
                        f"{say.words(number.number)}",
                        "open the sources of both and correct the one that is wrong; where they are one person, keep "
                        "one record",
                        at=("identifiers", position, "number"),
                        notes=(f"the first is at {case.graph.span('people', same.id)}",),
                    )
                    break
            before.append((person, number))


_UNKNOWN = re.compile(r"\?|(?<![^\W\d_])x{3,}(?![^\W\d_])|_{2,}|\.{3}|…", re.IGNORECASE)
"""Signs for what is unknown. In a series such as `XXXI-22` the letters are Roman digits."""
_MASKED = re.compile(r"\*{2,}")
"""The sign by which sources mask a number."""
_REMAIN = {_UNKNOWN: 5, _MASKED: 4}
"""Digits that are enough next to each: sources that mask leave the last four."""
_LEAST = 4
"""Digits of which all alike are a placeholder: `0000`, and not `11`."""
_WITH_PAPERS = records_where("people", lambda person: person.identifiers)


@check("STR173", Severity.WARNING, "people", looks_at=_WITH_PAPERS)
def paper_without_number(case: CheckInput) -> Iterator[Finding]:
    for person in case.graph.people:
        for position, paper in enumerate(person.identifiers):
            digits = [letter for letter in paper.number if letter.isdecimal()]
            is_same = len(digits) >= _LEAST and len(set(digits)) == 1
            is_open = any(sign.search(paper.number) and len(digits) < enough for sign, enough in _REMAIN.items())
            if is_same or is_open or not digits:
                yield case.finding_on(
                    person,
                    f"the number of the {paper.type} of {say.person(person)}, {say.words(paper.number)}, is a "
                    "placeholder",
                    "write the number as the paper or the source gives it, or leave the entry out until it is known",
                    at=("identifiers", position, "number"),
                )


_ALLOWS = {"pseudonym": "under a pseudonym", "anonymous": "without a name"}


def _hidden(case: CheckInput) -> dict[str, tuple[Person, Consent]]:
    """Return the persons whom a consent lets appear in another form than named, by id, with the first such consent."""
    hidden: dict[str, tuple[Person, Consent]] = {}
    for consent in case.graph.consents:
        person = case.graph.find("people", Person, consent.person)
        if person and consent.identity in _ALLOWS and consent.is_given:
            hidden.setdefault(person.id, (person, consent))
    return hidden


@check("STR176", Severity.ERROR, "people", looks_at=lambda case: _hidden(case).values())
def name_as_pseudonym(case: CheckInput) -> Iterator[Finding]:
    for person, consent in _hidden(case).values():
        if not person.pseudonym and reads_as_name(person.name):
            yield case.finding_on(
                person,
                f"{say.words(person.name.display)} reads as a real name, which documents print; consent "
                f"{say.consent(consent)} lets the person appear {_ALLOWS[consent.identity]}",
                "write the pseudonym as `name`, such as `Witness A`, and keep the real name out of the records, or let "
                "`probata protect` do both; where "
                "it is the pseudonym already, decide the finding",
                at=("name",),
            )


def reads_as_name(name: PersonName) -> bool:
    """Tell whether a name reads as somebody's own: in parts, in another script, or two words in capitals."""
    if (name.family and name.given) or name.native:
        return True
    words = [word for word in name.display.split() if len(word.strip(".")) > 1]
    are_capitals = len(words) > 1 and all(word[0].isupper() for word in words)
    return are_capitals and any_of("pseudonyms", "kind").search(name.display) is None


@check("DRA131", Severity.WARNING, "people", looks_at=records_where("people", gender_of))
def gender_mismatch(case: CheckInput) -> Iterator[Finding]:
    for person in case.graph.people:
        gender, title = gender_of(person), (person.title or "").strip()
        languages = languages_of("forms_of_address") if gender else ()
        if gender and any(
            any_of("forms_of_address", OTHER_GENDER[gender], language).fullmatch(title) for language in languages
        ):
            yield case.finding_on(
                person,
                f"{say.person(person)} is addressed as {say.words(title)} and recorded as {gender}",
                "correct the one that is wrong",
                at=("title",),
            )


YOUNGEST, OLDEST = 14, 100
"""Ages between which a post is held without a word on it."""
_READ_AGAIN = "read both dates again in their sources, and correct the one that is wrong, or the person"


@check(
    "TIM112",
    Severity.WARNING,
    "records with a date",
    looks_at=records_of("people", "roles", "quotations", "statements", "listings", "events"),
)
def date_outside_life(case: CheckInput) -> Iterator[Finding]:
    people = {person.id: person for person in case.graph.people}
    for key, record, at, what, when, may_follow_death in _dated(case):
        person = people.get(key)
        if person and when and (side := _side_passed(person, when, may_follow_death=may_follow_death)):
            yield case.finding_on(record, f"{what} is dated {say.date(when)}, {side}", _READ_AGAIN, at=at)
    for person in people.values():
        births = births_of(person)
        if person.death and births and all(is_surely_before(person.death.value, birth) for birth in births):
            message = f"{say.person(person)} died before the date of birth"
            yield case.finding_on(person, message, _READ_AGAIN, at=("death",))
    for event in case.graph.events:
        dead = people.get(event.persons[0]) if len(event.persons) == 1 and is_death(case.graph, event) else None
        if dead and dead.death and event.dates and are_surely_apart(event.dates, dead.death.value):
            yield case.finding_on(
                dead,
                f"the death of {say.person(dead)} is dated {say.date(dead.death.value)}; event {say.event(event)} is "
                f"dated {say.date(event.dates)}",
                _READ_AGAIN,
                at=("death",),
            )
    for role in case.graph.roles:
        if role.person in people and (age := _odd_age(role, births_of(people[role.person]))):
            message = (
                f"{say.person(role.person)} was {age} in role {say.role(role)}, dated {say.date(role.dates.stated)}"
            )
            yield case.finding_on(role, message, _READ_AGAIN, at=("dates",))


def _dated(case: CheckInput) -> Iterator[tuple[str, Record, Loc, str, When | None, bool]]:
    """Give what is dated of a person: who, the record and place, what it is, when, and if it may follow death."""
    for person in case.graph.people:
        for n, stage in enumerate(person.education):
            what = f"the time of {say.person(person)} at {say.words(stage.institution)}"
            yield person.id, person, ("education", n), what, stage.dates, False
        for n, paper in enumerate(person.identifiers):
            what = f"the {paper.type} of {say.person(person)}"
            yield person.id, person, ("identifiers", n), what, paper.issued, False
    for words in case.graph.quotations:
        yield words.speaker.person or "", words, ("date",), f"quotation {say.quotation(words)}", words.date, False
    for made in case.graph.statements:
        for field, when in (("made_on", made.made_on), ("signed_on", made.signed_on)):
            yield made.person, made, (field,), f"statement {say.statement(made)}", when, False
    for found in case.graph.listings:
        yield found.person, found, ("dates",), f"listing {say.listing(found)}", found.dates, True
    for event in case.graph.events:
        # A long operation may begin before those are born whom it reaches in the end. What is done to the dead is done
        # all the same: a refusal to the family, a burial in secret.
        day = event.dates if event.dates and not event.dates.is_period else None
        for n, key in enumerate(event.persons):
            yield key, event, ("persons", n), f"event {say.event(event)}", day, True


def _side_passed(person: Person, when: When, *, may_follow_death: bool) -> str:
    """Say which end of a life a date has passed; nothing where it may lie within it."""
    births, death = births_of(person), person.death.value if person.death else None
    if births and all(begins_before(when, birth) for birth in births):
        return f"before the birth of {say.person(person)}, {say.date(births[0])}"
    if death and not may_follow_death and ends_after(when, death):
        return f"after the death of {say.person(person)}, {say.date(death)}"
    return ""


def _odd_age(role: Role, births: tuple[When, ...]) -> str:
    """Say that a post was surely held too young or too old; nothing where birth or tenure leave it open."""
    days = sure_days(role)
    is_open = any(point is None or point.approximate for birth in births for point in (birth.start, birth.end))
    if days is None or not births or is_open:
        return ""
    most = age_on(min(birth.first for birth in births), days[0])
    least = age_on(max(birth.last for birth in births), days[1])
    if 0 <= most < YOUNGEST:
        return f"{most} years old at most at the beginning"
    return f"{least} years old at least at the end" if least > OLDEST else ""
