"""A column said to be reported that is a constant share of another.

Finds columns of numbers with the status `reported` each of whose values is the same share of another column, as far as
rounding lets one see. Such a column was computed, or modelled, and not reported.

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
from itertools import permutations

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.diagnostics import Severity
from probata.figures import TypedTable, write_number
from probata.figures.constant_share import Share, find_share


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the reported columns that are a share of another column of their table."""
    for table in case.tables.values():
        numbers = [column.key for column in table.columns if column.type == "number"]
        for part, whole in permutations(numbers, 2):
            if share := find_share(table.values(part), table.values(whole)):
                yield _finding(case, table, part, whole, share)


def _finding(case: CheckInput, table: TypedTable, part: str, whole: str, share: Share) -> Finding:
    keys = [column.key for column in table.dataset.columns]
    percent = write_number(share.fraction * 100)
    return case.finding(
        "datasets", table.dataset.id,
        f"`{part}` is {percent}% of `{whole}` in each of {share.rows} rows, and is recorded as reported",
        "ask the source how it was made; where it was derived, write `status: modelled` and say how in a remark",
        at=("columns", keys.index(part), "key"),
    )  # fmt: skip


CHECK = Check("FIG103", "column-is-constant-share", Severity.WARNING, "datasets", run)
