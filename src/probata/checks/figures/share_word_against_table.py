"""A sentence says "the vast majority", and the table that it is about gives less.

Looks at sentences with a word for a share, such as "most of the", "the vast majority" or "almost all", that name a row
of a table: an event that is called like the row, or the row itself where the table is one that they are about. That is
one whose title the sentence names, one that shares a recorded event with it, or the only one taken from a source that
it cites. The row is compared with the sum of its column. It makes no difference who says so: the reader has the table.
A sentence that gives the share in figures is left alone. English, French and Spanish are read.

## Why it matters
Sixty-four in a hundred is a majority. Called the vast majority, it is the reader's first reason to recount everything
else.

## Example
```yaml
case:
  title: Example
  summary: Persuasion accounts for the vast majority of returns under Still Water.
events: [{id: still-water, kind: operation, title: Still Water}]
datasets:
  - id: methods
    title: Returns under Still Water by method
    file: data/methods.csv
    columns: [{key: method, heading: Method, type: text}, {key: n, heading: Returns}]
```
```csv data/methods.csv
method,n
Persuasion,851
Deportation,66
Caught at the border,418
```

Use instead:
```yaml
case:
  title: Example
  summary: Persuasion accounts for most of the returns under Still Water.
events: [{id: still-water, kind: operation, title: Still Water}]
datasets:
  - id: methods
    title: Returns under Still Water by method
    file: data/methods.csv
    columns: [{key: method, heading: Method, type: text}, {key: n, heading: Returns}]
```
```csv data/methods.csv
method,n
Persuasion,851
Deportation,66
Caught at the border,418
```

## When to allow it
Where the sentence is about a part of the table, and says which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import TEXTS, texts_in_all_languages
from probata.checks.tables.amounts import write_amount
from probata.checks.tables.told_of_tables import names, subject_of, tables_told_of
from probata.checks.texts.named_events import named_events
from probata.checks.texts.sentences import Sentence, at_words, our_sentences_in_all_languages
from probata.checks.texts.word_lists import Words, one_of, whole_words, word_list
from probata.diagnostics import Severity
from probata.figures import Amount, Row, TypedTable, Value
from probata.model.quantity import Bound

_GIVEN = re.compile(r"\d\s*(?:%|per cent|pour cent|por ciento)|\bfigure\(")


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the words that no column of the table bears out, each row and record once."""
    told: set[tuple[str, str, str]] = set()
    for sentence in our_sentences_in_all_languages(case.graph):
        word = _share_word(sentence.raw, sentence.language)
        if word is None or _GIVEN.search(sentence.raw):
            continue
        told_of = {table.dataset.id for table in tables_told_of(case, sentence)}
        for table in case.tables.values():
            for row in _rows_named(case, sentence, table, table.dataset.id in told_of):
                share = _share(table, row)
                key = (sentence.text.record_id, table.dataset.id, row.key)
                if share and share[1] < word[1] and key not in told:
                    told.add(key)
                    yield _finding(case, sentence, word[0], table, row, share)


def _share_word(text: str, language: str) -> tuple[re.Match[str], int] | None:
    if not one_of(tuple(entry["word"] for entry in word_list("comparison", language)["shares"])).search(text):
        return None
    return next(((match, least) for pattern, least in _share_words(language) if (match := pattern.search(text))), None)


@cache
def _share_words(language: str) -> tuple[tuple[Words, int], ...]:
    entries = word_list("comparison", language)["shares"]
    return tuple((whole_words(entry["word"]), int(entry["least"])) for entry in entries)


def _rows_named(case: CheckInput, sentence: Sentence, table: TypedTable, is_told_of: bool) -> Iterator[Row]:
    """Give the rows that a sentence names by an event that is called like them, or by their own name in its table."""
    known = named_events(case.graph)
    events = {event.id for event in known.in_text(sentence.raw)}
    for row in table.rows:
        subject = subject_of(table, row)
        if any(event.id in events for event in known.called(subject)) or (is_told_of and names(sentence.raw, subject)):
            yield row


def _share(table: TypedTable, row: Row) -> tuple[str, Fraction] | None:
    """Return the column in which a row has the largest share of all rows, and that in per cent; `None` if not sure."""
    shares = []
    for column in table.columns:
        cells = table.values(column.key) if column.type == "number" else ()
        stated = [cell for cell in cells if cell.quantity and cell.quantity.bound is not Bound.NOT_APPLICABLE]
        if stated and all(map(_is_exact, stated)) and (quantity := row.cells[column.key].quantity):
            whole = sum(Fraction(cell.quantity.low) for cell in stated if cell.quantity)
            shares += [(column.key, 100 * Fraction(quantity.low) / whole)] if whole else []
    return max(shares, key=lambda share: share[1], default=None)


def _is_exact(cell: Value) -> bool:
    return cell.quantity is not None and cell.quantity.bound is Bound.EXACT and cell.quantity.low >= 0


def _finding(
    case: CheckInput, sentence: Sentence, word: re.Match[str], table: TypedTable, row: Row, share: tuple[str, Fraction]
) -> Finding:
    text, start = sentence.text, sentence.start + word.start()
    percent = [c.key for c in table.columns if c.type == "percent" and row.cells[c.key].quantity]
    finding = case.finding(
        text.kind, text.record_id,
        f"the text says `{' '.join(word[0].split())}`, and `{row.key}` is {write_amount(Amount(share[1], share[1]))}% "
        f"of `{share[0]}` in `{table.dataset.id}`", "write the share with its table, or say of which part it is so",
        at=text.loc, notes=tuple(f"`{key}` gives {row.cells[key].text} there" for key in percent),
    )  # fmt: skip
    return at_words(finding, case.graph, text, start, start + len(word[0]))


CHECK = Check(
    "FIG128", "share-word-against-table", Severity.WARNING, TEXTS, run, looks_at=texts_in_all_languages
)  # fmt: skip
