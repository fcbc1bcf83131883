"""A total that its rows do not add up to.

Adds up each column of which the source declares a total, with rows that another row includes counted once, and
compares. A least number, a range and "about" are taken as such: a total that can be right is not found. A total that
comes out only by counting rows twice is found by `total-counts-twice`.

## Why it matters
The other side adds up every column. A wrong total that is asserted counts against every other number; one that is
attributed, with the sum beside it, does not.

## Example
```yaml
case:
  title: Example
datasets:
  - id: beatings
    title: Beatings by year
    file: data/beatings.csv
    columns:
      - {key: year, heading: Year, type: text}
      - {key: cases, heading: Cases}
    totals:
      - {column: cases, value: "46"}
```
```csv data/beatings.csv
year,cases
2015,12
2016,14
2017,19
```

Use instead:
```yaml
case:
  title: Example
datasets:
  - id: beatings
    title: Beatings by year
    file: data/beatings.csv
    columns:
      - {key: year, heading: Year, type: text}
      - {key: cases, heading: Cases}
    totals:
      - {column: cases, value: "45"}
```
```csv data/beatings.csv
year,cases
2015,12
2016,14
2017,19
```

## When to allow it
Where the source declares it so: keep it as declared, say in `contested` why it is attributed, and decide what the
documents print.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.declared_totals import Declared, declared_totals
from probata.checks.finding import Finding
from probata.diagnostics import Severity
from probata.figures import write_number


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the declared totals that the rows cannot add up to, however the included ones are counted."""
    for declared in declared_totals(case):
        if not declared.once_agrees and not declared.twice_agrees:
            yield _finding(case, declared)


def _finding(case: CheckInput, declared: Declared) -> Finding:
    total, once = declared.total, declared.once
    notes = []
    if once.left_out:
        notes.append(f"not added, since another row includes them: {_quoted(once.left_out)}")
        notes.append(f"with them the rows add to {declared.twice}")
    if once.not_stated:
        notes.append(f"without a value: {_quoted(once.not_stated)}")
    if once.low == once.high and total.value.low == total.value.high:
        notes.append(f"difference: {write_number(total.value.low - once.low)}")
    return case.finding(
        "datasets", declared.table.dataset.id,
        f"the declared total of `{total.column}` is {total.printed or total.value.text}; its rows add to {once}",
        "compare the rows with their source; where the source says so, attribute the total and print the sum beside it",
        at=("totals", declared.position, "value"), notes=tuple(notes),
    )  # fmt: skip


def _quoted(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in names)


CHECK = Check("FIG101", "declared-total-differs", Severity.WARNING, "datasets", run)
