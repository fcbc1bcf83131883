"""A statement is signed before it was made, or its translation is dated before it.

Compares the day of signature with the date of the statement, and the dates of the translation and of its certificate
with the date of the statement.

## Why it matters
A signature that is older than the text verifies another text.

## Example
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
statements:
  - {id: wolk-1, person: wolk, kind: witness, made_on: 2024-03-04, signed_on: 2024-03-01}
```

Use instead:
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
statements:
  - {id: wolk-1, person: wolk, kind: witness, made_on: 2024-03-04, signed_on: 2024-03-04}
```

## When to allow it
Never: have the statement signed anew.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput, Loc
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.diagnostics import Severity, say
from probata.model.dates import When
from probata.model.statement import Statement


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the dates that are certainly before the statement's."""
    for statement in case.graph.statements:
        for loc, what, date in _dates(statement):
            if statement.made_on and date and date.last < statement.made_on.first:
                yield case.finding(
                    "statements", statement.id,
                    f"{what} {say.date(date)} is before the date of statement {say.statement(statement)}, "
                    f"{say.date(statement.made_on)}",
                    "correct the date that is wrong, or have the statement signed anew", at=loc,
                )  # fmt: skip


def _dates(statement: Statement) -> Iterator[tuple[Loc, str, When | None]]:
    yield ("signed_on",), "the signature of", statement.signed_on
    if found := statement.translation:
        yield ("translation", "date"), "the translation of", found.date
        yield ("translation", "certified_on"), "the certificate of translation of", found.certified_on
    if statement.interpretation:
        yield (
            ("interpretation", "certified_on"),
            "the interpreter's certificate of",
            statement.interpretation.certified_on,
        )


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the statements with a date to compare."""
    for statement in case.graph.statements:
        if any(date for _, _, date in _dates(statement)):
            why = "" if statement.made_on else "the day on which it was made is not recorded"
            yield Looked(f"statements/{statement.id}", why)


CHECK = Check(
    "TIM104", "statement-signed-too-early", Severity.ERROR, "statements", run,
    unfit_records=True, looks_at=_looks_at,
)  # fmt: skip
