"""A count of an event or allegation that is not the figure that it is said to be.

Looks at counts whose record names a `figure`. Finds those that the figure does not come to, and names of figures that
do not exist.

## Why it matters
The number of those affected stands on the first page of an allegation, and its table in the annex. When a cell of the
table is corrected, both must change.

## Example
```yaml
case:
  title: Example
datasets:
  - id: detained
    title: Persons detained
    file: data/detained.csv
    columns: [{key: year, heading: Year, type: date, key_column: true}, {key: persons, heading: Persons}]
figures:
  - {id: all, title: Persons detained, operation: sum, of: [{dataset: detained, column: persons}]}
events:
  - {id: round-up, kind: incident, title: Round-up, count: {value: 41, figure: all}}
```
```csv data/detained.csv
year,persons
2015,30
2016,12
```

Use instead:
```yaml
case:
  title: Example
datasets:
  - id: detained
    title: Persons detained
    file: data/detained.csv
    columns: [{key: year, heading: Year, type: date, key_column: true}, {key: persons, heading: Persons}]
figures:
  - {id: all, title: Persons detained, operation: sum, of: [{dataset: detained, column: persons}]}
events:
  - {id: round-up, kind: incident, title: Round-up, count: {value: 42, figure: all}}
```
```csv data/detained.csv
year,persons
2015,30
2016,12
```

## When to allow it
Where the count is another's: take `figure` out, and cite who counts so.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput, Loc
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.tables.amounts import write_amount
from probata.diagnostics import Severity, say
from probata.figures.rules import fits
from probata.figures.table import suggest
from probata.model.quantity import Count


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the counts that differ, and those whose figure does not exist."""
    for kind, record_id, loc, count in _counts(case):
        found = case.figures.get(count.figure or "")
        if found is not None and not fits(count.value, found.amount):
            yield case.finding(
                kind, record_id,
                f"the count of {say.of(kind, record_id)} is {count.value.text}, and the figure "
                f"{say.figure(count.figure)} comes to {write_amount(found.amount)}",
                "correct the count, or take `figure` out where it is another's", at=(*loc, "value"),
            )  # fmt: skip
        elif found is None and count.figure and not case.graph.has("figures", count.figure):
            known = case.graph.records.get("figures", {})
            yield case.finding(
                kind, record_id, f"no figure has the id {say.words(count.figure)}",
                suggest(count.figure, known, "ids in `figures`"), at=(*loc, "figure"),
            )  # fmt: skip


def _counts(case: CheckInput) -> Iterator[tuple[str, str, Loc, Count]]:
    for event in case.graph.events:
        if event.count:
            yield "events", event.id, ("count",), event.count
    for allegation in case.graph.allegations:
        if allegation.affected.count:
            yield "allegations", allegation.id, ("affected", "count"), allegation.affected.count


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the records with a count that names its figure."""
    for kind, record_id, _, count in _counts(case):
        if count.figure:
            no_result = count.figure not in case.figures and case.graph.has("figures", count.figure)
            yield Looked(f"{kind}/{record_id}", "its figure could not be computed" if no_result else "")


CHECK = Check("FIG118", "count-differs-from-figure", Severity.WARNING, "counts with a figure", run, looks_at=_looks_at)
