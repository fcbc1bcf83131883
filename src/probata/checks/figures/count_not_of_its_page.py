"""A sentence counts so many, and the table taken from the page that it cites has no such number.

Looks at our sentences, in English, French and Spanish, that cite pages or paragraphs from which a table is recorded,
and no other place, and give one number: a count of what a column of that table counts, by its unit or heading. Found is
a count that is no cell, no sum of neighbouring cells, no declared total, no figure and no count of an event or
allegation, where the sentence shares a word with the title, a heading or a row of the table. Where it shares none,
counts something else, or names another year, nothing can be told. Rounded numbers, numbers below ten, and numbers below
half of the smallest cell, which may be a part of it, are left alone. A number beside others of the table is for
`number-not-in-table`, and one that misses a cell by little for `number-typed`.

## Why it matters
Whoever opens the page finds the other number there. It is the same page that the table is proved by, so one of the two
is wrong on the face of the document.

## Example
```yaml
case:
  title: Example
sources: [{id: bulletin, title: Bulletin}]
datasets:
  - id: admissions
    title: Admissions to North Prison
    file: admissions.csv
    columns:
      - {key: month, type: date, heading: Month, key_column: true}
      - {key: persons, heading: Admitted, type: number, unit: persons}
    citations: bulletin, p. 12
narrative:
  - id: data
    title: Figures
    text: In May 2022, 85 persons were admitted to North Prison [@bulletin, p. 12].
```
```csv admissions.csv
month,persons
2022-05,74
2022-06,96
```

Use instead:
```yaml
case:
  title: Example
sources: [{id: bulletin, title: Bulletin}]
datasets:
  - id: admissions
    title: Admissions to North Prison
    file: admissions.csv
    columns:
      - {key: month, type: date, heading: Month, key_column: true}
      - {key: persons, heading: Admitted, type: number, unit: persons}
    citations: bulletin, p. 12
narrative:
  - id: data
    title: Figures
    text: In May 2022, 74 persons were admitted to North Prison [@bulletin, p. 12].
```
```csv admissions.csv
month,persons
2022-05,74
2022-06,96
```

## When to allow it
Where the page has other counts than those of the table, and this is one of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import TEXTS, Looked
from probata.checks.tables.cited_tables import recorded_amounts
from probata.checks.tables.counts_of_pages import CountOfPage, counts_of_pages
from probata.checks.tables.known_numbers import known_numbers
from probata.checks.texts.counts_told import counts_told_otherwise
from probata.checks.texts.word_findings import finding_of_words
from probata.diagnostics import Severity

_MOST = 3
"""Cells that a finding tells."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the counts that no table of their pages gives."""
    strange = [told for told in counts_of_pages(case) if told.is_strange]
    if not strange:
        return
    known = known_numbers(case)
    for told in strange:
        if told.number.value not in recorded_amounts(case) and not known.near_to(told.number):
            # A count of an event that is told otherwise is found by the check on events.
            yield from () if any(counts_told_otherwise(case.graph, told.sentence)) else (_finding(case, told),)


def _finding(case: CheckInput, told: CountOfPage) -> Finding:
    text, number = told.sentence.text, told.number
    nearest = sorted(told.cells, key=lambda one: abs(Fraction(one.quantity.low) - number.value))[:_MOST]
    table = nearest[0].table.dataset.id
    cells = ", ".join(f"{one.quantity.text} for `{one.row}`" for one in nearest if one.table.dataset.id == table)
    start = told.sentence.start + number.start
    return finding_of_words(
        case, text, (start, start + len(number.written)),
        f"the text counts `{number.written}`, and the table `{table}`, which is taken from the page that it cites, has "
        f"no such number; nearest are {cells}",
        "open the page: write its number, compute it from the table with a figure, or record the table that has it",
    )  # fmt: skip


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the records with a count that cites the page of a table."""
    for told in counts_of_pages(case):
        yield Looked(f"{told.sentence.text.kind}/{told.sentence.text.record_id}", told.why_untold)


CHECK = Check("FIG172", "count-not-of-its-page", Severity.WARNING, TEXTS, run, looks_at=_looks_at)
