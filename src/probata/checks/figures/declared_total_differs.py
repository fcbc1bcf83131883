"""A total that its rows do not add up to.

Adds up each column of which the source declares a total, with rows that another row includes counted once, and
compares. A least number, a range and "about" are taken as such: a total that can be right is not found. A total that
comes out only by counting rows twice is found by `total-counts-twice`; one that mixes adjusted values with reported
ones is a note.

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
from probata.checks.finding import Finding, Outcome
from probata.checks.looked_at import Looked
from probata.checks.tables.declared_totals import Declared, declared_totals
from probata.checks.titled import heading_of
from probata.diagnostics import Severity, say
from probata.figures import write_number


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the declared totals that the rows cannot add up to, however the included ones are counted."""
    for declared in declared_totals(case):
        if declared.once_agrees or declared.twice_agrees:
            continue
        yield _filled_up(case, declared) if declared.filled_from else _finding(case, declared)


def _finding(case: CheckInput, declared: Declared) -> Finding:
    once = declared.once
    rest = "its rows add to"
    if once.not_stated:
        rest = f"{_rows(len(once.not_stated))} no value, and the others add to"
    return case.finding(
        "datasets", declared.table.dataset.id, f"{_told(declared)}; {rest} {once}",
        "compare the rows with their source; where it says so, attribute the total and print the sum next to it",
        at=("totals", declared.position, "value"), notes=tuple(_notes(declared)),
        outcome=Outcome.CANNOT_TELL if once.not_stated else Outcome.FAILED,
    )  # fmt: skip


def _filled_up(case: CheckInput, declared: Declared) -> Finding:
    without = f", and without {say.listed(declared.filled_without)}" if declared.filled_without else ""
    return case.finding(
        "datasets", declared.table.dataset.id,
        f"{_told(declared)}; it comes out with the values of "
        f"{heading_of(declared.table.dataset, declared.filled_from)} where that column has none{without}",
        "say so where the total is printed: it mixes values of two kinds",
        at=("totals", declared.position, "value"), severity=Severity.INFO,
    )  # fmt: skip


def _told(declared: Declared) -> str:
    total, column = declared.total, heading_of(declared.table.dataset, declared.total.column)
    return f"the declared total of {column} is {total.printed or total.value.text}"


def _rows(count: int) -> str:
    return "one row has" if count == 1 else f"{count} rows have"


def _notes(declared: Declared) -> Iterator[str]:
    once, value = declared.once, declared.total.value
    if once.left_out:
        yield f"not added, since another row includes them: {say.listed(once.left_out)}"
        yield f"with them the rows add to {declared.twice}"
    if declared.least_agrees:
        left_out = [row for row in declared.least.left_out if row not in once.left_out]
        yield f"it comes out without {say.listed(left_out)}, of which another row perhaps is the whole"
    if once.not_stated:
        yield f"without a value: {say.listed(once.not_stated)}"
    if once.low == once.high and value.low == value.high:
        yield f"difference: {write_number(value.low - once.low)}"


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the tables with a declared total."""
    for dataset in case.graph.datasets:
        if dataset.totals:
            read = dataset.id in case.tables
            yield Looked(f"datasets/{dataset.id}", "" if read else "its table could not be read")


CHECK = Check(
    "FIG101", "declared-total-differs", Severity.WARNING, "datasets", run,
    unfit_records=True, looks_at=_looks_at,
)  # fmt: skip
