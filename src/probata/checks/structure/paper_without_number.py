"""A number of a person's paper that cannot be one: without a digit, of one digit alone, or with a sign for the unknown.

Looks at `number` of what is recorded under `identifiers`. The forms of different countries are not known here; only
what no country issues is found. A number that its source has masked in part (`4401**********1234`) is left alone where
enough digits remain to tell the person from others.

## Why it matters
The identification sheet goes to those who look the person up in registers and at borders. A number that is a
placeholder stops nobody, or somebody else.

## Example
```yaml
case: {title: Example}
people:
  - id: wolk
    name: Mara Wolk
    identifiers: [{type: passport, number: to be confirmed}]
```

Use instead:
```yaml
case: {title: Example}
people:
  - id: wolk
    name: Mara Wolk
    identifiers: [{type: passport, number: K104733}]
```

## When to allow it
Where the paper really bears such a mark and no number, such as a seal. Say so in `note` of the person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.diagnostics import Severity, say

_UNKNOWN = re.compile(r"\?|(?<![^\W\d_])x{3,}(?![^\W\d_])|_{2,}|\.{3}|…", re.IGNORECASE)
"""Signs for what is unknown. In a series such as `XXXI-22` the letters are Roman digits."""
_MASKED = re.compile(r"\*{2,}")
"""The sign by which sources mask a number."""
_REMAIN = {_UNKNOWN: 5, _MASKED: 4}
"""Digits that are enough beside each: sources that mask leave the last four."""
_LEAST = 4
"""Digits of which all alike are a placeholder: `0000`, and not `11`."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the numbers that no office gives."""
    for person in case.graph.people:
        for position, paper in enumerate(person.identifiers):
            if fault := _fault(paper.number):
                yield case.finding(
                    "people", person.id, f"the number of the {paper.type} of {say.person(person)}, "
                    f"{say.words(paper.number)}, {fault}",
                    "write the number as the paper or the source gives it, or leave the entry out until it is known",
                    at=("identifiers", position, "number"),
                )  # fmt: skip


def _fault(number: str) -> str | None:
    """Say why it is no number; `None` where it may be one. Digits of every script count."""
    digits = [letter for letter in number if letter.isdecimal()]
    if any(sign.search(number) and len(digits) < enough for sign, enough in _REMAIN.items()):
        return "has a sign for what is unknown"
    if not digits:
        return "has no digit"
    return "has the same digit throughout" if len(digits) >= _LEAST and len(set(digits)) == 1 else None


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the people with something that identifies them."""
    yield from (Looked(f"people/{person.id}") for person in case.graph.people if person.identifiers)


CHECK = Check("STR173", "paper-without-number", Severity.WARNING, "people", run, looks_at=_looks_at)
