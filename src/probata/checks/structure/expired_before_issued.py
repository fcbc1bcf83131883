"""A paper of a person that expired before it was issued, or was issued before the person was born.

Compares the dates of the numbers that identify people. Dates that may be in order are left alone.

## Why it matters
A passport that cannot exist identifies nobody, and casts doubt on where its number comes from.

## Example
```yaml
case: {title: Example}
people:
  - id: wolk
    name: Mara Wolk
    identifiers: [{type: passport, number: K104733, issued: 2019-05-02, expires: 2009-05-01}]
```

Use instead:
```yaml
case: {title: Example}
people:
  - id: wolk
    name: Mara Wolk
    identifiers: [{type: passport, number: K104733, issued: 2009-05-02, expires: 2019-05-01}]
```

## When to allow it
Never: record the dates that the paper shows, and say in `note` of the person what is odd about them.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.tenures.sure_days import is_surely_before
from probata.diagnostics import Severity, say
from probata.model.person import Identifier, Person


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the papers whose dates cannot be right."""
    for person in case.graph.people:
        for position, paper in enumerate(person.identifiers):
            if fault := _fault(person, paper):
                yield case.finding(
                    "people", person.id, f"{paper.type} {say.words(paper.number)} of {say.person(person)} {fault}",
                    "look at the paper, or at the source, and correct the date", at=("identifiers", position),
                )  # fmt: skip


def _fault(person: Person, paper: Identifier) -> str | None:
    """Say what is wrong with the dates of a paper; `None` where they may be right."""
    born = person.birth.date.value if person.birth.date else None
    if paper.issued and paper.expires and is_surely_before(paper.expires, paper.issued):
        return f"expired {say.date(paper.expires)} and was issued {say.date(paper.issued)}"
    if paper.issued and born and is_surely_before(paper.issued, born):
        return f"was issued {say.date(paper.issued)}, before the birth of its holder, {say.date(born)}"
    return None


CHECK = Check("STR135", "expired-before-issued", Severity.WARNING, "people", run)
