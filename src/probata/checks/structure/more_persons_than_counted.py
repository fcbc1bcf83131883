"""A count of those affected that is smaller than the number of persons named.

Compares the count of an allegation and of an event with the persons that it names. A count with a unit of its own, such
as families or admissions, is left alone, and so is a lower bound (`70+`).

## Why it matters
The document prints the count and the names beside each other. Whoever counts the names sees that one of the two is
wrong, and takes both for careless.

## Example
```yaml
case: {title: Example}
people: [{id: a, name: Witness A}, {id: b, name: Witness B}]
allegations:
  - id: beatings
    title: Beatings at North Prison
    statement: Two prisoners were beaten.
    affected: {persons: [a, b], count: 1}
```

Use instead:
```yaml
case: {title: Example}
people: [{id: a, name: Witness A}, {id: b, name: Witness B}]
allegations:
  - id: beatings
    title: Beatings at North Prison
    statement: Two prisoners were beaten.
    affected: {persons: [a, b], count: 2}
```

## When to allow it
Where the count is of something else than persons: say so in `unit`.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput, Loc
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.diagnostics import Severity, say
from probata.model.quantity import Bound, Count

_UPPER = frozenset({Bound.EXACT, Bound.RANGE})
"""Bounds above which there can be nobody."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Count the persons named."""
    for kind, record_id, loc, count, persons in _counted(case):
        if count.value.high < len(persons):
            yield case.finding(
                kind, record_id,
                f"the count of {say.of(kind, record_id)} is {count.value.text}, and {len(persons)} persons are named",
                "correct the count, or say in `unit` what it counts", at=loc,
            )  # fmt: skip


def _counted(case: CheckInput) -> Iterator[tuple[str, str, Loc, Count, set[str]]]:
    """Give the counts of persons beside which persons are named."""
    for event in case.graph.events:
        if event.count and _is_of_persons(event.count) and event.persons:
            yield "events", event.id, ("count",), event.count, set(event.persons)
    for allegation in case.graph.allegations:
        affected = allegation.affected
        if affected.count and _is_of_persons(affected.count) and affected.persons:
            yield "allegations", allegation.id, ("affected", "count"), affected.count, set(affected.persons)


def _is_of_persons(count: Count) -> bool:
    return not count.unit and count.value.bound in _UPPER


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    yield from (Looked(f"{kind}/{record_id}") for kind, record_id, *_ in _counted(case))


CHECK = Check("STR175", "more-persons-than-counted", Severity.WARNING, "counts of persons", run, looks_at=_looks_at)
