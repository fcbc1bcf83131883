"""A minimum by day that is more than the rows of a table give, though nobody has put the two side by side.

Takes each number that is stated as a minimum of so many a day, and the tables that count the same unit of the same
recorded event, which the title of the table or the name of the row names. For each column and time of such a table its
rows are added, and divided by the days of it; where none reaches the minimum, it is found. Where a minimum for a whole
time is stated too, and the one by day multiplied by its days is more, that is a note.

## Why it matters
A minimum is what one is sure of. Sixteen a day is 5,840 a year; where the only row for the whole country has 5,006, the
other side needs no evidence of its own.

## Example
```yaml
case: {title: Example}
events: [{id: stay, kind: measure, title: Protective stay}]
datasets:
  - id: stated
    title: Single figures
    file: data/stated.csv
    columns:
      - {key: what, heading: What, type: text}
      - {key: value, heading: Value}
      - {key: unit, heading: Unit, type: text, covers: unit}
  - id: stays
    title: Protective stay by year
    file: data/stays.csv
    columns: [{key: year, heading: Year, type: date, key_column: true}, {key: n, heading: Number, unit: persons}]
```
```csv data/stated.csv
what,value,unit
Persons in protective stay,16+,people per day
```
```csv data/stays.csv
year,n
2020,3100
2021,5006
```

Use instead:
```yaml
case: {title: Example}
events: [{id: stay, kind: measure, title: Protective stay}]
datasets:
  - id: stated
    title: Single figures
    file: data/stated.csv
    columns:
      - {key: what, heading: What, type: text}
      - {key: value, heading: Value}
      - {key: unit, heading: Unit, type: text, covers: unit}
  - id: stays
    title: Protective stay by year
    file: data/stays.csv
    columns: [{key: year, heading: Year, type: date, key_column: true}, {key: n, heading: Number, unit: persons}]
```
```csv data/stated.csv
what,value,unit
Persons in protective stay,13+,people per day
```
```csv data/stays.csv
year,n
2020,3100
2021,5006
```

## When to allow it
Where the source says what the rows leave out: attribute the minimum, and call it an estimate.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.tables.amounts import write_amount
from probata.checks.tables.counted import Counted, counted
from probata.diagnostics import Severity, say
from probata.figures import Amount, write_number
from probata.figures.shared_time import days_of
from probata.model.quantity import Bound

_HELP = "attribute it as an estimate of its source, and print what the rows give by day next to it"


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare each minimum by day with the tables of the same thing, then with minimums for a whole time."""
    cells = counted(case)
    for rate in (cell for cell in cells if cell.a_day and cell.quantity.bound is Bound.AT_LEAST):
        same = [cell for cell in cells if cell.unit == rate.unit and not cell.a_day and cell.events & rate.events]
        by_table: defaultdict[str, list[Counted]] = defaultdict(list)
        for cell in same:
            by_table[cell.table.dataset.id].append(cell)
        for table in by_table.values():
            yield from _against_rows(case, rate, table)
        for cell in same:
            yield from _against_minimum(case, rate, cell)


def _against_rows(case: CheckInput, rate: Counted, table: Sequence[Counted]) -> Iterator[Finding]:
    """Find a rate that no column of a table reaches at any time; minimums or undated rows leave it open."""
    sums: defaultdict[tuple[str, str, int], Fraction] = defaultdict(Fraction)
    for cell in table:
        days = days_of(cell.period) if cell.period else None
        if days is None or cell.period is None or cell.quantity.bound in {Bound.AT_LEAST, Bound.ABOUT}:
            return
        sums[cell.column.key, cell.period.text, days] += Fraction(cell.quantity.high)
    most, column, time = max((number / days, column, time) for (column, time, days), number in sums.items())
    if most < Fraction(rate.quantity.low):
        yield _finding(
            case, rate,
            f"a minimum of {write_number(rate.quantity.low)} a day is stated under {say.words(rate.row)}, and "
            f"{say.words(column)} of {say.table(table[0].table.dataset)} gives {write_amount(Amount(most, most))} a "
            f"day at most, in {say.words(time)}",
        )  # fmt: skip


def _against_minimum(case: CheckInput, rate: Counted, cell: Counted) -> Iterator[Finding]:
    days = days_of(cell.period) if cell.period else None
    if days is None or cell.period is None or cell.quantity.bound is not Bound.AT_LEAST:
        return
    if (whole := rate.quantity.low * days) > cell.quantity.low:
        yield _finding(
            case, rate,
            f"a minimum of {write_number(rate.quantity.low)} a day gives {write_number(whole)} in "
            f"{say.date(cell.period)}, for which {say.words(cell.row)} states a minimum of "
            f"{write_number(cell.quantity.low)}",
            Severity.INFO,
        )  # fmt: skip


def _finding(case: CheckInput, rate: Counted, message: str, severity: Severity | None = None) -> Finding:
    place = ("columns", rate.table.place_of(rate.column.key), "key")
    return case.finding("datasets", rate.table.dataset.id, message, _HELP, at=place, severity=severity)


CHECK = Check("FIG124", "minimum-rate-above-rows", Severity.WARNING, "datasets", run)
