"""A number cut to a shorter time by another share than the dates give.

Looks at two things: figures that are apportioned to a tenure or period by a stated fraction; and cells that their
source adjusted or modelled, whose row is a part of another row with a longer time. The share is compared with that of
the months and that of the days; a cell may be rounded to the nearest or to the next whole number. Where one cell of
such a row was cut and another has the number of the longer time unchanged, the other is a note.

## Why it matters
Half of a year's number for five of its twelve months gives the person a month that was another's. It is the kind of
mistake that a court remembers.

## Example
```yaml
case:
  title: Example
datasets:
  - id: year
    title: Returns by year
    file: data/year.csv
    columns:
      - {key: year, heading: Year, type: date, key_column: true}
      - {key: returns, heading: Returns}
  - id: tenure
    title: Returns in the tenure
    file: data/tenure.csv
    columns:
      - {key: part, heading: Part, type: text, key_column: true}
      - {key: returns, heading: Returns, status: adjusted}
      - {key: covers, heading: Time, type: date, covers: period, hidden: true}
    inclusions:
      - {rows: [Aug-Dec], included_in: "year:2015"}
```
```csv data/year.csv
year,returns
2015,1200
```
```csv data/tenure.csv
part,returns,covers
Aug-Dec,600,2015-08/2015-12
```

Use instead:
```yaml
case:
  title: Example
datasets:
  - id: year
    title: Returns by year
    file: data/year.csv
    columns:
      - {key: year, heading: Year, type: date, key_column: true}
      - {key: returns, heading: Returns}
  - id: tenure
    title: Returns in the tenure
    file: data/tenure.csv
    columns:
      - {key: part, heading: Part, type: text, key_column: true}
      - {key: returns, heading: Returns, status: adjusted}
      - {key: covers, heading: Time, type: date, covers: period, hidden: true}
    inclusions:
      - {rows: [Aug-Dec], included_in: "year:2015"}
```
```csv data/year.csv
year,returns
2015,1200
```
```csv data/tenure.csv
part,returns,covers
Aug-Dec,500,2015-08/2015-12
```

## When to allow it
Where the source knows how the number is spread over the time, and says so. Otherwise attribute it, and print what the
months give beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding, Outcome
from probata.checks.looked_at import Looked
from probata.checks.tables.amounts import write_amount
from probata.checks.titled import heading_of
from probata.diagnostics import Severity, say
from probata.figures import Amount, Computed, TypedTable, Value
from probata.figures.compute import extent_in, to_the_day
from probata.figures.read_tables import row_of
from probata.figures.shared_time import Extent, Share, share_of
from probata.model.quantity import Bound

_HELP = "cut it by months or days, or attribute the number and print what the dates give next to it"


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the stated fractions and the adjusted cells that do not match the dates."""
    for found in case.figures.values():
        if found.figure.operation == "apportion":
            yield from _stated_fraction(case, found)
    for table in case.tables.values():
        for place, inclusion in enumerate(table.dataset.inclusions):
            where, name = row_of(inclusion.included_in, table, case.tables)
            if where is not None and len(inclusion.rows) == 1:
                yield from _cells(case, table, place, inclusion.rows[0], where, name)


def _stated_fraction(case: CheckInput, found: Computed) -> Iterator[Finding]:
    to = found.figure.to
    if to is None or to.by != "fraction" or to.fraction is None or not (to.role or to.period):
        return
    extent = extent_in(to, case.graph)
    for term in found.terms:
        shares = [s for by in ("months", "days") if term.period and (s := share_of(term.period, extent, by))]
        if shares and not any(share.low <= to.fraction.value <= share.high for share in shares):
            yield case.finding(
                "figures", found.figure.id,
                f"the figure {say.figure(found.figure)} takes {to.fraction.text} of {say.words(term.name)}, of whose "
                f"time {_of(shares[0], 'months')} lie in it", _HELP, at=("to",),
            )  # fmt: skip


def _of(share: Share, unit: str) -> str:
    part = str(share.least) if share.least == share.most else f"{share.least} to {share.most}"
    return f"{part} of {share.whole} {unit}"


def _cells(
    case: CheckInput, table: TypedTable, place: int, row: str, where: TypedTable, name: str
) -> Iterator[Finding]:
    pairs = tuple(_pairs(table, row, where, name))
    is_cut = any(_is_cut(part, whole) for _, part, whole in pairs)
    for key, part, whole in pairs:
        heading = heading_of(table.dataset, key)
        if told := _against_dates(part, whole, row, name):
            yield case.finding(
                "datasets", table.dataset.id, f"{heading} {told}", _HELP, at=("inclusions", place),
            )  # fmt: skip
        elif is_cut and _are_exact(part, whole) and _low(part) == _low(whole):
            yield case.finding(
                "datasets", table.dataset.id,
                f"{heading} of {say.words(row)} is {part.text}, the number of the whole {say.words(name)}, and other "
                "cells of the row were cut to its time",
                "ask the source for the number of the shorter time, or print next to it that it is that of the whole",
                at=("inclusions", place), severity=Severity.INFO, outcome=Outcome.CANNOT_TELL,
            )  # fmt: skip


def _pairs(table: TypedTable, row: str, where: TypedTable, name: str) -> Iterator[tuple[str, Value, Value]]:
    """Give, for each column that both tables have, the cell of the part and that of the whole."""
    for column in table.columns:
        parts = [one.cells[column.key] for one in table.rows_named(row)]
        wholes = [one.cells[column.key] for one in where.rows_named(name) if column.key in one.cells]
        if len(parts) == len(wholes) == 1:
            yield column.key, parts[0], wholes[0]


def _is_cut(part: Value, whole: Value) -> bool:
    """Tell whether a smaller cell of a shorter time was made from another by its source."""
    if part.status == "reported" or part.period is None or whole.period is None or not _are_exact(part, whole):
        return False
    extent = to_the_day(part.period)
    share = share_of(whole.period, Extent(extent, extent), "days")
    return _low(part) < _low(whole) and share is not None and share.most < share.whole


def _low(value: Value) -> Fraction:
    return Fraction(value.quantity.low) if value.quantity else Fraction(0)


def _against_dates(part: Value, whole: Value, row: str, name: str) -> str:
    """Return what is wrong with a cell that was cut from another; empty where it is reported, or comes out."""
    if part.status == "reported" or part.period is None or whole.period is None or not _are_exact(part, whole):
        return ""
    extent = to_the_day(part.period)
    shares = [s for by in ("months", "days") if (s := share_of(whole.period, Extent(extent, extent), by))]
    if not shares or any(share.most in {0, share.whole} for share in shares):
        return ""
    number, base = _low(part), _low(whole)
    if any(share.low * base - 1 < number < share.high * base + 1 for share in shares):
        return ""
    given, percent = Amount(shares[0].low * base, shares[0].high * base), number * 100 / base
    return (
        f"of {say.words(row)}, {part.text}, is {write_amount(Amount(percent, percent))}% of {whole.text} of "
        f"{say.words(name)}; {_of(shares[0], 'months')} give {write_amount(given)}"
    )


def _are_exact(*values: Value) -> bool:
    return all(v.quantity and v.quantity.bound is Bound.EXACT and v.quantity.low > 0 for v in values)


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the apportioned figures, and the tables of which rows are included in other rows."""
    for found in case.figures.values():
        if found.figure.operation == "apportion":
            yield Looked(f"figures/{found.figure.id}")
    yield from (Looked(f"datasets/{key}") for key, table in case.tables.items() if table.dataset.inclusions)


CHECK = Check("FIG108", "apportionment-against-dates", Severity.WARNING, "figures and tables", run, looks_at=_looks_at)
