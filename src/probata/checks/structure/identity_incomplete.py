"""A person concerned of whom less is recorded than tells them from others of their name.

Counts, of seven particulars, those that are recorded: the name in its own script, the date of birth, its place, a
nationality, the gender, a post held, and a number that identifies the person. What a forum requires is asked elsewhere,
as what must be filled; here it is said how much there is in all. The name in its own script is not counted where no
person and no body of the case has one.

## Why it matters
Somebody else is stopped at the border, or the person opens an account as if nothing were: a listing that could be
read of two persons is delayed, and corrected in public.

## Example
```yaml
case: {title: Example, persons_concerned: [wolk]}
people: [{id: wolk, name: Mara Wolk}]
```

Use instead:
```yaml
case: {title: Example, persons_concerned: [wolk]}
people:
  - id: wolk
    name: Mara Wolk
    birth: {date: 1964-02-11, place: North Harbour}
    nationalities: [Norlandic]
    gender: female
    identifiers: [{type: passport, number: K104733}]
roles: [{id: governor, person: wolk, title: Governor, dates: 2014/2016}]
```

## When to allow it
Where the sources say no more. The identification sheet lists what is not recorded, so that nobody takes it for known.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.diagnostics import Severity, say
from probata.model.person import Person


def run(case: CheckInput) -> Iterator[Finding]:
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


def _concerned(case: CheckInput) -> tuple[Person, ...]:
    """Return the persons concerned of the filings looked at, or of a case that has none yet."""
    found = (person for filing in case.looked_at or (None,) for person in case.graph.persons_concerned(filing))
    return tuple({person.id: person for person in found}.values())


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


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the persons concerned."""
    yield from (Looked(f"people/{person.id}") for person in _concerned(case))


CHECK = Check("STR174", "identity-incomplete", Severity.INFO, "people", run, looks_at=_looks_at)
