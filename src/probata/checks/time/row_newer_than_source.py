"""A row of a table counts a time that begins after its source was issued.

Looks at the rows of tables with a column of sources and numbers whose time is known. Found is a row all of whose
sources were issued, by their records, before the time of every number in it. A law is never too old.

## Why it matters
A bulletin of April cannot count what happened in May. Either the number stands in another bulletin, or nowhere, and who
looks it up does not find it.

## Example
```yaml
case: {title: Example}
sources: [{id: q1, title: First bulletin, issued: 2022-04-29}, {id: q2, title: Second bulletin, issued: 2022-07-29}]
datasets:
  - id: admissions
    title: Admissions
    file: data/admissions.csv
    columns:
      - {key: month, heading: Month, type: date, key_column: true}
      - {key: total, heading: Total, unit: admissions}
      - {key: source, heading: Source, type: source}
```
```csv data/admissions.csv
month,total,source
2022-03,90,q1
2022-05,230,q1
```

Use instead:
```yaml
case: {title: Example}
sources: [{id: q1, title: First bulletin, issued: 2022-04-29}, {id: q2, title: Second bulletin, issued: 2022-07-29}]
datasets:
  - id: admissions
    title: Admissions
    file: data/admissions.csv
    columns:
      - {key: month, heading: Month, type: date, key_column: true}
      - {key: total, heading: Total, unit: admissions}
      - {key: source, heading: Source, type: source}
```
```csv data/admissions.csv
month,total,source
2022-03,90,q1
2022-05,230,q2
```

## When to allow it
Where the number is a forecast or a plan, and the table says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.tenures.older_sources import all_older
from probata.checks.tenures.sure_days import is_approximate
from probata.diagnostics import Severity, say
from probata.figures import Row, TypedTable
from probata.model.citation import Citation
from probata.model.dates import When


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare the time of each row with the dates of its sources."""
    for key, table in case.tables.items():
        for row in table.rows:
            times, cited = _times(row), _cited(row)
            older = all_older(case, (one.source for one in cited), min(one.first for one in times)) if times else ()
            if older and all(one.is_recorded for one in older):
                yield _finding(case, key, row, times[0], ", ".join(map(str, older)))


def _finding(case: CheckInput, key: str, row: Row, time: When, older: str) -> Finding:
    finding = case.finding(
        "datasets", key,
        f"row {say.words(row.key)} of table {say.table(key)} counts {say.date(time)}, and its source was issued "
        f"before: {older}",
        "name the source that has the number, or correct the date that is wrong", at=("file",),
    )  # fmt: skip
    span = next(cell.span for cell in row.cells.values() if cell.citations)
    return replace(finding, span=span)


def _times(row: Row) -> list[When]:
    """Return the times of the numbers of a row; none where that of one is not known or about so."""
    times = [cell.period for cell in row.cells.values() if cell.quantity]
    known = [one for one in times if one and one.start and not is_approximate(one)]
    return known if len(known) == len(times) else []


def _cited(row: Row) -> list[Citation]:
    return [citation for cell in row.cells.values() for citation in cell.citations]


def _has_sources(table: TypedTable) -> bool:
    return any(_cited(row) for row in table.rows)


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the tables whose rows name their sources."""
    yield from (Looked(f"datasets/{key}") for key, table in case.tables.items() if _has_sources(table))


CHECK = Check(
    "TIM198", "row-newer-than-source", Severity.WARNING, "tables whose rows name their sources", run, looks_at=_looks_at
)
