"""A total in which some rows are counted twice.

Finds declared totals that come out only when rows are added that another row of the table includes wholly; and, as a
weaker finding, totals in which some rows are included in others partly or perhaps. That is looked for wherever the
total comes out: with every row, without the rows that another wholly includes, or also without those that another
perhaps includes.

## Why it matters
A part counted with its whole makes the total too high. The other side needs one such row to call the number inflated.

## Example
```yaml
case:
  title: Example
datasets:
  - id: detained
    title: Persons detained
    file: data/detained.csv
    columns:
      - {key: place, heading: Place, type: text}
      - {key: persons, heading: Persons}
    totals:
      - {column: persons, value: "130"}
    inclusions:
      - {rows: [North Prison], included_in: Whole country}
```
```csv data/detained.csv
place,persons
North Prison,30
Whole country,100
```

Use instead:
```yaml
case:
  title: Example
datasets:
  - id: detained
    title: Persons detained
    file: data/detained.csv
    columns:
      - {key: place, heading: Place, type: text}
      - {key: persons, heading: Persons}
    totals:
      - {column: persons, value: "100"}
    inclusions:
      - {rows: [North Prison], included_in: Whole country}
```
```csv data/detained.csv
place,persons
North Prison,30
Whole country,100
```

## When to allow it
Where the source declares the total: attribute it, and say beside it what is counted twice.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding, Outcome
from probata.checks.looked_at import Looked
from probata.checks.tables.declared_totals import Declared, declared_totals
from probata.diagnostics import Severity, say


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the totals that hold a row and what includes it."""
    for declared in declared_totals(case):
        if declared.twice_agrees and not declared.once_agrees:
            yield _counted_twice(case, declared)
        elif rows := _in_doubt(declared):
            yield _perhaps(case, declared, rows)


def _counted_twice(case: CheckInput, declared: Declared) -> Finding:
    total = declared.total
    return case.finding(
        "datasets", declared.table.dataset.id,
        f"the declared total of {say.words(total.column)}, {total.printed or total.value.text}, counts rows twice; "
        f"counted once they add to {declared.once}",
        "attribute the total to its source, print what the rows add to when each is counted once, and decide the "
        "finding",
        at=("totals", declared.position, "value"), notes=(f"counted twice: {say.listed(declared.once.left_out)}",),
    )  # fmt: skip


def _in_doubt(declared: Declared) -> tuple[str, ...]:
    """Return the rows in a total that comes out, however it was added, that another row in it has partly or perhaps."""
    added = set(declared.counted)
    doubtful = (inclusion for inclusion in declared.table.dataset.inclusions if inclusion.how != "wholly")
    return tuple(row for one in doubtful if one.included_in in added for row in one.rows if row in added)


def _perhaps(case: CheckInput, declared: Declared, rows: tuple[str, ...]) -> Finding:
    total = declared.total
    return case.finding(
        "datasets", declared.table.dataset.id,
        f"the declared total of {say.words(total.column)}, {total.printed or total.value.text}, perhaps counts rows "
        "twice",
        "ask the source whether the rows overlap, and correct `how` under `inclusions`; until then say that they may",
        at=("totals", declared.position, "value"), notes=(f"perhaps counted twice: {say.listed(rows)}",),
        outcome=Outcome.CANNOT_TELL,
    )  # fmt: skip


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the tables with a declared total."""
    for dataset in case.graph.datasets:
        if dataset.totals:
            read = dataset.id in case.tables
            yield Looked(f"datasets/{dataset.id}", "" if read else "its table could not be read")


CHECK = Check("FIG102", "total-counts-twice", Severity.WARNING, "datasets", run, unfit_records=True, looks_at=_looks_at)
