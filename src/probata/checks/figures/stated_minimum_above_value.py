"""A stated minimum that is above what the rows come to.

Looks at the numbers in `stated` of a figure that are given as a minimum, such as `70+`.

## Why it matters
A minimum is the number of which one is sure. Where it is above the one that was reported, it is no minimum but an
estimate, and is read as an inflated one.

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
    stated: [{value: 50+, citations: "report, p. 2"}]
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
    stated: [{value: 40+, citations: "report, p. 2"}]
```
```csv data/detained.csv
month,persons
May,30
June,12
```

## When to allow it
Where the source explains what else it counts: attribute the minimum, and call it an estimate.
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
    """Find the stated minimums that are surely above their figure."""
    for found, place, stated in stated_apart(case, {Bound.AT_LEAST}):
        yield stated_finding(
            case, found, place,
            f"a minimum of {say.words(stated.printed or stated.value.text)} is stated for the figure "
            f"{say.figure(found.figure)}, which comes to {write_amount(found.amount)}",
            "attribute it as an estimate of its source, and print what the rows come to next to it",
        )  # fmt: skip


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the figures beside which a source states a minimum."""
    for figure in case.graph.figures:
        if any(stated.value.bound is Bound.AT_LEAST for stated in figure.stated):
            yield Looked(f"figures/{figure.id}", "" if figure.id in case.figures else "it could not be computed")


CHECK = Check("FIG110", "stated-minimum-above-value", Severity.WARNING, "figures", run, looks_at=_looks_at)
