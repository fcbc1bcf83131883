"""One number of a document or register for two persons.

Compares the numbers of all people, without spaces and hyphens, where their type is the same and their countries are not
two.

## Why it matters
A number stands for one person. Where two have it, one record is wrong, and whoever acts on it takes the wrong person.

## Example
```yaml
case: {title: Example}
people:
  - {id: wolk, name: Mara Wolk, identifiers: [{type: passport, number: K 104 733}]}
  - {id: brun, name: Ada Brun, identifiers: [{type: Passport, number: K104733}]}
```

Use instead:
```yaml
case: {title: Example}
people:
  - {id: wolk, name: Mara Wolk, identifiers: [{type: passport, number: K 104 733}]}
  - {id: brun, name: Ada Brun, identifiers: [{type: Passport, number: K104773}]}
```

## When to allow it
Where one paper is issued to several, such as a passport of a family.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.diagnostics import Severity, say
from probata.model.person import Identifier, Person


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the numbers that an earlier person has."""
    earlier: dict[tuple[str, str], list[tuple[Person, Identifier]]] = {}
    for person in case.graph.people:
        for position, number in enumerate(person.identifiers):
            before = earlier.setdefault((number.type.casefold().strip(), _plain(number.number)), [])
            same = next((one for one, other in before if one is not person and _one_country(number, other)), None)
            if same:
                yield _finding(case, person, position, same)
            before.append((person, number))


def _plain(number: str) -> str:
    return re.sub(r"[\s.-]", "", number).casefold()


def _one_country(one: Identifier, other: Identifier) -> bool:
    countries = {found.casefold().strip() for found in (one.country, other.country) if found}
    return len(countries) < 2


def _finding(case: CheckInput, person: Person, position: int, same: Person) -> Finding:
    number = person.identifiers[position]
    return case.finding(
        "people", person.id, f"{say.person(same)} and {say.person(person)} have the same {number.type}, "
        f"{say.words(number.number)}",
        "open the sources of both and correct the one that is wrong; where they are one person, keep one record",
        at=("identifiers", position, "number"),
        notes=(f"the first is at {case.graph.span('people', same.id)}",),
    )  # fmt: skip


CHECK = Check("STR133", "identifier-of-two-persons", Severity.WARNING, "people", run)
