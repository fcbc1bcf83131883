"""A period or territory that is wider than the rows.

Compares the `period` and `territory` of a figure with the times and places of the cells that it counts, and the
`period` of a table with those of its cells that have a value. Days between the rows that no cell covers count too.
Cells that do not say which time or place they cover are not compared.

## Why it matters
“2014 to 2023” over rows that end in September 2022, or “nationwide” over three provinces, says more than the numbers.

## Example
```yaml
case:
  title: Example
datasets:
  - id: returns
    title: Returns
    file: data/returns.csv
    columns: [{key: year, heading: Year, type: date, key_column: true}, {key: returns, heading: Returns}]
figures:
  - {id: all, title: Returns, operation: sum, of: [{dataset: returns, column: returns}], period: 2015/2017}
```
```csv data/returns.csv
year,returns
2015,1023
2016,1032
```

Use instead:
```yaml
case:
  title: Example
datasets:
  - id: returns
    title: Returns
    file: data/returns.csv
    columns: [{key: year, heading: Year, type: date, key_column: true}, {key: returns, heading: Returns}]
figures:
  - {id: all, title: Returns, operation: sum, of: [{dataset: returns, column: returns}], period: 2015/2016}
```
```csv data/returns.csv
year,returns
2015,1023
2016,1032
```

## When to allow it
Where the source says so of its own number: attribute it, and say in the text what the rows cover.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import figures_and_tables
from probata.diagnostics import Severity, say
from probata.figures import Computed, TypedTable
from probata.figures.operations import Leaf, leaves
from probata.figures.table import Value
from probata.model.dates import When

_HELP = (
    "write as `period` and `territory` the time and place of the rows; where the rest is known to be empty, say so "
    "in the text and decide the finding"
)
_Days = tuple[int, int]
"""First and last day, as ordinals: a period without an end goes to the last day of the calendar."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the figures and tables that say more than their rows."""
    for found in case.figures.values():
        cells = list(leaves(found.taken, case.figures))
        yield from _figure_in_time(case, found, cells)
        yield from _figure_in_place(case, found, cells)
    for table in case.tables.values():
        yield from _table(case, table)


def _figure_in_time(case: CheckInput, found: Computed, cells: Sequence[Leaf]) -> Iterator[Finding]:
    times = [cell.term.period for cell in cells]
    open_days = _open(found.figure.period, times) if found.figure.period else None
    if open_days and found.figure.period:
        yield case.finding(
            "figures", found.figure.id,
            f"the figure {say.figure(found.figure)} is said to cover {say.date(found.figure.period)}, and its rows "
            f"leave {_shown(open_days)} open", _HELP, at=("period",),
        )  # fmt: skip


def _table(case: CheckInput, table: TypedTable) -> Iterator[Finding]:
    dataset = table.dataset
    keys = [column.key for column in table.columns if column.type in {"number", "percent"}]
    values = [row.cells[key] for row in table.rows for key in keys]
    stated = [value.period for value in values if _says(value)]
    open_days = _open(dataset.period, stated) if dataset.period else None
    if open_days and dataset.period:
        yield case.finding(
            "datasets", dataset.id,
            f"the table {say.table(dataset)} is said to cover {say.date(dataset.period)}, and its values leave "
            f"{_shown(open_days)} open", _HELP, at=("period",),
        )  # fmt: skip


def _says(value: Value) -> bool:
    """Tell whether a cell leaves nothing open: a number, or in its place a remark such as "No data"."""
    has_number = value.quantity is not None and value.quantity.text != "-"
    return has_number or bool(value.remark)


def _open(said: When, times: Sequence[When | None]) -> _Days | None:
    """Return the first days of a period that none of the times covers; `None` where there are none or one is open."""
    known = [when for when in times if when is not None]
    if said.start is None or said.end is None or not known or len(known) < len(times):
        return None
    ahead, end = said.first.toordinal(), said.last.toordinal()
    for first, last in sorted((when.first.toordinal(), when.last.toordinal()) for when in known):
        if first > ahead and ahead <= end:
            return ahead, min(first - 1, end)
        ahead = max(ahead, last + 1)
    return (ahead, end) if ahead <= end else None


def _shown(days: _Days) -> str:
    first, last = map(date.fromordinal, days)
    return say.date(f"{first.isoformat()}/{last.isoformat()}")


def _figure_in_place(case: CheckInput, found: Computed, cells: Sequence[Leaf]) -> Iterator[Finding]:
    said = found.figure.territory
    places = [place for cell in cells if (place := _place(cell))]
    others = list(dict.fromkeys(place for place in places if said and place.casefold() != said.casefold()))
    if said and others:
        count = sum(1 for place in places if place in others)
        yield case.finding(
            "figures", found.figure.id,
            f"the figure {say.figure(found.figure)} is said to cover {say.words(said)}, and {count} of its "
            f"{len(places)} rows cover {'another place' if len(others) == 1 else 'other places'}, such as "
            f"{say.words(others[0])}",
            _HELP, at=("territory",),
        )  # fmt: skip


def _place(cell: Leaf) -> str:
    key = next((column.key for column in cell.table.columns if column.covers == "territory"), None)
    rows = cell.table.rows_named(cell.term.name)
    return rows[0].cells[key].text if key and rows else ""


CHECK = Check("FIG113", "wider-than-rows", Severity.WARNING, "figures and tables", run, looks_at=figures_and_tables)
