"""A column that has the share of one time in its rows of other times.

Finds a column of numbers that is one share of another in every row, where a table from the same source, or one that is
counted in it, prints this share in per cent for a single time. Rows of other times then show what that time had, and
not their own. That the column is one share at all is told by `column-is-constant-share`, or `adjusted-by-scaling`.

## Why it matters
What was so in 2018 is asked about 2015. A number for 2015 that was worked out from 2018 answers nothing, and the other
side needs one sentence to say so.

## Example
```yaml
case: {title: Example}
sources: [{id: report, title: A report}]
datasets:
  - id: methods
    title: Methods in 2018
    file: data/methods.csv
    period: "2018"
    citations: report, p. 3
    columns:
      - {key: method, heading: Method, type: text}
      - {key: share, heading: Share, type: percent}
  - id: returns
    title: Returns
    file: data/returns.csv
    citations: report, p. 2
    columns:
      - {key: year, heading: Year, type: date, key_column: true}
      - {key: n, heading: Returns}
      - {key: irregular, heading: Irregular returns}
```
```csv data/methods.csv
method,share
Persuasion,64%
Deportation,36%
```
```csv data/returns.csv
year,n,irregular
2015,1023,655
2016,1032,660
2017,1300,832
2018,1335,854
```

Use instead:
```yaml
case: {title: Example}
sources: [{id: report, title: A report}]
datasets:
  - id: methods
    title: Methods in 2018
    file: data/methods.csv
    period: "2018"
    citations: report, p. 3
    columns:
      - {key: method, heading: Method, type: text}
      - {key: share, heading: Share, type: percent}
  - id: returns
    title: Returns
    file: data/returns.csv
    citations: report, p. 2
    columns:
      - {key: year, heading: Year, type: date, key_column: true}
      - {key: n, heading: Returns}
      - {key: irregular, heading: Irregular returns}
```
```csv data/methods.csv
method,share
Persuasion,64%
Deportation,36%
```
```csv data/returns.csv
year,n,irregular
2015,1023,702
2016,1032,660
2017,1300,790
2018,1335,854
```

## When to allow it
Where the source says that it took one share for all times, and why: attribute the column as its model.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.tables.shares_of_time import BorrowedShare, borrowed_shares
from probata.diagnostics import Severity, say
from probata.figures import write_number


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the columns that were made from the share of one time."""
    for found in borrowed_shares(case):
        yield _finding(case, found)


def _finding(case: CheckInput, found: BorrowedShare) -> Finding:
    rows = "one row is" if len(found.others) == 1 else f"{len(found.others)} rows are"
    return case.finding(
        "datasets", found.table.dataset.id,
        f"{say.words(found.part)} is {write_number(found.share.fraction * 100)}% of {say.words(found.whole)} in every "
        f"row; {say.table(found.lender.dataset)} gives that share for {say.words(found.row)} in "
        f"{say.date(found.time)}, and {rows} of other times",
        "attribute the column as a model, and say that the share is known for that time alone",
        at=("columns", found.table.place_of(found.part), "key"),
    )  # fmt: skip


CHECK = Check("FIG126", "share-of-another-time", Severity.WARNING, "datasets", run)
