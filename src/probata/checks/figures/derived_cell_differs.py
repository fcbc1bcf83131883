"""A cell that is not what the rule of its column gives.

Looks at columns whose record has a `rule`: a multiple, sum, difference or share of other columns of the table. Each
cell is computed anew; rounding to its last digit and digits that are cut off are allowed. It is told at the first cell
that is off, in its file.

## Why it matters
A column that is said to be the sum of three others, and in one row is not, has a slip in one of four numbers. The other
side adds up; who filed it should have.

## Example
```yaml
case:
  title: Example
datasets:
  - id: detained
    title: Persons detained
    file: data/detained.csv
    columns:
      - {key: month, heading: Month, type: text}
      - {key: north, heading: North Prison}
      - {key: south, heading: South Prison}
      - {key: both, heading: Both, rule: {operation: sum, columns: [north, south]}}
```
```csv data/detained.csv
month,north,south,both
May,30,41,71
June,12,25,38
```

Use instead:
```yaml
case:
  title: Example
datasets:
  - id: detained
    title: Persons detained
    file: data/detained.csv
    columns:
      - {key: month, heading: Month, type: text}
      - {key: north, heading: North Prison}
      - {key: south, heading: South Prison}
      - {key: both, heading: Both, rule: {operation: sum, columns: [north, south]}}
```
```csv data/detained.csv
month,north,south,both
May,30,41,71
June,12,25,37
```

## When to allow it
Where the source prints it so: keep the cell as printed, and say beside the table what the rule gives.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked, with_columns
from probata.checks.tables.amounts import write_amount
from probata.diagnostics import Severity, say
from probata.figures import TypedTable
from probata.figures.rules import Expected, expected
from probata.model.dataset import Column

MOST_TOLD = 8


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the columns with cells that do not follow their rule, the first of them in the message."""
    for table in case.tables.values():
        for column in table.columns:
            cells = list(expected(table, column))
            if wrong := [cell for cell in cells if not cell.fits]:
                yield _finding(case, table, column, wrong, len(cells))


def _finding(case: CheckInput, table: TypedTable, column: Column, wrong: list[Expected], count: int) -> Finding:
    rule = ("columns", table.place_of(column.key), "rule")
    others = f", and {len(wrong) - 1} more of {count} rows differ" if len(wrong) > 1 else ""
    finding = case.finding(
        "datasets", table.dataset.id, f"{say.words(column.key)} of {say.words(wrong[0].row)} {_told(wrong[0])}{others}",
        "compare the row with its source; correct the cell or the rule, or say below the table how they differ and "
        "decide the finding",
        at=rule,
        notes=(
            *(f"{say.words(cell.row)} {_told(cell)}, at {cell.value.span}" for cell in wrong[1:MOST_TOLD]),
            f"the rule is at {case.graph.span('datasets', table.dataset.id, *rule)}",
        ),
    )  # fmt: skip
    return replace(finding, span=wrong[0].value.span)


def _told(cell: Expected) -> str:
    return f"is {cell.quantity.text}, and its rule gives {write_amount(cell.amount)}"


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the tables with a column that says how it comes from others."""
    yield from with_columns(case, lambda columns: any(one.rule for one in columns))


CHECK = Check("FIG104", "derived-cell-differs", Severity.WARNING, "datasets", run, looks_at=_looks_at)
