"""A row of a table that lies before the operation which the table is about had begun.

Looks at tables whose title names a recorded event, by its title or another of its names, and at the time of their rows.
A row that is over before the event surely began is found. Where the title names several events, each is compared by
itself.

## Why it matters
A row from before the beginning counts something else. The other side takes it out of every total, and asks how it came
in.

## Example
```yaml
case: {title: Example}
events: [{id: still-water, kind: operation, title: Still Water, dates: 2015-04/..}]
datasets:
  - id: returns
    title: Returns under Still Water by year
    file: data/returns.csv
    columns: [{key: year, heading: Year, type: date, key_column: true}, {key: returns, heading: Returns}]
```
```csv data/returns.csv
year,returns
2014,680
2015,1023
```

Use instead:
```yaml
case: {title: Example}
events: [{id: still-water, kind: operation, title: Still Water, dates: 2015-04/..}]
datasets:
  - id: returns
    title: Returns under Still Water by year
    file: data/returns.csv
    columns: [{key: year, heading: Year, type: date, key_column: true}, {key: returns, heading: Returns}]
```
```csv data/returns.csv
year,returns
2015,1023
2016,1032
```

## When to allow it
Where the table compares the time before with the time after, or the source says what the row counts.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.prose.mentions import events_in
from probata.checks.tenures.sure_days import is_surely_before
from probata.diagnostics import Severity, say
from probata.figures import TypedTable
from probata.model.event import Event


def run(case: CheckInput) -> Iterator[Finding]:
    """Find, once for each table and event, the rows from before it."""
    for table in case.tables.values():
        for event in events_in(case.graph, table.dataset.title):
            early = _early_rows(table, event)
            if early:
                yield _finding(case, table, event, early)


def _early_rows(table: TypedTable, event: Event) -> list[str]:
    begins = event.dates
    if begins is None or begins.start is None:
        return []
    numbers = [column.key for column in table.columns if column.type == "number"]
    rows = ((row, [cell for key in numbers if (cell := row.cells[key]).quantity and cell.period]) for row in table.rows)
    return [
        row.key for row, cells in rows
        if cells and all(cell.period and is_surely_before(cell.period, begins) for cell in cells)
    ]  # fmt: skip


def _finding(case: CheckInput, table: TypedTable, event: Event, early: list[str]) -> Finding:
    dates = event.dates.text if event.dates else ""
    what = (
        f"the row {say.words(early[0])} lies"
        if len(early) == 1
        else f"{say.words(early[0])} and {len(early) - 1} more rows lie"
    )
    return case.finding(
        "datasets", table.dataset.id,
        f"{what} before {say.event(event)}, which the title of the table names, began ({say.words(dates)})",
        "ask the source what the row counts, and correct its date or the beginning of the event; where it belongs to "
        "something else, say so in a remark and decide the finding",
        at=("title",),
    )  # fmt: skip


CHECK = Check("FIG123", "row-before-operation", Severity.WARNING, "datasets", run)
