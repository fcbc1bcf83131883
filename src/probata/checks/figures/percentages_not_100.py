"""Percentages of parts that do not come to 100.

Looks at columns of percentages whose sum is near 100, so that they are meant as the parts of one whole, and differs
from it by more than the rounding of all rows together can explain. Percentages that a rule takes from another column,
row by row, are passed over.

## Why it matters
A pie of 104 per cent is quoted in every reply, and everything beside it is doubted.

## Example
```yaml
case:
  title: Example
datasets:
  - id: methods
    title: Methods of return
    file: data/methods.csv
    columns:
      - {key: method, heading: Method, type: text}
      - {key: share, heading: Share, type: percent}
```
```csv data/methods.csv
method,share
persuasion,64
deportation,25
extradition,15
```

Use instead:
```yaml
case:
  title: Example
datasets:
  - id: methods
    title: Methods of return
    file: data/methods.csv
    columns:
      - {key: method, heading: Method, type: text}
      - {key: share, heading: Share, type: percent}
```
```csv data/methods.csv
method,share
persuasion,64
deportation,25
extradition,11
```

## When to allow it
Where a person or thing may belong to several rows: say so below the table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked, with_columns
from probata.diagnostics import Severity, say
from probata.figures import TypedTable, sum_column, write_number
from probata.figures.rules import step_of
from probata.model.dataset import Column
from probata.model.quantity import Bound, Quantity

FEWEST_ROWS = 2
NEAR = 10
"""Percentages whose sum differs by more are not meant as the parts of one whole."""
_NUMBERS = frozenset({Bound.EXACT, Bound.ABOUT})


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the columns of percentages that miss 100 by more than rounding."""
    for table in case.tables.values():
        for column in table.columns:
            if column.type == "percent" and (column.rule is None or column.rule.operation == "share_of_total"):
                yield from _column(case, table, column)


def _column(case: CheckInput, table: TypedTable, column: Column) -> Iterator[Finding]:
    found = sum_column(table, column.key)
    if found is None or found.unreadable or found.is_least or found.low != found.high:
        return
    counted = set(found.counted)
    quantities = [row.cells[column.key].quantity for row in table.rows if row.key in counted]
    numbers = [quantity for quantity in quantities if quantity and quantity.bound in _NUMBERS]
    missing = abs(Fraction(found.low) - 100)
    if len(numbers) < FEWEST_ROWS or missing > NEAR or missing <= _rounding(numbers):
        return
    yield case.finding(
        "datasets", table.dataset.id,
        f"the percentages of {say.words(column.key)} add to {write_number(found.low)}, which rounding does not explain",
        "compare them with their source, or say below the table why they are not the parts of one whole and decide "
        "the finding",
        at=("columns", table.place_of(column.key), "key"),
    )  # fmt: skip


def _rounding(numbers: Sequence[Quantity]) -> Fraction:
    """Return how far the sum may be off: half a last digit a row, a whole one where digits were cut off."""
    return sum((step_of(n) * (1 if n.bound is Bound.ABOUT else Fraction(1, 2)) for n in numbers), Fraction(0))


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the tables with a column of percentages."""
    yield from with_columns(case, lambda columns: any(one.type == "percent" for one in columns))


CHECK = Check("FIG105", "percentages-not-100", Severity.WARNING, "datasets", run, looks_at=_looks_at)
