"""Two rows of one table count the same thing in times of which a part is common.

Compares the numbers of one column: where two count the same unit at the same place, their names have most of their
words in common, and their times overlap without one lying in the other, the months that are in both are told. It is a
note where an inclusion records that one is partly in the other.

## Why it matters
"In addition, 230,000 from April 2021 to July 2022" beside 210,000 in 2021 reads like 440,000. Nine months are in both.

## Example
```yaml
case: {title: Example}
datasets:
  - id: stated
    title: Single figures
    file: data/stated.csv
    columns:
      - {key: what, heading: What, type: text}
      - {key: n, heading: Number, unit: persons}
      - {key: when, heading: When, type: date, covers: period}
```
```csv data/stated.csv
what,n,when
Persuaded to return in 2021,210000,2021
Persuaded to return until July,230000,2021-04/2022-07
```

Use instead:
```yaml
case: {title: Example}
datasets:
  - id: stated
    title: Single figures
    file: data/stated.csv
    columns:
      - {key: what, heading: What, type: text}
      - {key: n, heading: Number, unit: persons}
      - {key: when, heading: When, type: date, covers: period}
```
```csv data/stated.csv
what,n,when
Persuaded to return in 2021,210000,2021
Persuaded to return until July,20000,2022-01/2022-07
```

## When to allow it
Where every text that gives one number beside the other says that their times overlap.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.tables.counted import Counted, counted
from probata.checks.tenures.one_holding import months_of
from probata.diagnostics import Severity, say
from probata.model.dates import Answer, When

_WORD = re.compile(r"[^\W\d_]{4,}")
_TIMES = re.compile(
    "january|february|march|april|may|june|july|august|september|october|november|december|until|from|since|between",
)
_MOST_ROWS = 200
"""A table with more dated rows is a series, whose rows have a rule of their own."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the pairs of one table, unit and place."""
    groups: defaultdict[tuple[str, str, str, str], list[Counted]] = defaultdict(list)
    for cell in counted(case):
        if cell.period and not cell.period.is_open and not cell.a_day:
            groups[cell.table.dataset.id, cell.column.key, cell.unit, cell.place].append(cell)
    for cells in groups.values():
        for one, other in combinations(cells, 2) if len(cells) <= _MOST_ROWS else ():
            months = _common_months(one.period, other.period)
            if months and _is_one_thing(one, other):
                yield _finding(case, one, other, months)


def _common_months(one: When | None, other: When | None) -> int:
    """Return how many months two times have in common; 0 where one lies in the other, or a day is approximate."""
    if one is None or other is None or one.overlaps(other) is Answer.NO or _is_approximate(one, other):
        return 0
    if _lies_in(one, other) or _lies_in(other, one):
        return 0
    (first, last), (begins, ends) = months_of(one), months_of(other)
    return max(0, min(last, ends) - max(first, begins) + 1)


def _lies_in(one: When, other: When) -> bool:
    return other.first <= one.first and one.last <= other.last


def _is_approximate(*times: When) -> bool:
    return any(point is not None and point.approximate for when in times for point in (when.start, when.end))


def _is_one_thing(one: Counted, other: Counted) -> bool:
    """Tell whether rows are named alike; the rows of a table by time have nothing but their time as a name."""
    if (key := one.table.column(one.table.key_column)) and key.type == "date":
        return True
    words, others = _words(one.row), _words(other.row)
    return bool(words & others) and 2 * len(words & others) >= len(words | others)


def _words(name: str) -> set[str]:
    words = {match[0].casefold() for match in _WORD.finditer(name)}
    return {word for word in words if not _TIMES.fullmatch(word)}


def _finding(case: CheckInput, one: Counted, other: Counted, months: int) -> Finding:
    dataset = one.table.dataset
    known = any(
        inclusion.how != "wholly" and {one.row, other.row} <= {*inclusion.rows, inclusion.included_in}
        for inclusion in dataset.inclusions
    )
    return case.finding(
        "datasets", dataset.id,
        f"{say.words(one.row)} and {say.words(other.row)} have {'a month' if months == 1 else f'{months} months'} in "
        "common",
        "say so wherever both numbers stand, never add them, and record it under `inclusions` of the table with "
        "`how: partly`",
        at=("columns", one.table.place_of(one.column.key), "key"),
        severity=Severity.INFO if known else None,
    )  # fmt: skip


CHECK = Check("FIG125", "stated-figures-overlap", Severity.WARNING, "datasets", run)
