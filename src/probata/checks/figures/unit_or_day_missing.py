"""A table of numbers does not say what they count, or as of which day.

Looks at the tables with columns of numbers that documents print. What is counted is told by the `unit` of the column,
or by a column that says it row by row (`covers: unit`). The day is `as_of` of the table, or the date of a source that
it is taken from.

## Why it matters
Admissions are not persons, and a count that goes on is another number tomorrow. The other side reads the table in the
way that suits it.

## Example
```yaml
case: {title: Example}
datasets:
  - id: returns
    title: Returns
    file: data/returns.csv
    columns: [{key: year, heading: Year, type: date, key_column: true}, {key: returns, heading: All}]
```
```csv data/returns.csv
year,returns
2018,1335
```

Use instead:
```yaml
case: {title: Example}
datasets:
  - id: returns
    title: Returns
    file: data/returns.csv
    as_of: 2019-02
    columns: [{key: year, heading: Year, type: date, key_column: true}, {key: returns, heading: All, unit: persons}]
```
```csv data/returns.csv
year,returns
2018,1335
```

## When to allow it
Where the source itself says neither, and a remark below the table says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.titled import headings_of
from probata.diagnostics import Severity, say
from probata.model.dataset import Column, Dataset
from probata.model.source_record import Source


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the tables that leave open what is counted, and those without a day."""
    for table in case.graph.datasets:
        bare = [column.key for column in _numbers(table) if not column.unit]
        if bare and not any(column.covers == "unit" for column in table.columns):
            yield case.finding(
                "datasets", table.id, f"table {say.table(table)} does not say what it counts in "
                f"{headings_of(table, bare)}",
                "write `unit: …` at the column, such as `persons` or `returns`", at=("columns",),
            )  # fmt: skip
        if _numbers(table) and table.as_of is None and not _has_dated_source(case, table):
            yield case.finding(
                "datasets", table.id, f"table {say.table(table)} does not say as of which day its numbers are",
                "write `as_of: …`, or `issued: …` in the source from which it is taken", at=("title",),
                alike="as of",
            )  # fmt: skip


def _numbers(table: Dataset) -> list[Column]:
    return [column for column in table.columns if column.type == "number" and not column.hidden]


def _has_dated_source(case: CheckInput, table: Dataset) -> bool:
    cited = [*table.citations, *(citation for column in table.columns for citation in column.citations)]
    sources = (case.graph.find("sources", Source, citation.source) for citation in cited)
    return any(source is not None and source.issued is not None for source in sources)


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the tables with columns of numbers."""
    yield from (Looked(f"datasets/{table.id}") for table in case.graph.datasets if _numbers(table))


CHECK = Check("FIG131", "unit-or-day-missing", Severity.INFO, "datasets", run, looks_at=_looks_at)
