"""A number that is said to come from a table, and that the table does not give.

Looks at our sentences that cite the places from which one recorded table is taken, and no other place: a number beside
others that the table has, and which it has not itself, is found. So is a count with `status: computed` that cites such
a place. A table gives its cells, the totals that it declares, and what neighbouring rows of a column, or some of the
columns of a `rule`, add up to. Percentages, dates, times, numbers of articles and the like, numbers below ten, and what
is another number of the case are left alone. English, French and Spanish are read.

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

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from probata.checks.check import Check
from probata.checks.check_input import CheckInput, Loc
from probata.checks.finding import Finding
from probata.checks.looked_at import TEXTS, Looked, texts_in_all_languages
from probata.checks.tables.table_numbers import TableNumbers, numbers_of
from probata.checks.texts.cited_places import cited_places
from probata.checks.texts.sentences import Sentence, our_sentences_in_all_languages
from probata.checks.texts.typed_numbers import TypedNumber, numbers_in
from probata.checks.texts.word_findings import finding_of_words
from probata.diagnostics import Severity, say
from probata.model.quantity import Bound, Count
from probata.model.record import Part

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_NO_COUNT = re.compile(
    rf"\s*(?:%|(?:per ?cent|(?:to|and|or|-|–)\s*\d+\s+(?:{_MONTHS})|{_MONTHS}|years?|months?|weeks?|days?|hours?|"
    r"minutes?|[ck]?m|(?:centi|kilo)?metres?|k?g|pages?|times|fois|páginas?|veces)\b)",
    re.IGNORECASE,
)  # fmt: skip
"""What stands behind a number that counts nothing in a table."""
_NAMED = re.compile(
    r"(?:(?<=[^.!?\s])\s+[A-Z]\w+|\b(?:no|nos|art|arts|article|clause|para|paragraph|page|p|pp|section|chapter|table|row|"
    rf"{_MONTHS}))\.?\s*$"
)
"""What stands before the number of a thing: `Directive 17`, `clause 9`."""
_BEFORE = 60
"""Letters before a number in which such a name is looked for."""
_LEAST = 10


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare computed counts, and the numbers of our sentences, with the table that they come from."""
    tables = numbers_of(case.tables.values())
    if not tables:
        return
    for kind, record in case.graph.each():
        for loc, count in _counts(record, ()):
            yield from _of_count(case, kind, record.id, loc, count, tables)
    others = _numbers_of_case(case, tables)
    for sentence in our_sentences_in_all_languages(case.graph):
        source = _table_of(list(cited_places(sentence.raw)), tables)
        numbers = list(_numbers(sentence)) if source else []
        strange = [one for one in numbers if source and not source.gives(one.value) and one.value not in others]
        # A figure, too, is a number of the table beside which another stands out.
        if source and strange and (len(strange) < len(numbers) or "figure(" in sentence.raw):
            yield _of_sentence(case, strange[0], source)


def _numbers_of_case(case: CheckInput, tables: tuple[TableNumbers, ...]) -> frozenset[Fraction]:
    """Return the cells of all tables and the figures."""
    figures = (one.amount.low for one in case.figures.values() if one.amount.low is not None)
    return frozenset((*map(Fraction, figures), *(Fraction(number) for one in tables for number in one.stated)))


def _table_of(cited: list[tuple[str, str]], tables: tuple[TableNumbers, ...]) -> TableNumbers | None:
    """Return the one table that all places are those of; `None` where a place is of none, or of several."""
    found = [[one for one in tables if one.is_from(source, place)] for source, place in cited]
    first = found[0] if found else []
    return first[0] if len(first) == 1 and all(one == first for one in found) else None


def _numbers(sentence: Sentence) -> Iterator[TypedNumber]:
    """Give the numbers of a sentence that count something, in order."""
    for number in numbers_in(sentence, sentence.language):
        behind, before = number.start + len(number.written), sentence.own[max(number.start - _BEFORE, 0) : number.start]
        is_other = _NO_COUNT.match(sentence.own, behind) or _NAMED.search(before)
        if not number.is_percent and number.value >= _LEAST and not is_other:
            yield number


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
    source = _table_of(cited, tables) if count.status == "computed" else None
    if source and count.value.bound is Bound.EXACT and not source.gives(count.value.low):
        yield case.finding(
            kind, record_id,
            f"{say.words(count.value.text)} is computed from what the table {say.table(source.table.dataset)} is taken "
            "from, and neither its cells nor their sums give it",
            "add the rows up again, and say in a remark how it was computed", at=(*loc, "value"),
        )  # fmt: skip


def _of_sentence(case: CheckInput, number: TypedNumber, source: TableNumbers) -> Finding:
    start = number.sentence.start + number.start
    return finding_of_words(
        case, number.sentence.text, (start, start + len(number.written)),
        f"the text gives {say.words(number.written)} beside numbers of the table {say.table(source.table.dataset)}, "
        "which does not give it",
        "compare both with the source, and write the number of the table or cite where this one stands",
    )  # fmt: skip


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give our texts, where there is a table with numbers."""
    if numbers_of(case.tables.values()):
        yield from texts_in_all_languages(case)


CHECK = Check("FIG121", "number-not-in-table", Severity.WARNING, TEXTS, run, looks_at=_looks_at)
