"""A number that a source states, beside the rows that come to another.

Compares what figures hold in `stated` with what they come to. Rounding to the last digit that is stated is allowed. A
stated minimum is looked at by `stated-minimum-above-value`.

## Why it matters
Whoever states a number beside its table invites the reader to add up. A difference of one shows that the number was not
taken from the table.

## Example
```yaml
case:
  title: Example
sources: [{id: report, title: A report}]
datasets:
  - id: detained
    title: Persons detained
    file: data/detained.csv
    columns:
      - {key: month, heading: Month, type: text}
      - {key: persons, heading: Persons}
figures:
  - id: all
    title: All persons detained
    operation: sum
    of: [{dataset: detained, column: persons}]
    stated: [{value: "43", citations: "report, p. 2"}]
```
```csv data/detained.csv
month,persons
May,30
June,12
```

Use instead:
```yaml
case:
  title: Example
sources: [{id: report, title: A report}]
datasets:
  - id: detained
    title: Persons detained
    file: data/detained.csv
    columns:
      - {key: month, heading: Month, type: text}
      - {key: persons, heading: Persons}
figures:
  - id: all
    title: All persons detained
    operation: sum
    of: [{dataset: detained, column: persons}]
    stated: [{value: "42", citations: "report, p. 2"}]
```
```csv data/detained.csv
month,persons
May,30
June,12
```

## When to allow it
Where the source states it so: attribute the stated number, and print what the rows come to next to it.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.tables.amounts import write_amount
from probata.checks.tables.stated_values import stated_apart, stated_finding
from probata.diagnostics import Severity, say
from probata.model.quantity import Bound


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the stated numbers that their figure does not come to."""
    for found, place, stated in stated_apart(case, {Bound.EXACT, Bound.RANGE}):
        yield stated_finding(
            case, found, place,
            f"{say.words(stated.printed or stated.value.text)} is stated for {say.figure(found.figure)}, which comes "
            f"to {write_amount(found.amount)}",
            "attribute the stated number to its source, and print what the rows come to next to it",
        )  # fmt: skip


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the figures beside which a source states a number."""
    for figure in case.graph.figures:
        if any(stated.value.bound in {Bound.EXACT, Bound.RANGE} for stated in figure.stated):
            yield Looked(f"figures/{figure.id}", "" if figure.id in case.figures else "it could not be computed")


CHECK = Check("FIG117", "stated-value-differs", Severity.WARNING, "figures", run, looks_at=_looks_at)
