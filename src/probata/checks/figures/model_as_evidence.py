"""A model is cited as evidence of what it takes for granted.

Looks at the tables relied on as evidence, and at the count of those affected, where the numbers were worked out for all
times from the share of one time (see `share-of-another-time`). Where the allegation goes beyond that time, or is not
dated, they are found. What speaks against is left alone.

## Why it matters
The share of 2018, laid on the years before, shows in every year what it shows for 2018. Cited to prove that the
practice was older, it proves itself.

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
allegations:
  - id: a
    title: Irregular returns
    statement: Persons were returned by irregular methods.
    period: "2015/2017"
    evidence: [{source: report, supports: irregular returns, datasets: [returns]}]
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
allegations:
  - id: a
    title: Irregular returns
    statement: Persons were returned by irregular methods.
    period: "2018"
    evidence: [{source: report, supports: irregular returns, datasets: [returns]}]
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

## When to allow it
Where the particulars say that the numbers are an estimate from one year, and other evidence shows the practice.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput, Loc
from probata.checks.finding import Finding
from probata.checks.tables.shares_of_time import BorrowedShare, borrowed_shares
from probata.diagnostics import Severity, say
from probata.model.allegation import Allegation
from probata.model.dates import Answer


def run(case: CheckInput) -> Iterator[Finding]:
    """Find what each allegation rests on a borrowed share, once for each column."""
    shares = borrowed_shares(case)
    for allegation in case.pursued if shares else ():
        for found in shares:
            places = list(_places(case, allegation, found))
            if places and not _is_of_its_time(allegation, found):
                yield _finding(case, allegation, found, places[0])


def _places(case: CheckInput, allegation: Allegation, found: BorrowedShare) -> Iterator[Loc]:
    table = found.table.dataset.id
    for place, item in enumerate(allegation.evidence):
        if table in item.datasets and not item.against:
            yield "evidence", place
    count = allegation.affected.count
    figure = case.figures.get(count.figure or "") if count else None
    taken = figure.taken if figure else ()
    if any(one.table is found.table and one.column and one.column.key == found.part for one in taken):
        yield "affected", "count"


def _is_of_its_time(allegation: Allegation, found: BorrowedShare) -> bool:
    return allegation.period is not None and found.time.covers(allegation.period) is not Answer.NO


def _finding(case: CheckInput, allegation: Allegation, found: BorrowedShare, at: Loc) -> Finding:
    when = f"is of {say.date(allegation.period)}" if allegation.period else "is not dated"
    return case.finding(
        "allegations", allegation.id,
        f"allegation {say.allegation(allegation)} {when} and relies on {say.words(found.part)} of "
        f"{say.table(found.table.dataset)}, which has the share of {say.date(found.time)} in every row",
        "cite what shows the practice of its own time, and call the numbers an estimate", at=at,
        alike=f"{found.part} {found.table.dataset.id} {found.time.text}",
    )  # fmt: skip


CHECK = Check("FIG127", "model-as-evidence", Severity.WARNING, "allegations", run)
