"""A sentence says "the vast majority", and the table that it is about gives less.

Looks at sentences with a word for a share, such as "most of the", "the vast majority" or "almost all", that name a row
of a table: an event that is called like the row, or the row itself where the table is one that they are about. That is
one whose title the sentence names, one that shares a recorded event with it, or the only one taken from a source that
it cites. The row is compared with the sum of its column.

Rows named by their month or year count where what is counted is said to fall into them, "most admissions came in
June", and so does a column by its heading, "more than half of the admissions were at Quay Road", where a `rule` makes
it a part of another; "answered" names all columns of such a sum that begin with it, where "not answered" is the rest.
The table must count what the word is said of. Of several columns the one counts that bears the word out best.

It makes no difference who says so: the reader has the table.
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
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import TEXTS, texts_in_all_languages
from probata.checks.tables.amounts import write_amount
from probata.checks.tables.named_parts import NamedRow, all_but_denied, dated_rows, is_counted, named_columns
from probata.checks.tables.told_of_tables import names, subject_of, tables_told_of
from probata.checks.texts.named_events import named_events
from probata.checks.texts.sentences import Sentence, our_sentences_in_all_languages
from probata.checks.texts.told_once import ToldOnce
from probata.checks.texts.word_findings import finding_of_words
from probata.checks.texts.word_lists import Words, one_of, whole_words, word_list
from probata.diagnostics import Severity, say
from probata.figures import Amount, Row, TypedTable, Value
from probata.model.dataset import Column
from probata.model.quantity import Bound

_ARTICLES = r"(?:(?:the|at|in|from|by|to|of|within|à|au|aux|en|dans|de|du|des|la|le|les|los|las|el|a|l’|d’)\b\W*)*"
_NOUN = re.compile(
    r"\W*(?:(?:of|all|these|those|its|their|the|ces|ses|leurs|esos|esas|sus|de|des|du|la|le|les|los|las|l’|d’)\b\W*)*"
    r"([^\W\d_]+)",
    re.IGNORECASE,
)
"""The noun of which a share is said, behind its articles."""
_GIVEN = re.compile(r"\d\s*(?:%|per cent|pour cent|por ciento)|\bfigure\(")


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the words that no column of the table bears out, each row and record once."""
    told = ToldOnce()
    for sentence in our_sentences_in_all_languages(case.graph) if case.tables else ():
        word = _share_word(sentence.raw, sentence.language)
        if word is None or _GIVEN.search(sentence.raw):
            continue
        told_of = {table.dataset.id for table in tables_told_of(case, sentence)}
        for table in case.tables.values():
            for row in _rows_named(case, sentence, table, table.dataset.id in told_of):
                share = _share(table, row)
                if share and share[1] < word[1] and told.is_new(sentence, table.dataset.id, row.key):
                    yield _finding(case, sentence, word[0], table, row, share)
            for part in _parts(sentence, word[0], table) if table.dataset.id in told_of else ():
                if part.share < word[1] and told.is_new(sentence, table.dataset.id, part.name):
                    yield _of_part(case, sentence, word[0], table, part)


class _Part(NamedTuple):
    """A part of a table, by rows or a column, and what it is of the whole in per cent."""

    name: str
    whole: str
    share: Fraction


def _parts(sentence: Sentence, word: re.Match[str], table: TypedTable) -> Iterator[_Part]:
    """Give the part of a table into which a sentence says that such a share of it falls."""
    noun = _NOUN.match(sentence.raw, word.end())
    nouns = (word[0].split()[-1], noun[1] if noun else "")
    if any(is_counted(one, table, sentence.language) for one in nouns):
        rows = dated_rows(table, sentence)
        columns = named_columns(table, sentence)
        if rows and _fall_in(sentence, word, rows):
            named = [column.key for _, column in columns] or [one.key for one in table.columns if one.type == "number"]
            yield from _largest(table, [one.row for one in rows], named)
        for match, column in columns:
            whole = next((one.key for one in table.columns if _is_sum_with(one, column.key)), "")
            if whole and _leads(sentence, word.end(), match.start(), "were"):
                yield from _of_columns(table, [one.row for one in rows] or list(table.rows), [column.key], whole)
        for match, keys, whole in all_but_denied(table, sentence):
            is_finer = any(column.key in keys for _, column in columns)
            if not is_finer and _leads(sentence, word.end(), match.start(), "were"):
                yield from _of_columns(table, [one.row for one in rows] or list(table.rows), keys, whole)


def _fall_in(sentence: Sentence, word: re.Match[str], rows: Sequence[NamedRow]) -> bool:
    """Tell whether what is counted is said to fall into the times of rows, or these to make it up."""
    if rows[0].start >= word.end():
        return _leads(sentence, word.end(), rows[0].start, "fell_in")
    between = sentence.own[rows[-1].end : word.start()]
    accounts = word_list("comparison", sentence.language)["accounts"]
    return (
        whole_words(rf"\W*(?:{accounts})(?: (?:the|a|la|une?|una|le))?\W*").fullmatch(f" {between.strip()} ")
        is not None
    )


def _leads(sentence: Sentence, start: int, end: int, verb: str) -> bool:
    """Tell whether a verb leads from one place of a sentence to another within its clause."""
    between, words = sentence.own[start:end], word_list("comparison", sentence.language)
    if end <= start or re.search(r"[;:]", between) or whole_words(words["relative"]).search(between):
        return False
    leading = words[verb].replace(" ", r"\s+")
    return re.search(rf"(?<!\w)(?:{leading})\W*(?:{_ARTICLES})?$", between, re.IGNORECASE) is not None


def _largest(table: TypedTable, rows: Sequence[Row], columns: Sequence[str]) -> Iterator[_Part]:
    """Give the largest share that the rows together have of one of the columns; none where one is not sure."""
    shares = []
    for key in columns:
        cells = [
            cell for cell in table.values(key) if cell.quantity and cell.quantity.bound is not Bound.NOT_APPLICABLE
        ]
        whole = sum(map(_low, cells), Fraction(0)) if all(map(_is_exact, cells)) else Fraction(0)
        if whole:
            name = ", ".join(row.key for row in rows)
            shares.append(_Part(name, key, 100 * sum((_low(row.cells[key]) for row in rows), Fraction(0)) / whole))
    yield from sorted(shares, key=lambda part: part.share)[-1:]


def _of_columns(table: TypedTable, rows: Sequence[Row], parts: Sequence[str], whole: str) -> Iterator[_Part]:
    cells = [row.cells[key] for row in rows for key in (*parts, whole)]
    if cells and all(map(_is_exact, cells)) and (sum_of := sum((_low(row.cells[whole]) for row in rows), Fraction(0))):
        part = sum((_low(row.cells[key]) for row in rows for key in parts), Fraction(0))
        yield _Part(", ".join(parts), whole, 100 * part / sum_of)


def _low(cell: Value) -> Fraction:
    return Fraction(cell.quantity.low) if cell.quantity else Fraction(0)


def _is_sum_with(column: Column, part: str) -> bool:
    return column.rule is not None and column.rule.operation == "sum" and part in column.rule.columns


def _of_part(case: CheckInput, sentence: Sentence, word: re.Match[str], table: TypedTable, part: _Part) -> Finding:
    text, start = sentence.text, sentence.start + word.start()
    return finding_of_words(
        case, text, (start, start + len(word[0])),
        f"the text says {say.words(' '.join(word[0].split()))}, and {say.words(part.name)} is {_percent(part.share)}% "
        f"of {say.words(part.whole)} in {say.table(table.dataset)}",
        "write the share with its table, or say of which part it is so",
    )  # fmt: skip


def _percent(share: Fraction) -> str:
    tenths = round(share * 10)
    return write_amount(Amount(Fraction(tenths, 10), Fraction(tenths, 10)))


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
    return finding_of_words(
        case, text, (start, start + len(word[0])),
        f"the text says {say.words(' '.join(word[0].split()))}, and {say.words(row.key)} is "
        f"{write_amount(Amount(share[1], share[1]))}% "
        f"of {say.words(share[0])} in {say.table(table.dataset)}", "write the share with its table, or say of which "
        "part it is so",
        notes=tuple(f"{say.words(key)} gives {row.cells[key].text} there" for key in percent),
    )  # fmt: skip


CHECK = Check(
    "FIG128", "share-word-against-table", Severity.WARNING, TEXTS, run, looks_at=texts_in_all_languages
)  # fmt: skip
