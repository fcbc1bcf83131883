"""Of which month, year or column of a table a sentence says that it is first or last, and which stands beyond it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from probata.checks.prose.sentences import Sentence
from probata.checks.prose.words import any_of, whole_words, word_list
from probata.checks.tables.named_parts import NamedRow, dated_rows, is_counted, is_range, named_columns
from probata.figures import Row, TypedTable, Value
from probata.model.dataset import Column
from probata.model.quantity import Bound

_ARTICLES = r"(?:(?:the|at|in|by|far|à|la|le|les|el|los|las)\b\s*)*"
_NOUN = re.compile(r"[^\W\d_]+")


class _Kind(NamedTuple):
    """A way to say that something is first or last: its words, and how they stand to what they are said of."""

    keys: tuple[str, ...]
    sign: int
    is_noun_before: bool
    """Whether what is counted stands before the words, “admissions peaked”, or behind, “the most admissions”."""
    leads: str
    """What leads from the words to the part of which they are said."""


_KINDS = (
    _Kind(("ranks", "most"), 1, False, "was_in"),
    _Kind(("more_than_others",), 1, False, "in_it"),
    _Kind(("peaks",), 1, True, "in_it"),
    _Kind(("least",), -1, False, "was_in"),
    _Kind(("fewer_than_others",), -1, False, "in_it"),
    _Kind(("troughs",), -1, True, "in_it"),
)


class Above(NamedTuple):
    """A part of a table that is said to be first or last, with its number, and the part beyond it with its own."""

    word: re.Match[str]
    part: str
    number: str
    above: str
    its_number: str
    of: str
    """The column, or the rows, in which both stand; empty for all rows."""


def may_rank(sentence: Sentence) -> bool:
    """Tell whether a sentence has a word that says of something that it is first or last."""
    keys = (key for kind in _KINDS for key in kind.keys)
    return any(any_of("comparison", key, sentence.language).search(sentence.own) for key in keys)


def first_of_table(table: TypedTable, sentence: Sentence) -> Iterator[Above]:
    """Give the part that is said to be first and is not; none where the sentence may speak of a part of the table."""
    said = next(((one, word) for one in _KINDS if (word := _word(table, sentence, one))), None)
    if said is None or _is_limited(table, sentence):
        return
    (kind, word), rows, columns = said, dated_rows(table, sentence), named_columns(table, sentence)
    for row in rows if not is_range(rows[:2], sentence) else ():
        if _is_said_of(sentence, kind, word, row.start, row.end):
            yield from _above_row(table, word, row, [column.key for _, column in columns], kind.sign)
    for match, column in columns:
        if _is_said_of(sentence, kind, word, match.start(), match.end()) and column.rule is None:
            yield from _above_column(table, word, column, [one.row for one in rows] or list(table.rows), kind.sign)


def _word(table: TypedTable, sentence: Sentence, kind: _Kind) -> re.Match[str] | None:
    """Return the word of rank, where something that the table counts stands by it."""
    for key in kind.keys:
        word = any_of("comparison", key, sentence.language).search(sentence.own)
        if word and any(is_counted(one, table, sentence.language) for one in _nouns(sentence, kind, word)):
            return word
    return None


def _nouns(sentence: Sentence, kind: _Kind, word: re.Match[str]) -> list[str]:
    if kind.is_noun_before:
        return _NOUN.findall(sentence.own[: word.start()])
    return _NOUN.findall(sentence.own, word.end())[:4]


def _is_limited(table: TypedTable, sentence: Sentence) -> bool:
    limits = word_list("comparison", sentence.language)["limited"]
    return any(len(table.rows) > int(one["rows"]) and whole_words(one["word"]).search(sentence.own) for one in limits)


def _is_said_of(sentence: Sentence, kind: _Kind, word: re.Match[str], start: int, end: int) -> bool:
    """Tell whether a verb leads from a part to the word of rank, or from that to the part, in one clause."""
    words = word_list("comparison", sentence.language)
    if end <= word.start():
        between = sentence.own[end : word.start()]
        return re.fullmatch(rf"\s*(?:{_spaced(words['had'])})\s*{_ARTICLES}", between, re.IGNORECASE) is not None
    between = sentence.own[word.end() : start]
    is_led_to = re.search(rf"(?<!\w)(?:{_spaced(words[kind.leads])})\s*{_ARTICLES}$", between, re.IGNORECASE)
    return is_led_to is not None and not re.search(r"[,;:]", between)


def _spaced(pattern: str) -> str:
    return pattern.replace(" ", r"\s+")


def _above_row(
    table: TypedTable, word: re.Match[str], named: NamedRow, columns: Sequence[str], sign: int
) -> Iterator[Above]:
    """Give the row above one in the columns named, in the sum of others, or in every column of numbers."""
    sums = [one.key for one in table.columns if one.rule and one.rule.operation == "sum"]
    keys = columns or sums or [one.key for one in table.columns if one.type == "number"]
    found = [_first_above(named.row, table.rows, key, sign) for key in keys]
    if found and all(found) and (first := found[0]):
        key, row = first
        yield Above(word, named.row.key, named.row.cells[key].text, row.key, row.cells[key].text, key)


def _first_above(own: Row, rows: Sequence[Row], key: str, sign: int) -> tuple[str, Row] | None:
    others = [row for row in rows if row is not own]
    if not others or not all(_is_exact(row.cells[key]) for row in rows):
        return None
    first = max(others, key=lambda row: sign * _low(row.cells[key]))
    return (key, first) if sign * (_low(first.cells[key]) - _low(own.cells[key])) > 0 else None


def _above_column(
    table: TypedTable, word: re.Match[str], column: Column, rows: Sequence[Row], sign: int
) -> Iterator[Above]:
    """Give the column above one among those that count the same and are no sum of others."""
    alike = [one for one in table.columns if one.type == "number" and one.unit == column.unit and one.rule is None]
    cells = [row.cells[one.key] for row in rows for one in alike]
    if len(alike) > 1 and all(map(_is_exact, cells)):
        sums = {one.key: sum((_low(row.cells[one.key]) for row in rows), Fraction(0)) for one in alike}
        first = max(sums, key=lambda key: sign * sums[key])
        if sign * (sums[first] - sums[column.key]) > 0:
            of = ", ".join(row.key for row in rows) if len(rows) < len(table.rows) else ""
            yield Above(word, column.key, str(sums[column.key]), first, str(sums[first]), of)


def _is_exact(cell: Value) -> bool:
    return cell.quantity is not None and cell.quantity.bound is Bound.EXACT


def _low(cell: Value) -> Fraction:
    return Fraction(cell.quantity.low) if cell.quantity else Fraction(0)
