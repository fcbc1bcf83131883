"""A column said to be reported that is a constant share or multiple of another.

Finds columns of numbers with the status `reported` each of whose values is the same share, or the same multiple, of
another column, as far as rounding lets one see. Such a column was computed, or modelled, and not reported.

## Why it matters
Nine yearly figures that are all 64% of nine others are one assumption and no nine observations. Presented as
observations they discredit the rest.

## Example
```yaml
case:
  title: Example
datasets:
  - id: returns
    title: Returns by year
    file: data/returns.csv
    columns:
      - {key: year, heading: Year, type: text}
      - {key: all, heading: All returns}
      - {key: forced, heading: Forced returns}
```
```csv data/returns.csv
year,all,forced
2015,210,126
2016,345,207
2017,512,307
2018,467,280
```

Use instead:
```yaml
case:
  title: Example
datasets:
  - id: returns
    title: Returns by year
    file: data/returns.csv
    columns:
      - {key: year, heading: Year, type: text}
      - {key: all, heading: All returns}
      - {key: forced, heading: Forced returns, status: modelled}
```
```csv data/returns.csv
year,all,forced
2015,210,126
2016,345,207
2017,512,307
2018,467,280
```

## When to allow it
Where the source shows that each value was counted, and the share is the same by coincidence or by rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked, with_columns
from probata.diagnostics import Severity, say
from probata.figures import TypedTable, write_number
from probata.figures.rules import Share, find_share
from probata.model.dataset import Column


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the reported columns that are a share or multiple of another column of their table, each pair once."""
    for table in case.tables.values():
        numbers = [column for column in table.columns if column.type == "number"]
        for one, other in combinations(numbers, 2):
            told = [found for pair in ((one, other), (other, one)) if (found := _told(table, *pair))]
            if told:
                yield _finding(case, table, *min(told, key=lambda found: len(found[2].fraction.as_tuple().digits)))


def _told(table: TypedTable, part: Column, whole: Column) -> tuple[str, str, Share] | None:
    """Return what a column is of another; a multiple of what was itself adjusted or modelled says nothing."""
    share = find_share(table.values(part.key), table.values(whole.key))
    if share is None or (share.fraction > 1 and whole.status != "reported"):
        return None
    return part.key, whole.key, share


def _finding(case: CheckInput, table: TypedTable, part: str, whole: str, share: Share) -> Finding:
    times = write_number(share.fraction)
    of = f"{times} times" if share.fraction > 1 else f"{write_number(share.fraction * 100)}% of"
    return case.finding(
        "datasets", table.dataset.id,
        f"{say.words(part)} is {of} {say.words(whole)} in each of {share.rows} rows, and is recorded as reported",
        "ask the source how it was made; where it was derived, write `status: modelled` and say how in a remark",
        at=("columns", table.place_of(part), "key"),
    )  # fmt: skip


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the tables with two columns of numbers."""
    yield from with_columns(case, lambda columns: sum(one.type == "number" for one in columns) > 1)


CHECK = Check("FIG103", "column-is-constant-share", Severity.WARNING, "datasets", run, looks_at=_looks_at)
