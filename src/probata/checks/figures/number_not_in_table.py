"""A number that is said to come from a table, and that the table does not give.

Looks at our sentences that cite the places from which one recorded table is taken, and no other place: a number beside
others that the table has, and which it has not itself, is found. So is a count with `status: computed` that cites such
a place. A table gives its cells, the totals that it declares, and what neighbouring rows of a column, or some of the
columns of a `rule`, add up to: of the column that is named in the same clause, else of any, and none where one row is
named right behind the number, “69 in June”. A share of what the table counts, “60% of the admissions”, is found where
its numbers give none such: of the rows and columns that the sentence names, else of any. Without another number of the
table beside it that is a note, and so is a number that is told of one row without what it counts, “in May 42 were
taken”. Dates, times, numbers of articles and the like, numbers below ten, and what is another number of the case are
left alone. English, French and Spanish are read.

## Why it matters
Two digits swapped between table and text are the first thing that the other side finds, and the last that is forgiven.

## Example
```yaml
case:
  title: Example
sources:
  - {id: bulletin, title: Bulletin, held: held}
datasets:
  - id: admissions
    title: Admissions to North Prison
    file: admissions.csv
    columns: [{key: month, type: date, heading: Month, key_column: true}, {key: persons, heading: Persons}]
    citations: bulletin, p. 12
allegations:
  - id: custody
    title: Custody in North Prison
    statement: Persons were held in North Prison in 2016.
    particulars: North Prison admitted 173 persons in May 2016, and 96 in June [@bulletin, p. 12].
```
```csv admissions.csv
month,persons
2016-05,137
2016-06,96
```

Use instead:
```yaml
case:
  title: Example
sources:
  - {id: bulletin, title: Bulletin, held: held}
datasets:
  - id: admissions
    title: Admissions to North Prison
    file: admissions.csv
    columns: [{key: month, type: date, heading: Month, key_column: true}, {key: persons, heading: Persons}]
    citations: bulletin, p. 12
allegations:
  - id: custody
    title: Custody in North Prison
    statement: Persons were held in North Prison in 2016.
    particulars: North Prison admitted 137 persons in May 2016, and 96 in June [@bulletin, p. 12].
```
```csv admissions.csv
month,persons
2016-05,137
2016-06,96
```

## When to allow it
Where the place has other numbers than those of the table, or the number was worked out by more than adding: say how.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from probata.checks.check import Check
from probata.checks.check_input import CheckInput, Loc
from probata.checks.finding import Finding, Outcome
from probata.checks.looked_at import TEXTS, Looked, texts_in_all_languages
from probata.checks.tables.known_numbers import known_numbers
from probata.checks.tables.strange_numbers import StrangeNumber, strange_numbers, table_of
from probata.checks.tables.table_numbers import TableNumbers, numbers_of
from probata.checks.texts.typed_numbers import TypedNumber
from probata.checks.texts.word_findings import finding_of_words
from probata.diagnostics import Severity
from probata.model.quantity import Bound, Count
from probata.model.record import Part


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare computed counts, and the numbers of our sentences, with the table that they come from."""
    tables = numbers_of(case.tables.values())
    if not tables:
        return
    for kind, record in case.graph.each():
        for loc, count in _counts(record, ()):
            yield from _of_count(case, kind, record.id, loc, count, tables)
    yield from (_of_sentence(case, strange) for strange in strange_numbers(case))


def _counts(value: Any, loc: Loc) -> Iterator[tuple[Loc, Count]]:
    if isinstance(value, Count):
        yield loc, value
    elif isinstance(value, Part):
        for name in type(value).model_fields:
            yield from _counts(getattr(value, name), (*loc, name))


def _of_count(
    case: CheckInput, kind: str, record_id: str, loc: Loc, count: Count, tables: tuple[TableNumbers, ...]
) -> Iterator[Finding]:
    cited = [(one.source, one.pinpoint.value if one.pinpoint else "") for one in count.citations]
    source = table_of(cited, tables) if count.status == "computed" else None
    if source and count.value.bound is Bound.EXACT and not source.gives(count.value.low):
        yield case.finding(
            kind, record_id,
            f"`{count.value.text}` is computed from what the table `{source.table.dataset.id}` is taken from, and "
            "neither its cells nor their sums give it",
            "add the rows up again, and say in a remark how it was computed", at=(*loc, "value"),
        )  # fmt: skip


def _of_sentence(case: CheckInput, strange: StrangeNumber) -> Finding:
    number, text, table = strange.number, strange.number.sentence.text, strange.source.table.dataset.id
    start = number.sentence.start + number.start
    place = (start, start + len(number.written))
    if number.is_percent:
        return finding_of_words(
            case, text, place,
            f"the text gives `{number.shown}`, and no numbers of the table `{table}` come to this share",
            "compute the share from the table with a figure, or say where the source gives it",
            severity=None if strange.is_beside else Severity.INFO,
            outcome=Outcome.FAILED if strange.is_beside else Outcome.CANNOT_TELL,
        )  # fmt: skip
    if not strange.is_beside:
        return finding_of_words(
            case, text, place,
            f"the text gives `{number.written}` for `{strange.row}`, and the table `{table}`, from the same place, "
            "does not give it",
            "say what the number counts and compare it with the source; where it is one of the table, print it with a "
            "figure", severity=Severity.INFO, outcome=Outcome.CANNOT_TELL,
        )  # fmt: skip
    of = f" under {strange.under}" if strange.under else ""
    return finding_of_words(
        case, text, place,
        f"the text gives `{number.written}` beside numbers of the table `{table}`, which does not give it{of}",
        "compare both with the source, and write the number of the table or cite where this one stands",
        notes=tuple(_missed(case, number)),
    )  # fmt: skip


def _missed(case: CheckInput, number: TypedNumber) -> Iterator[str]:
    """Say which number of the case it misses by little or in its digits."""
    known = known_numbers(case)
    if near := known.near_to(number):
        yield f"{near.told} is {near.shown}"
    elif mistyped := known.mistyped(number):
        other, is_swapped = mistyped
        yield f"{other.told} is {other.shown}, with {'two digits swapped' if is_swapped else 'one digit that differs'}"


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give our texts, where there is a table with numbers."""
    if numbers_of(case.tables.values()):
        yield from texts_in_all_languages(case)


CHECK = Check("FIG121", "number-not-in-table", Severity.WARNING, TEXTS, run, looks_at=_looks_at)
