"""A sentence says that something grows, and rows of the table that it is about fall.

Looks at sentences with a word for a rise or a fall that name an event to which a table of several times belongs, or the
table itself. Each place of the table is a series, and so is a table by time alone; by day, its last time is compared
with its first. Where at least half of the series run against the word, it is found; where fewer do, it is a note.
Where the sentence names two months or years of the table, "admissions fell from April to May", these are compared, in
the columns that it names, in the sum of others, or in all. So are "fell in May" and "in May admissions fell", with the
month before, "more in May than in April", and "remained unchanged". A month needs no year where the table has one year
of it. "Most admissions fell in May" says when they were, and is left to `share-word-against-table`. English, French and
Spanish are read.

## Why it matters
A trend is more than two points that were chosen. The other side draws the others.

## Example
```yaml
case:
  title: Example
  summary: The use of Protective stay is growing.
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
Halvet,2017,487
Ostamar,2017,275
Halvet,2018,376
Ostamar,2018,61
```

Use instead:
```yaml
case:
  title: Example
  summary: The use of Protective stay is growing.
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
Halvet,2017,376
Ostamar,2017,61
Halvet,2018,487
Ostamar,2018,275
```

## When to allow it
Where the sentence says between which times it is so.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import TEXTS, texts_in_all_languages
from probata.checks.tables.named_parts import dated_rows, named_columns
from probata.checks.tables.told_changes import ToldChange, told_changes
from probata.checks.tables.told_of_tables import subject_of, tables_told_of
from probata.checks.texts.sentences import Sentence, our_sentences_in_all_languages
from probata.checks.texts.told_once import ToldOnce
from probata.checks.texts.word_findings import finding_of_words
from probata.checks.texts.word_lists import any_of
from probata.diagnostics import Severity, say
from probata.figures import TypedTable, Value
from probata.figures.shared_time import days_of
from probata.model.quantity import Bound

_DIGITS = re.compile(r"(?<!\w)\d")


@dataclass(frozen=True, slots=True)
class _Series:
    """The first and the last value of a place, with its numbers by day."""

    name: str
    first: Value
    last: Value
    change: Fraction


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the words against which series of a table run, in one language of each record."""
    told = ToldOnce()
    for sentence in our_sentences_in_all_languages(case.graph) if case.tables else ():
        changes = list(_between_named(case, sentence))
        for dataset, key, found in changes:
            if told.is_new(sentence, dataset, key):
                yield found
        for key, sign in () if changes or _DIGITS.search(sentence.own) else (("rises", 1), ("falls", -1)):
            word = any_of("comparison", key, sentence.language).search(sentence.raw)
            for table in tables_told_of(case, sentence) if word else ():
                # Of the times that a sentence names the others of the series say nothing.
                series = [] if dated_rows(table, sentence) else list(_series(table))
                against = [one for one in series if one.change * sign < 0]
                if word and against and told.is_new(sentence, table.dataset.id, key):
                    yield _finding(case, sentence, word, table, against, len(series))


def _between_named(case: CheckInput, sentence: Sentence) -> Iterator[tuple[str, str, Finding]]:
    """Find the words against which columns run between two rows: those that are named, else all of them."""
    for table in tables_told_of(case, sentence):
        for told in told_changes(table, sentence):
            named = [one.key for _, one in named_columns(table, sentence)]
            sums = [one.key for one in table.columns if one.rule and one.rule.operation == "sum"]
            keys = named or sums or [one.key for one in table.columns if one.type == "number"]
            pairs = [(one, told.earlier.cells[one], told.later.cells[one]) for one in keys]
            is_known = bool(pairs) and all(_is_sure(a) and _is_sure(b) for _, a, b in pairs)
            if is_known and all(_runs_against(told.sign, _number(b) - _number(a)) for _, a, b in pairs):
                yield table.dataset.id, told.word[0], _finding_between(case, sentence, table, told, pairs[-1])


def _runs_against(sign: int, change: Fraction) -> bool:
    """Tell whether a change is not what is said of it; where it is said to be none, whether there is one."""
    return sign * change <= 0 if sign else change != 0


def _is_sure(value: Value) -> bool:
    return value.quantity is not None and value.quantity.bound is Bound.EXACT


def _number(value: Value) -> Fraction:
    return Fraction(value.quantity.low) if value.quantity else Fraction(0)


def _finding_between(
    case: CheckInput, sentence: Sentence, table: TypedTable, told: ToldChange, cells: tuple[str, Value, Value]
) -> Finding:
    text, start, word = sentence.text, sentence.start + told.word.start(), told.word[0]
    return finding_of_words(
        case, text, (start, start + len(word)),
        f"the text says {say.words(' '.join(word.split()))}, and {say.words(cells[0])} of {say.table(table.dataset)} "
        f"is {cells[1].text} for {say.words(told.earlier.key)} and {cells[2].text} for {say.words(told.later.key)}",
        "say between which times and where it is so, or write the numbers",
    )  # fmt: skip


def _series(table: TypedTable) -> Iterator[_Series]:
    """Give the series of the first reported column, without times that have no end and numbers that are not exact."""
    column = next((one.key for one in table.columns if one.type == "number" and one.status == "reported"), None)
    points: defaultdict[str, list[Value]] = defaultdict(list)
    for row in table.rows if column else ():
        value = row.cells[column or ""]
        if value.period and days_of(value.period) and value.quantity and value.quantity.bound is Bound.EXACT:
            points[subject_of(table, row)].append(value)
    for name, values in points.items():
        ordered = sorted(values, key=lambda value: value.period.first if value.period else 0)
        first, last = ordered[0], ordered[-1]
        if first.period and last.period and first.period.last < last.period.first:
            yield _Series(name or table.dataset.id, first, last, _by_day(last) - _by_day(first))


def _by_day(value: Value) -> Fraction:
    days = days_of(value.period) if value.period else None
    return Fraction(value.quantity.low) / days if value.quantity and days else Fraction(0)


def _finding(
    case: CheckInput, sentence: Sentence, word: re.Match[str], table: TypedTable, against: list[_Series], count: int
) -> Finding:
    text, start, one = sentence.text, sentence.start + word.start(), against[0]
    times = [value.period.text if value.period else "" for value in (one.first, one.last)]
    runs = (
        f"{len(against)} of {count} series of {say.table(table.dataset)} run against it, such as {say.words(one.name)}"
    )
    runs = f"{say.table(table.dataset)} runs against it" if count == 1 else runs
    return finding_of_words(
        case, text, (start, start + len(word[0])),
        f"the text says {say.words(' '.join(word[0].split()))}, and {runs}: {one.first.text} in {say.words(times[0])}, "
        f"{one.last.text} in {say.words(times[1])}",
        "say between which times and where it is so, or write the numbers",
        severity=None if 2 * len(against) >= count else Severity.INFO,
    )  # fmt: skip


CHECK = Check(
    "FIG130", "trend-word-against-table", Severity.WARNING, TEXTS, run, looks_at=texts_in_all_languages
)  # fmt: skip
