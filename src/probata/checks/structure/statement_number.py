"""A statement whose number does not fit the person's other statements.

Compares the statements that one person makes in one capacity: two with one number, and a later number on an earlier
day. Where a statement is a second or later one and those before it are not recorded, it cannot be told whether they
are disclosed.

## Why it matters
A number stands on the statement wherever its forum prints one. A second statement tells the other side that there is a
first, and they ask for it: what differs between the two is the cross-examination.

## Example
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
statements:
  - {id: wolk-1, person: wolk, kind: witness, number: 1, made_on: 2024-03-01}
  - {id: wolk-2, person: wolk, kind: witness, number: 1, made_on: 2024-06-01}
```

Use instead:
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
statements:
  - {id: wolk-1, person: wolk, kind: witness, number: 1, made_on: 2024-03-01}
  - {id: wolk-2, person: wolk, kind: witness, number: 2, made_on: 2024-06-01}
```

## When to allow it
Where the statements were made in different matters, each of which counts its own; where an earlier one was made for
proceedings that may not be told of.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding, Outcome
from probata.checks.tenures.sure_days import is_surely_before
from probata.diagnostics import Severity, say
from probata.model.statement import Statement

_TOLD = 5
"""Numbers that are told; of more, how many they are."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare the statements of each person, in the order of their numbers."""
    by_maker: dict[tuple[str, str], list[Statement]] = {}
    for statement in case.graph.statements:
        by_maker.setdefault((statement.person, statement.kind), []).append(statement)
    for statements in by_maker.values():
        ordered = sorted(statements, key=lambda one: one.number)
        for before, after in pairwise(ordered):
            yield from _compared(case, before, after)
        if missing := sorted(set(range(1, ordered[-1].number)) - {one.number for one in ordered}):
            yield _not_recorded(case, ordered[-1], missing)


def _compared(case: CheckInput, before: Statement, after: Statement) -> Iterator[Finding]:
    earlier, later = before.signed_on or before.made_on, after.signed_on or after.made_on
    if before.number == after.number:
        yield case.finding(
            "statements", after.id,
            f"{say.statement(before)} and {say.statement(after)} are both statement {after.number} of "
            f"{say.person(after.person)}",
            "give each its number, in the order in which they were made", at=("number",),
        )  # fmt: skip
    elif earlier and later and is_surely_before(later, earlier):
        yield case.finding(
            "statements", after.id,
            f"statement {after.number} of {say.person(after.person)} is of {say.date(later)}, and statement "
            f"{before.number} of {say.date(earlier)}",
            "correct the date or the numbers", at=("number",),
        )  # fmt: skip


def _not_recorded(case: CheckInput, last: Statement, missing: list[int]) -> Finding:
    more = len(missing) - _TOLD
    numbers = ", ".join(map(str, missing[:_TOLD])) + (f" and {more} more" if more > 0 else "")
    is_one = len(missing) == 1
    return case.finding(
        "statements", last.id,
        f"it is statement {last.number} of {say.person(last.person)}, and statement{'' if is_one else 's'} {numbers} "
        f"{'is' if is_one else 'are'} not recorded",
        "record what the person said before, and say whether it is disclosed, or correct the number", at=("number",),
        severity=Severity.INFO, outcome=Outcome.CANNOT_TELL,
    )  # fmt: skip


CHECK = Check("STR172", "statement-number", Severity.WARNING, "statements", run)
