"""The same quantity from the same source, given twice with two values.

Compares three things: two numbers that one source states for one figure; two rows of a table with one name; and two
cells in tables that share a source, in columns of the same key and unit, for the same time and place. A table in which
several rows cover the same time and place is compared with none.

## Why it matters
Two numbers of one author for one thing cannot both be right. The other side quotes the lower one, and asks where the
higher one came from.

## Example
```yaml
case:
  title: Example
sources: [{id: report, title: A report}]
datasets:
  - id: year
    title: By year
    file: data/year.csv
    citations: report
    columns: [{key: year, heading: Year, type: date, key_column: true}, {key: persons, heading: Persons}]
  - id: again
    title: Again
    file: data/again.csv
    citations: report
    columns: [{key: year, heading: Year, type: date, key_column: true}, {key: persons, heading: Persons}]
```
```csv data/year.csv
year,persons
2015,30
2016,41
```
```csv data/again.csv
year,persons
2016,42
```

Use instead:
```yaml
case:
  title: Example
sources: [{id: report, title: A report}]
datasets:
  - id: year
    title: By year
    file: data/year.csv
    citations: report
    columns: [{key: year, heading: Year, type: date, key_column: true}, {key: persons, heading: Persons}]
  - id: again
    title: Again
    file: data/again.csv
    citations: report
    columns: [{key: year, heading: Year, type: date, key_column: true}, {key: persons, heading: Persons}]
```
```csv data/year.csv
year,persons
2015,30
2016,41
```
```csv data/again.csv
year,persons
2016,41
```

## When to allow it
Where the two count different things: give the columns different keys, and say in their headings what differs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import figures_and_tables
from probata.diagnostics import Severity, say
from probata.figures import Row, TypedTable, Value
from probata.model.dataset import Column
from probata.model.figure import StatedValue
from probata.model.quantity import Bound, Quantity

_HELP = "look both up at the source; keep both as it gives them, and say which is relied on and why"


@dataclass(frozen=True, slots=True)
class _Cell:
    table: TypedTable
    column: Column
    row: str
    quantity: Quantity
    sources: frozenset[str]


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the quantities with two values, those within one record first."""
    yield from _stated_twice(case)
    for table in case.tables.values():
        yield from _rows_of_one_name(case, table)
    for cells in _same_quantity(case).values():
        first = cells[0]
        for other in cells[1:]:
            if other.sources & first.sources and other.quantity.low != first.quantity.low:
                yield _two_cells(case, first, other)


def _stated_twice(case: CheckInput) -> Iterator[Finding]:
    for figure in case.graph.figures:
        exact = [(place, one) for place, one in enumerate(figure.stated) if one.value.bound is Bound.EXACT]
        for position, (place, one) in enumerate(exact):
            for _, before in exact[:position]:
                if one.value.low != before.value.low and _sources(one) & _sources(before):
                    yield case.finding(
                        "figures", figure.id,
                        f"one source states {say.words(before.printed or before.value.text)} and "
                        f"{say.words(one.printed or one.value.text)} for {say.figure(figure)}", _HELP, at=(
                        "stated", place, "value"),
                    )  # fmt: skip


def _sources(stated: StatedValue) -> set[str]:
    return {citation.source for citation in stated.citations}


def _rows_of_one_name(case: CheckInput, table: TypedTable) -> Iterator[Finding]:
    by_name: defaultdict[str, list[Row]] = defaultdict(list)
    for row in table.rows:
        by_name[row.key].append(row)
    for name, rows in by_name.items():
        keys = [column.key for column in table.columns if column.type in {"number", "percent"}]
        for key in keys if len(rows) > 1 and name else ():
            values = list(dict.fromkeys(q.text for row in rows if (q := row.cells[key].quantity)))
            if len(values) > 1:
                shown = " and ".join(say.words(value) for value in values[:2])
                message = f"{say.words(key)} has {shown} in two rows named {say.words(name)}"
                finding = case.finding("datasets", table.dataset.id, message, _HELP, at=("file",))
                other = next(one for one in rows if (q := one.cells[key].quantity) and q.text == values[1])
                yield replace(finding, span=other.cells[key].span)


def _same_quantity(case: CheckInput) -> dict[tuple[str, ...], list[_Cell]]:
    """Return the exact cells by key, unit, time and place; of a table only cells that are alone in theirs."""
    found: defaultdict[tuple[str, ...], list[_Cell]] = defaultdict(list)
    for table in case.tables.values():
        own: defaultdict[tuple[str, ...], list[_Cell]] = defaultdict(list)
        for column in table.columns:
            if column.type == "number":
                for row in table.rows:
                    value = row.cells[column.key]
                    if value.period and value.quantity and value.quantity.bound is Bound.EXACT:
                        cell = _Cell(table, column, row.key, value.quantity, _cited(table, row, value))
                        own[_quantity(table, column, row, value)].append(cell)
        for key, cells in own.items():
            if len(cells) == 1:
                found[key] += cells
    return found


def _quantity(table: TypedTable, column: Column, row: Row, value: Value) -> tuple[str, ...]:
    when = value.period
    time = f"{when.first}/{when.last}" if when else ""
    place = "; ".join(row.cells[one.key].text for one in table.columns if one.covers == "territory")
    return column.key, (column.unit or "").casefold(), time, place.casefold()


def _cited(table: TypedTable, row: Row, value: Value) -> frozenset[str]:
    cells = (row.cells[column.key] for column in table.columns if column.type == "source")
    cited = {citation.source for cell in cells for citation in cell.citations}
    return frozenset(cited or {citation.source for citation in table.dataset.citations})


def _two_cells(case: CheckInput, first: _Cell, other: _Cell) -> Finding:
    return case.finding(
        "datasets", other.table.dataset.id,
        f"{say.words(other.column.key)} is {other.quantity.text} for {say.words(other.row)} here, and "
        f"{first.quantity.text} in {say.table(first.table.dataset)}, from the same source", _HELP,
        at=("columns", other.table.place_of(other.column.key), "key"),
    )  # fmt: skip


CHECK = Check(
    "FIG111", "quantity-with-two-values", Severity.WARNING, "figures and tables", run,
    looks_at=figures_and_tables,
)  # fmt: skip
