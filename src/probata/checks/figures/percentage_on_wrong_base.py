"""Percentages that are not the shares of the numbers beside them.

Takes columns of percentages that come near the shares of a column of numbers in every row, and so are meant as these,
and are none of them within rounding: neither of the rows with a percentage nor of all rows. Where they come out from
another column of percentages, they were worked out from rounded numbers; the finding says so.

## Why it matters
A share of the wrong whole is wrong in every row, and the reader who divides finds it with the first.

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
      - {key: cases, heading: Cases}
      - {key: share, heading: Share, type: percent}
```
```csv data/methods.csv
method,cases,share
persuasion,851,91.4
deportation,66,7.1
extradition,18,1.4
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
      - {key: cases, heading: Cases}
      - {key: share, heading: Share, type: percent}
```
```csv data/methods.csv
method,cases,share
persuasion,851,91.0
deportation,66,7.1
extradition,18,1.9
```

## When to allow it
Where the source prints them so: keep them as printed, attribute them, and print the shares next to them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked, with_columns
from probata.checks.tables.amounts import write_amount
from probata.checks.titled import heading_of
from probata.diagnostics import Severity, say
from probata.figures import Amount, TypedTable, write_number
from probata.figures.rules import fits
from probata.model.dataset import Column
from probata.model.quantity import Bound, Quantity

FEWEST_ROWS = 3
NEAR = 2
"""Per cent by which a share may differ and still be meant as that share."""


@dataclass(frozen=True, slots=True)
class _Pair:
    row: str
    percent: Quantity
    part: Fraction


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the columns of percentages that are meant as shares of a column and are not."""
    for table in case.tables.values():
        numbers = [column for column in table.columns if column.type == "number"]
        for column in (found for found in table.columns if found.type == "percent"):
            tried = [(base, pairs) for base in numbers if len(pairs := _pairs(table, column, base)) >= FEWEST_ROWS]
            if not any(_comes_out(pairs, whole) for base, pairs in tried for whole in _wholes(table, base, pairs)):
                meant = next(((base, pairs) for base, pairs in tried if _is_meant(pairs)), None)
                if meant:
                    yield _finding(case, table, column, *meant)


def _pairs(table: TypedTable, column: Column, base: Column) -> list[_Pair]:
    """Return the rows in which both have a number; digits that were cut off count as they are printed."""
    cells = [(row.key, row.cells[column.key].quantity, row.cells[base.key].quantity) for row in table.rows]
    shown = {Bound.EXACT, Bound.ABOUT}
    return [
        _Pair(row, percent, Fraction(part.low))
        for row, percent, part in cells
        if percent and part and percent.bound in shown and part.bound is Bound.EXACT
    ]


def _wholes(table: TypedTable, base: Column, pairs: Sequence[_Pair]) -> set[Fraction]:
    """Return what the shares may be of: the rows with a percentage, all rows, a declared total."""
    every = [v.quantity for v in table.values(base.key) if v.quantity and v.quantity.bound is Bound.EXACT]
    declared = {Fraction(total.value.low) for total in table.dataset.totals if total.column == base.key}
    return {_sum(pairs), sum((Fraction(q.low) for q in every), Fraction(0)), *declared} - {Fraction(0)}


def _sum(pairs: Sequence[_Pair]) -> Fraction:
    return sum((pair.part for pair in pairs), Fraction(0))


def _comes_out(pairs: Sequence[_Pair], whole: Fraction) -> bool:
    return all(fits(pair.percent, _share(pair, whole)) for pair in pairs)


def _is_meant(pairs: Sequence[_Pair]) -> bool:
    whole = _sum(pairs)
    return whole > 0 and all(abs(Fraction(p.percent.low) - p.part * 100 / whole) <= NEAR for p in pairs)


def _share(pair: _Pair, whole: Fraction) -> Amount:
    share = pair.part * 100 / whole
    return Amount(share, share)


def _finding(case: CheckInput, table: TypedTable, column: Column, base: Column, pairs: list[_Pair]) -> Finding:
    share, counted = (heading_of(table.dataset, key) for key in (column.key, base.key))
    whole = _sum(pairs)
    wrong = next(pair for pair in pairs if not fits(pair.percent, _share(pair, whole)))
    of = f"{write_number(wrong.percent.low)}% in {say.words(wrong.row)}"
    return case.finding(
        "datasets", table.dataset.id,
        f"{share} is not the share of {counted}: {of}, and {_whole(wrong.part)} of {_whole(whole)} "
        f"is {write_amount(_share(wrong, whole))}%",
        "compare with the source; where it says so, attribute the percentages and print the shares next to them",
        at=("columns", table.place_of(column.key), "key"), notes=tuple(_rounded_before(table, column)),
    )  # fmt: skip


def _whole(number: Fraction) -> str:
    return write_amount(Amount(number, number))


def _rounded_before(table: TypedTable, column: Column) -> Iterator[str]:
    for other in table.columns:
        if other.type == "percent" and other.key != column.key:
            pairs = _pairs(table, column, other)
            if len(pairs) >= FEWEST_ROWS and _sum(pairs) and _comes_out(pairs, _sum(pairs)):
                yield f"it comes out from the rounded percentages of {heading_of(table.dataset, other.key)}"


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the tables with a column of percentages and one of numbers."""
    yield from with_columns(case, lambda columns: {"percent", "number"} <= {one.type for one in columns})


CHECK = Check("FIG106", "percentage-on-wrong-base", Severity.WARNING, "datasets", run, looks_at=_looks_at)
