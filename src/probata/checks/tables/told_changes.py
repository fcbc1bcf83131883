"""What a sentence says of the change between two times of a table: from April to May, or more in May than in April."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from probata.checks.prose.sentences import Sentence
from probata.checks.prose.words import any_of, whole_words, word_list
from probata.checks.tables.named_parts import NamedRow, dated_rows, is_counted, is_range
from probata.figures import Row, TypedTable

_NOUN = re.compile(r"[^\W\d_]+")
_TIMES = len(("earlier", "later"))
_SIGNS = {"rises": 1, "falls": -1, "same": 0}
_COMPARED = {"more": 1, "fewer": -1}
_ONE_CLAUSE = re.compile(r",?(?:\s+[\w’'-]+){1,6}\s+")
"""Between a time at the beginning and the word that is said of it: a subject of few words."""
_ADVERB = r"(?:\s+(?:again|further|sharply|slightly|[a-z]+ly|encore|fortement|légèrement|de nuevo|ligeramente))?"


class ToldChange(NamedTuple):
    """A word for a change, with its sign (0 where nothing is said to change), and the rows between which it is said."""

    word: re.Match[str]
    sign: int
    earlier: Row
    later: Row


def told_changes(table: TypedTable, sentence: Sentence) -> Iterator[ToldChange]:
    """Give the changes that a sentence tells between two rows of a table; what it counts must be named."""
    rows = dated_rows(table, sentence)
    for word, sign in _said(sentence):
        if _counts(table, sentence, sentence.own[: word.start()]):
            if is_range(rows[:_TIMES], sentence):
                yield ToldChange(word, sign, rows[0].row, rows[1].row)
            elif len(rows) == 1 and _is_said_of(sentence, word, rows[0]) and (before := _before(table, rows[0].row)):
                yield ToldChange(word, sign, before, rows[0].row)
    for key, sign in _COMPARED.items():
        compared = any_of("comparison", key, sentence.language).search(sentence.own)
        if compared and len(rows) == _TIMES and _compares(table, sentence, compared, rows[0], rows[1]):
            yield ToldChange(compared, sign, rows[1].row, rows[0].row)


def _said(sentence: Sentence) -> Iterator[tuple[re.Match[str], int]]:
    """Give the words for a change of number, each with its sign."""
    for key, sign in _SIGNS.items():
        if word := any_of("comparison", key, sentence.language).search(sentence.raw):
            yield word, sign
    if fell := _fall_at_time(sentence):
        yield fell, _SIGNS["falls"]


def _fall_at_time(sentence: Sentence) -> re.Match[str] | None:
    """Return the `fell` of “admissions fell in May”; “most admissions fell in May” says only when they were."""
    words = word_list("comparison", sentence.language)
    found = whole_words(words["fell_at_time"]).search(sentence.own) if "fell_at_time" in words else None
    if not found:
        return None
    clause = re.split(r"[,;:]\s", sentence.own[: found.start()])[-1].strip()
    rest = whole_words(words["number_of"]).sub("", clause).strip()
    return None if any_of("comparison", "which", sentence.language).search(rest) else found


def _counts(table: TypedTable, sentence: Sentence, text: str) -> bool:
    return any(is_counted(one, table, sentence.language) for one in _NOUN.findall(text))


def _is_said_of(sentence: Sentence, word: re.Match[str], named: NamedRow) -> bool:
    """Tell whether a word is said of a time: “fell in May”, “fell sharply in May”, “in May, admissions fell”."""
    leads = word_list("comparison", sentence.language)["in_it"].replace(" ", r"\s+")
    if word.start() < named.start:
        between = sentence.own[word.end() : named.start]
        return re.fullmatch(rf"{_ADVERB}\s+(?:{leads})\s*", between, re.IGNORECASE) is not None
    before, between = sentence.own[: named.start], sentence.own[named.end : word.start()]
    return bool(re.fullmatch(rf"\W*(?:{leads})\s*", before, re.IGNORECASE) and _ONE_CLAUSE.fullmatch(between))


def _before(table: TypedTable, row: Row) -> Row | None:
    """Return the row of the time just before, where the rows are as close as months or years that follow each other."""
    return next((one for one in table.rows if _number(row.key) - _number(one.key) == 1), None)


def _number(key: str) -> int:
    year, _, month = key.partition("-")
    return int(year) * 12 + int(month) if month else int(year)


def _compares(table: TypedTable, sentence: Sentence, word: re.Match[str], one: NamedRow, other: NamedRow) -> bool:
    """Tell whether a word leads to a time, and “than” from that to another, with what is counted before or between."""
    than = whole_words(word_list("comparison", sentence.language)["than"])
    stands = word.end() <= one.start and than.fullmatch(sentence.own[one.end : other.start].strip())
    return bool(stands) and _counts(table, sentence, sentence.own[: one.start])
