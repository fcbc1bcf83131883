"""Adjusted or modelled values that are a plain scaling of the reported ones.

Finds columns whose adjusted or modelled values are all one multiple of a reported column, or each the reported value
times twelve and divided by a whole number of months, as far as rounding lets one see. Where the column has a note, the
reader is told something of it: then the finding is a note too.

## Why it matters
A “corrected” number sounds like research. If it is the old number times 12/9, it holds no more than the old one, and
assumes that the missing months were like the others.

## Example
```yaml
case:
  title: Example
datasets:
  - id: custody
    title: Persons in custody
    file: data/custody.csv
    columns:
      - {key: place, heading: Place, type: text}
      - {key: reported, heading: Reported}
      - {key: corrected, heading: Corrected, status: adjusted}
```
```csv data/custody.csv
place,reported,corrected
North,844,1125
South,204,245
East,275,300
West,457,914
```

Use instead:
```yaml
case:
  title: Example
datasets:
  - id: custody
    title: Persons in custody
    file: data/custody.csv
    columns:
      - {key: place, heading: Place, type: text}
      - {key: reported, heading: Reported}
      - {key: corrected, heading: Corrected, status: adjusted}
```
```csv data/custody.csv
place,reported,corrected
North,844,1103
South,204,217
East,275,331
West,457,498
```

## When to allow it
Where the source says that it scaled them and why: write it in the column's `note`, which documents print.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked, with_columns
from probata.checks.titled import heading_of
from probata.diagnostics import Severity
from probata.figures import Amount, TypedTable, Value, write_number
from probata.figures.rules import find_multiple, fits
from probata.model.dataset import Column
from probata.model.quantity import Bound, Quantity

FEWEST_ROWS = 4
"""Fewer rows agree by chance too easily."""
_MONTHS = range(1, 12)
_YEAR = 12


@dataclass(frozen=True, slots=True)
class _Pair:
    row: str
    reported: Quantity
    adjusted: Quantity


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the adjusted columns that are scaled."""
    for table in case.tables.values():
        numbers = [column for column in table.columns if column.type == "number"]
        for adjusted in numbers:
            told = (one for base in numbers if base is not adjusted and (one := _scaled(table, base, adjusted)))
            if found := next(told, None):
                yield _finding(case, table, adjusted, found)


def _scaled(table: TypedTable, base: Column, adjusted: Column) -> str:
    pairs = _pairs(table, base, adjusted)
    if len(pairs) < FEWEST_ROWS:
        return ""
    of = heading_of(table.dataset, base.key)
    multiple = find_multiple([pair.adjusted for pair in pairs], [pair.reported for pair in pairs])
    if multiple is not None:
        return f"is {write_number(multiple.fraction * 100)}% of {of} in each of {len(pairs)} rows"
    months = [next((m for m in _MONTHS if _is_year_of(pair, m)), 0) for pair in pairs]
    if 0 in months:
        return ""
    by = ", ".join(str(month) for month in months)
    return f"is {of} times {_YEAR} and divided by a number of months in each of {len(pairs)} rows ({by})"


def _pairs(table: TypedTable, base: Column, adjusted: Column) -> list[_Pair]:
    made = []
    for row in table.rows:
        one, other = row.cells[base.key], row.cells[adjusted.key]
        if one.status == "reported" and other.status in {"adjusted", "modelled"} and _are_exact(one, other):
            made += [_Pair(row.key, a, b) for a, b in ((one.quantity, other.quantity),) if a and b]
    return made


def _are_exact(*values: Value) -> bool:
    return all(v.quantity and v.quantity.bound is Bound.EXACT and v.quantity.low > 0 for v in values)


def _is_year_of(pair: _Pair, months: int) -> bool:
    scaled = Fraction(pair.reported.low) * _YEAR / months
    return fits(pair.adjusted, Amount(scaled, scaled))


def _finding(case: CheckInput, table: TypedTable, column: Column, told: str) -> Finding:
    return case.finding(
        "datasets", table.dataset.id, f"{heading_of(table.dataset, column.key)}, recorded as {column.status}, {told}",
        "say in the column's `note` how it was made, and do not present it as a count",
        at=("columns", table.place_of(column.key), "key"), severity=Severity.INFO if column.note else None,
    )  # fmt: skip


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the tables with two columns of numbers."""
    yield from with_columns(case, lambda columns: sum(one.type == "number" for one in columns) > 1)


CHECK = Check("FIG109", "adjusted-by-scaling", Severity.WARNING, "datasets", run, looks_at=_looks_at)
