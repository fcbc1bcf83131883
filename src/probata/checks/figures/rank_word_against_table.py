"""A sentence says that one place heads the list, and another stands above it in the table.

Looks at sentences with a word for the first rank, such as "heading the charts" or "the highest number", that name a
place or row of a table they are about (see `share-word-against-table`). For each time in which that row stands beside
others, it must be the highest; rows that include it are left aside. A time that the sentence names limits it to that
time, and a sentence that names the row above is taken to compare them itself.

So it is with the months, years and columns of a table: "April had the highest number of admissions", "the lowest number
was in May", "admissions peaked in April", "more admissions in April than in any other month". They are compared in the
columns that the sentence names, else in the sum of others, else in all; a column is compared with those of its unit. A
sentence that limits itself to a part, such as a quarter, is left alone. English, French and Spanish are read.

## Why it matters
A rank is checked by running a finger down the column. Where it holds for the first year only, it is read as chosen.

## Example
```yaml
case:
  title: Example
  summary: Halvet heads the charts of Protective stay.
events: [{id: stay, kind: measure, title: Protective stay}]
datasets:
  - id: stays
    title: Protective stay by district and year
    file: data/stays.csv
    columns:
      - {key: district, heading: District, type: text, covers: territory}
      - {key: year, heading: Year, type: date, covers: period}
      - {key: n, heading: Persons}
```
```csv data/stays.csv
district,year,n
Halvet,2017,266
Ostamar,2017,61
Halvet,2018,700
Ostamar,2018,718
```

Use instead:
```yaml
case:
  title: Example
  summary: In 2017, Halvet heads the charts of Protective stay.
events: [{id: stay, kind: measure, title: Protective stay}]
datasets:
  - id: stays
    title: Protective stay by district and year
    file: data/stays.csv
    columns:
      - {key: district, heading: District, type: text, covers: territory}
      - {key: year, heading: Year, type: date, covers: period}
      - {key: n, heading: Persons}
```
```csv data/stays.csv
district,year,n
Halvet,2017,266
Ostamar,2017,61
Halvet,2018,700
Ostamar,2018,718
```

## When to allow it
Where the sentence is about a rate, or a part of the table, and says so.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import TEXTS, texts_in_all_languages
from probata.checks.tables.said_first import Above, first_of_table, may_rank
from probata.checks.tables.told_of_tables import names, subject_of, tables_told_of
from probata.checks.texts.sentences import Sentence, our_sentences_in_all_languages
from probata.checks.texts.told_once import ToldOnce
from probata.checks.texts.word_findings import finding_of_words
from probata.checks.texts.word_lists import any_of
from probata.diagnostics import Severity, say
from probata.figures import Row, TypedTable
from probata.model.quantity import Quantity

_Above = tuple[str, Row, Row]
"""A time, the row that is said to be first, and one above it."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the ranks that a table does not bear out, in one language of each record."""
    told = ToldOnce()
    for sentence in our_sentences_in_all_languages(case.graph) if case.tables else ():
        for table in tables_told_of(case, sentence) if may_rank(sentence) else ():
            for found in first_of_table(table, sentence):
                if told.is_new(sentence, table.dataset.id, found.part):
                    yield _finding_of_part(case, sentence, table, found)
        word = any_of("comparison", "ranks", sentence.language).search(sentence.raw)
        for table in tables_told_of(case, sentence) if word else ():
            subjects = {subject_of(table, row): None for row in table.rows}
            for subject in (one for one in subjects if names(sentence.raw, one)):
                column, above = _above(table, subject, sentence.raw)
                if word and above and told.is_new(sentence, table.dataset.id, subject):
                    yield _finding(case, sentence, word, table, subject, column, above)


def _finding_of_part(case: CheckInput, sentence: Sentence, table: TypedTable, found: Above) -> Finding:
    text, start = sentence.text, sentence.start + found.word.start()
    return finding_of_words(
        case, text, (start, start + len(found.word[0])),
        f"the text says {say.words(' '.join(found.word[0].split()))} of {say.words(found.part)}, and "
        f"{say.table(table.dataset)} has {found.its_number} for {say.words(found.above)} and {found.number} for "
        f"{say.words(found.part)}"
        + (f" in {say.words(found.of)}" if found.of else ""),
        "name the part for which it is so, or write the numbers",
    )  # fmt: skip


def _above(table: TypedTable, subject: str, text: str) -> tuple[str, list[_Above]]:
    """Return the first column of numbers, and where a row stands above the subject in it."""
    column = next((one.key for one in table.columns if one.type == "number"), "")
    by_time: defaultdict[str, list[Row]] = defaultdict(list)
    for row in table.rows if column else ():
        if row.cells[column].quantity:
            when = row.cells[column].period
            by_time[when.text if when else ""].append(row)
    times = [time for time in by_time if time and names(text, time)] or list(by_time)
    found = (_first_above(table, subject, column, by_time[time], text, time) for time in times)
    return column, [one for one in found if one is not None]


def _first_above(
    table: TypedTable, subject: str, column: str, rows: Sequence[Row], text: str, time: str
) -> _Above | None:
    own = [row for row in rows if subject_of(table, row) == subject]
    wholes = {one.included_in for one in table.dataset.inclusions if any(row.key in one.rows for row in own)}
    others = [row for row in rows if row not in own and row.key not in wholes]
    if len(own) != 1 or not others:
        return None
    first = max(others, key=lambda row: _low(row.cells[column].quantity))
    is_above = _low(first.cells[column].quantity) > _high(own[0].cells[column].quantity)
    return (time, own[0], first) if is_above and not names(text, subject_of(table, first)) else None


def _low(quantity: Quantity | None) -> Decimal:
    return quantity.low if quantity else Decimal(0)


def _high(quantity: Quantity | None) -> Decimal:
    return quantity.high if quantity else Decimal(0)


def _finding(
    case: CheckInput, sentence: Sentence, word: re.Match[str], table: TypedTable, subject: str, column: str,
    above: list[_Above],
) -> Finding:  # fmt: skip
    text, start = sentence.text, sentence.start + word.start()
    time, own, first = above[0]
    more = f", and {len(above) - 1} more times are alike" if len(above) > 1 else ""
    return finding_of_words(
        case, text, (start, start + len(word[0])),
        f"the text says {say.words(' '.join(word[0].split()))} of {say.words(subject)}, and in {say.words(time)} "
        f"{say.words(column)} of "
        f"{say.table(table.dataset)} has {first.cells[column].text} for {say.words(first.key)} and "
        f"{own.cells[column].text} for "
        f"{say.words(own.key)}{more}", "name the time for which it is so, or write the numbers",
    )  # fmt: skip


CHECK = Check(
    "FIG129", "rank-word-against-table", Severity.WARNING, TEXTS, run, looks_at=texts_in_all_languages
)  # fmt: skip
