"""Figures that are cited for an allegation, and all lie outside its period.

Looks at the evidence of each allegation with a period. A source from which rows of tables are taken counts as far as
these rows say what time they cover: where every one of them lies before or after the period, the item is found. What
speaks against is left alone.

## Why it matters
A number of 2018 proves nothing of what was done until April 2017. Whoever cites it says that there is no better one.

## Example
```yaml
case: {title: Example}
sources: [{id: report, title: A report}]
datasets:
  - id: returns
    title: Returns
    file: data/returns.csv
    columns:
      - {key: year, heading: Year, type: date, key_column: true}
      - {key: returns, heading: Returns}
      - {key: source, heading: Source, type: source}
allegations:
  - id: a
    title: Returns
    statement: Persons were returned by force.
    period: 2015-08/2017-04
    evidence: [{source: report, supports: 1335 returns}]
```
```csv data/returns.csv
year,returns,source
2018,1335,report
```

Use instead:
```yaml
case: {title: Example}
sources: [{id: report, title: A report}]
datasets:
  - id: returns
    title: Returns
    file: data/returns.csv
    columns:
      - {key: year, heading: Year, type: date, key_column: true}
      - {key: returns, heading: Returns}
      - {key: source, heading: Source, type: source}
allegations:
  - id: a
    title: Returns
    statement: Persons were returned by force.
    period: 2015-08/2018-04
    evidence: [{source: report, supports: 1335 returns}]
```
```csv data/returns.csv
year,returns,source
2018,1335,report
```

## When to allow it
Where the source is cited for something else than its numbers, or the particulars say why the later time shows the
earlier.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.diagnostics import Severity
from probata.figures import TypedTable
from probata.model.allegation import Allegation
from probata.model.dates import Answer, When

_Times = Mapping[str, Sequence[When | None]]


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the items of evidence whose figures all lie outside the time of the allegation."""
    by_source = _times_by_source(case)
    for allegation in case.pursued:
        if allegation.period is not None:
            yield from _evidence(case, allegation, allegation.period, by_source)


def _times_by_source(case: CheckInput) -> _Times:
    found: defaultdict[str, list[When | None]] = defaultdict(list)
    for table in case.tables.values():
        for sources, when in _timed_rows(table):
            for source in sources:
                found[source].append(when)
    return found


def _timed_rows(table: TypedTable) -> Iterator[tuple[set[str], When | None]]:
    """Give, for each number of a table, the sources of its row and its time."""
    numbers = [column.key for column in table.columns if column.type == "number"]
    cited = [column.key for column in table.columns if column.type == "source"]
    for row in table.rows:
        sources = {one.source for key in cited for one in row.cells[key].citations}
        yield from ((sources, row.cells[key].period) for key in numbers if row.cells[key].quantity)


def _evidence(case: CheckInput, allegation: Allegation, period: When, by_source: _Times) -> Iterator[Finding]:
    for place, item in enumerate(allegation.evidence):
        apart = "" if item.against else _apart(by_source.get(item.source, ()), period)
        if apart:
            yield case.finding(
                "allegations", allegation.id,
                f"the figures from `{item.source}` are of {apart}, and allegation `{allegation.id}` is of "
                f"`{period.text}`",
                "cite figures of the period, or say in the particulars why these show what was done in it",
                at=("evidence", place),
            )  # fmt: skip


def _apart(times: Sequence[When | None], period: When) -> str:
    """Return the times where none can touch the period; nothing where one can, or none is known."""
    known = [when for when in times if when is not None]
    if not known or len(known) < len(times) or any(when.overlaps(period) is not Answer.NO for when in known):
        return ""
    return " and ".join(f"`{text}`" for text in list(dict.fromkeys(when.text for when in known))[:2])


CHECK = Check("FIG122", "figure-outside-period", Severity.WARNING, "allegations", run)
