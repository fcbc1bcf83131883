"""A figure that counts a cell twice, or a row with the row that includes it.

Goes through all cells that a figure adds up in the end, through the figures that it is computed from. A row that
another row includes only partly or perhaps cannot be told apart: that is a note. So is a figure whose record says with
`count_included` that it counts as its source did.

## Why it matters
A part that is added to its whole makes the number too high, and the one row that shows it is enough to call all numbers
inflated.

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
figures:
  - {id: north, title: North, operation: value, of: [{dataset: detained, column: persons, rows: [North Prison]}]}
  - {id: all, title: All, operation: sum, of: [{dataset: detained, column: persons}, {figure: north}]}
```
```csv data/detained.csv
place,persons
North Prison,30
South Prison,70
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
figures:
  - {id: north, title: North, operation: value, of: [{dataset: detained, column: persons, rows: [North Prison]}]}
  - {id: all, title: All, operation: sum, of: [{dataset: detained, column: persons}]}
```
```csv data/detained.csv
place,persons
North Prison,30
South Prison,70
```

## When to allow it
Where the figure shows what a source did: say so in its title, and print what comes out when each is counted once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding, Outcome
from probata.diagnostics import Severity, say
from probata.figures import Computed
from probata.figures.operations import Leaf, leaves, sides
from probata.figures.take import Overlap, overlaps

_HELP = (
    "take the row out with `rows` or `where`; where it is to be counted as its source does, write "
    "`count_included: true`"
)

MOST_NAMED = 6


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the figures with a cell twice, or a row with what includes it."""
    known = tuple(overlaps(case.tables))
    for found in case.figures.values():
        for side in sides(found):
            cells = list(leaves(side, case.figures))
            yield from _same_cell(case, found, cells)
            yield from _with_its_whole(case, found, cells, known)


def _same_cell(case: CheckInput, found: Computed, cells: Sequence[Leaf]) -> Iterator[Finding]:
    counted = Counter(cell.cell for cell in cells)
    twice = [cell for cell, count in counted.items() if count > 1]
    if twice and not any(cell.counts_included for cell in cells):
        dataset, row, column = twice[0]
        more = f", and {len(twice) - 1} more cells" if len(twice) > 1 else ""
        message = (
            f"the figure {say.figure(found.figure)} counts {say.words(column)} of {say.words(row)} in "
            f"{say.table(dataset)} twice{more}"
        )
        yield case.finding("figures", found.figure.id, message, _HELP, at=("of",))


def _with_its_whole(
    case: CheckInput, found: Computed, cells: Sequence[Leaf], known: Sequence[Overlap]
) -> Iterator[Finding]:
    by_place = {(cell.table.dataset.id, cell.term.name): cell for cell in cells}
    parts: dict[tuple[str, str], list[Leaf]] = {}
    for overlap in known:
        part, whole = by_place.get(overlap.part), by_place.get(overlap.whole)
        if part and whole and part.column.key == whole.column.key:
            parts.setdefault((whole.term.name, overlap.how), []).append(part)
    for (whole_name, how), those in parts.items():
        if not those[0].counts_included:  # a figure that counts what is included says openly that it counts twice
            yield _finding(case, found, whole_name, how, those)


def _finding(case: CheckInput, found: Computed, whole: str, how: str, parts: Sequence[Leaf]) -> Finding:
    is_sure = how == "wholly"
    named = ", ".join(say.words(part.term.name) for part in parts[:MOST_NAMED])
    more = f" and {len(parts) - MOST_NAMED} more rows" if len(parts) > MOST_NAMED else ""
    return case.finding(
        "figures", found.figure.id,
        f"the figure {say.figure(found.figure)} counts {named}{more} with {say.words(whole)}, which includes "
        f"{'it' if len(parts) == 1 else 'them'} {how}", _HELP, at=("of",),
        severity=Severity.WARNING if is_sure else Severity.INFO,
        outcome=Outcome.FAILED if is_sure else Outcome.CANNOT_TELL,
    )  # fmt: skip


CHECK = Check("FIG107", "figure-counts-twice", Severity.WARNING, "figures", run)
