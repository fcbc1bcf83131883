"""A figure gives a share above 100% or below 0.

Looks at figures with `operation: share` whose two entries count the same: the columns that they are taken from have one
unit, or are one column. A share that surely lies above 100% or below 0 is found, with both numbers. Where the second
entry need not hold the first, as with two months or two columns that no `rule` adds up, it is a note: one may be set
against the other on purpose. How much something rose or fell, the `difference` of two numbers in per cent of one of
them, is left alone.

## Why it matters
The two entries are easily exchanged. "210.9% of the prisoners" is printed with all its decimals, and nobody who reads
it believes the next number.

## Example
```yaml
case: {title: Example}
datasets:
  - id: detained
    title: Persons detained
    file: data/detained.csv
    columns: [{key: month, heading: Month, type: text, key_column: true}, {key: persons, heading: Persons}]
figures:
  - id: share-of-march
    title: Share of March
    operation: share
    of: [{dataset: detained, column: persons}, {dataset: detained, column: persons, rows: [March]}]
```
```csv data/detained.csv
month,persons
February,30
March,70
```

Use instead:
```yaml
case: {title: Example}
datasets:
  - id: detained
    title: Persons detained
    file: data/detained.csv
    columns: [{key: month, heading: Month, type: text, key_column: true}, {key: persons, heading: Persons}]
figures:
  - id: share-of-march
    title: Share of March
    operation: share
    of: [{dataset: detained, column: persons, rows: [March]}, {dataset: detained, column: persons}]
```
```csv data/detained.csv
month,persons
February,30
March,70
```

## When to allow it
Where one number is set against another and no part of it, and the text says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding, Outcome
from probata.checks.looked_at import Looked
from probata.checks.tables.amounts import write_amount
from probata.diagnostics import Severity, say
from probata.figures import Amount, Computed, Taken, TypedTable
from probata.figures.amount import total
from probata.figures.operations import leaves
from probata.model.dataset import Column

_WHOLE = 100
_Source = tuple[TypedTable, Column]
_Sources = dict[tuple[str, str], _Source]
"""Columns by dataset and key."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the shares that no part can have of its whole."""
    for found in case.figures.values():
        if found.figure.operation == "share" and _is_beyond(found.amount) and not _is_change(case, *found.taken):
            part, whole = (_sources(one, case) for one in found.taken)
            if len(_units(part) | _units(whole)) == 1:
                yield _finding(case, found, is_sure=_must_hold(case, found, part, whole))


def _is_beyond(amount: Amount) -> bool:
    """Tell whether a share surely lies above 100 or below 0."""
    return (amount.low is not None and amount.low > _WHOLE) or (amount.high is not None and amount.high < 0)


def _is_change(case: CheckInput, part: Taken, whole: Taken) -> bool:
    """Tell whether it is a difference in per cent of one of the two numbers, by which these rose or fell."""
    found = case.figures.get(part.figure.id) if part.figure else None
    return found is not None and found.figure.operation == "difference" and whole.operand in found.figure.of


def _sources(taken: Taken, case: CheckInput) -> _Sources:
    """Return the columns from which the numbers of an entry are taken, through all figures."""
    found: _Sources = {}
    ahead, seen = [taken], set[str]()
    while ahead:
        one = ahead.pop()
        if one.table and one.column:
            found[one.table.dataset.id, one.column.key] = (one.table, one.column)
        elif one.figure and one.figure.id not in seen:
            seen.add(one.figure.id)
            ahead += case.figures[one.figure.id].taken if one.figure.id in case.figures else ()
    return found


def _units(sources: _Sources) -> set[str]:
    """Return what columns count; one without a unit counts something of its own."""
    return {
        column.unit.casefold() if column.unit else f"{dataset}/{key}" for (dataset, key), (_, column) in sources.items()
    }


def _must_hold(case: CheckInput, found: Computed, part: _Sources, whole: _Sources) -> bool:
    """Tell whether one entry is a part of the other: by cells of both, a declared total, or the rule of a column."""
    cells = [{leaf.cell for leaf in leaves((one,), case.figures)} for one in found.taken]
    has_total = part.keys() == whole.keys() and not all(cells)
    adds_up = any(_adds_up(*pair) or _adds_up(*reversed(pair)) for pair in product(part.values(), whole.values()))
    return bool(cells[0] & cells[1]) or has_total or adds_up


def _adds_up(whole: _Source, part: _Source) -> bool:
    """Tell whether the rule of a column adds up another one of its table."""
    (table, column), (other, key) = whole, part
    is_sum = column.rule is not None and column.rule.operation == "sum" and key.key in column.rule.columns
    return is_sum and table.dataset.id == other.dataset.id


def _finding(case: CheckInput, found: Computed, *, is_sure: bool) -> Finding:
    part, whole = (write_amount(total([term.amount for term in one.terms])) for one in found.taken)
    return case.finding(
        "figures", found.figure.id,
        f"figure {say.figure(found.figure)} is a share of {write_amount(found.amount)}%: its first entry comes to "
        f"{part}, and the second, of which it is the share, to {whole}",
        "the two may be exchanged: write the part first and the whole second, or `operation: ratio` where the one is "
        "only set against the other", at=("of",),
        severity=None if is_sure else Severity.INFO, outcome=Outcome.FAILED if is_sure else Outcome.CANNOT_TELL,
    )  # fmt: skip


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the figures that are shares; of one without a result nothing can be told."""
    for figure in case.graph.figures:
        if figure.operation == "share":
            yield Looked(f"figures/{figure.id}", "" if figure.id in case.figures else "it could not be computed")


CHECK = Check("FIG180", "share-beyond-whole", Severity.WARNING, "figures that are shares", run, looks_at=_looks_at)
