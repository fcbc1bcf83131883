"""Two persons with one name, and nothing recorded that tells them apart.

Compares names and other names of people, whatever the order of their parts, accents and capitals, and names in their
own script. Two are told apart by dates of birth that cannot be one, or where each has a number that identifies them.
Weak other names and misspellings are left alone.

## Why it matters
Officials search by name. Where two bear it, the measure may fall on the wrong one, and the right one says that the
other is meant.

## Example
```yaml
case: {title: Example}
people:
  - {id: wolk, name: Mara Wolk}
  - {id: wolk-nurse, name: {family: Wolk, given: Mara}, birth: {date: 1971-04-02}}
```

Use instead:
```yaml
case: {title: Example}
people:
  - {id: wolk, name: Mara Wolk, birth: {date: 1964}}
  - {id: wolk-nurse, name: {family: Wolk, given: Mara}, birth: {date: 1971-04-02}}
```

## When to allow it
Where one of them is only mentioned, by a source that says no more, and the text says who is meant.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.tenures.sure_days import are_surely_apart
from probata.diagnostics import Severity, say
from probata.model.person import Person


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the people whose name an earlier one has, each once."""
    earlier: dict[str, list[Person]] = {}
    for person in case.graph.people:
        names = tuple(_names(person))
        alike = (other for name in names for other in earlier.get(name, ()) if other is not person)
        same = next((other for other in alike if not _are_told_apart(other, person)), None)
        if same:
            yield _finding(case, person, same)
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


def _are_told_apart(one: Person, other: Person) -> bool:
    if one.identifiers and other.identifiers:
        return True
    births = one.birth.date, other.birth.date
    return bool(births[0] and births[1] and are_surely_apart(births[0].value, births[1].value))


def _finding(case: CheckInput, person: Person, same: Person) -> Finding:
    return case.finding(
        "people", person.id,
        f"{say.person(same)} and {say.person(person)} share the name {say.words(person.name.display)}, and nothing "
        "recorded tells them apart",
        "record the date of birth or a number of each; where they are one person, keep one record", at=("name",),
        notes=(f"the first is at {case.graph.span('people', same.id)}",),
    )  # fmt: skip


CHECK = Check("STR132", "name-of-two-persons", Severity.WARNING, "people", run)
