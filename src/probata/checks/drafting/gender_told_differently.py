"""A person is addressed as a man and recorded as a woman, or the other way round.

Compares the recorded gender with the form of address in `title` of the same record: "Mr", "Mme", "Sr" and the like.

## Why it matters
A wrong form of address says that the author does not know of whom they write. The person named uses it to show that
somebody else is meant.

## Example
```yaml
case: {title: Example}
people: [{id: tovalka, name: {family: Tovalka, given: Ismeren}, gender: female, title: Mr}]
```

Use instead:
```yaml
case: {title: Example}
people: [{id: tovalka, name: {family: Tovalka, given: Ismeren}, gender: female, title: Ms}]
```

## When to allow it
Where the person uses the other form of address.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.prose.words import any_of, languages_of
from probata.diagnostics import Severity, say
from probata.model.person import OTHER_GENDER, gender_of


def run(case: CheckInput) -> Iterator[Finding]:
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


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the people whose gender is recorded."""
    yield from (Looked(f"people/{person.id}") for person in case.graph.people if gender_of(person))


CHECK = Check("DRA131", "gender-told-differently", Severity.WARNING, "people", run, looks_at=_looks_at)
