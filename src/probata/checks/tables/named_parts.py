"""Which parts of a table a sentence names: rows by their month or year, and columns by their heading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from probata.checks.prose.sentences import Sentence
from probata.checks.prose.words import LANGUAGES, Words, any_of, whole_words, word_list
from probata.figures import Row, TypedTable
from probata.model.dataset import Column
from probata.model.language import primary

_ALIKE = 4
"""Letters with which two words begin that are taken for one, such as `admitted` and `admissions`."""
_BEFORE = 12
"""Letters before a time or a heading in which the word stands that begins a period, or denies."""
_WORD = re.compile(r"[^\W\d_]{4,}")
_KEY = re.compile(r"(\d{4})(?:-(\d{2}))?")


class NamedRow(NamedTuple):
    """A row that a sentence names by its month or year, with the place of that."""

    start: int
    end: int
    row: Row


def dated_rows(table: TypedTable, sentence: Sentence) -> tuple[NamedRow, ...]:
    """Return the rows whose month or year a sentence names, in its order; those of “from April to June” between too.

    A month without its year names a row where the table has one year of it.
    """
    dates = {key.groups(): row for row in table.rows if (key := _KEY.fullmatch(row.key))}
    named: list[NamedRow] = []
    for match in _dates(sentence.language).finditer(sentence.own) if dates else ():
        found = [row for (year, month), row in dates.items() if _fits(match, sentence.language, year, month)]
        if len(found) == 1 and all(one.row is not found[0] for one in named):
            named.append(NamedRow(match.start(), match.end(), found[0]))
    return tuple(_filled(table, sentence, named))


def is_range(named: Sequence[NamedRow], sentence: Sentence) -> bool:
    """Tell whether two named rows are the ends of a time: “from April to May”, “between 2016 and 2018”."""
    if len(named) != len(("first", "last")):
        return False
    between, before = sentence.own[named[0].end : named[1].start], sentence.own[: named[0].start]
    return any(
        whole_words(pair["before"]).search(before[-_BEFORE:])
        and whole_words(pair["between"]).fullmatch(between.strip())
        for pair in word_list("comparison", sentence.language)["ends"]
    )


def _filled(table: TypedTable, sentence: Sentence, named: Sequence[NamedRow]) -> Iterator[NamedRow]:
    yield from named
    if is_range(named, sentence):
        keys = sorted(one.row.key for one in named)
        for row in table.rows:
            if keys[0] < row.key < keys[1]:
                yield NamedRow(named[1].start, named[1].end, row)


@cache
def _dates(language: str) -> re.Pattern[str]:
    """Match a month, with its year where it has one, or a year; English months have a capital, and may be verbs."""
    months = [one.capitalize() if language == LANGUAGES[0] else one for one in word_list("tenure", language)["months"]]
    return re.compile(rf"(?<!\w)(?:({'|'.join(months)})(?:\s+(?:de\s+)?(\d{{4}}))?|((?:1[89]|20)\d\d))(?![\w/-])")


def _fits(match: re.Match[str], language: str, year: str, month: str | None) -> bool:
    if match[3]:
        return month is None and match[3] == year
    place = word_list("tenure", language)["months"].index(match[1].casefold()) + 1
    return month == f"{place:02}" and match[2] in {None, year}


def named_columns(table: TypedTable, sentence: Sentence) -> tuple[tuple[re.Match[str], Column], ...]:
    """Return the columns of numbers whose heading stands in a sentence and is not denied there, each with its place.

    Of two headings with words in common, “not answered” and “answered within 30 days”, neither is sure.
    """
    placed = ((_heading_in(column, sentence), column) for column in table.columns if column.type == "number")
    found = [(match, column) for match, column in placed if match]
    return tuple(
        (match, column)
        for match, column in found
        if not _is_denied(match, sentence)
        and all(one is match or one.end() <= match.start() or match.end() <= one.start() for one, _ in found)
    )


def _heading_in(column: Column, sentence: Sentence) -> re.Match[str] | None:
    headings = (one for one in names_in(column, "heading", sentence.language) if _WORD.search(one))
    return next(filter(None, (_words_of(heading).search(sentence.own) for heading in headings)), None)


def _is_denied(heading: re.Match[str], sentence: Sentence) -> bool:
    before = sentence.own[: heading.start()][-_BEFORE:]
    return any_of("comparison", "denied", sentence.language).search(before) is not None


def all_but_denied(table: TypedTable, sentence: Sentence) -> Iterator[tuple[re.Match[str], tuple[str, ...], str]]:
    """Give the columns that a word names together, with its place and the column of their sum.

    “Answered” names “answered within 30 days” and “answered later”, where “not answered” is the rest of the sum.
    """
    for whole in table.columns:
        parts = [one for one in table.columns if whole.rule and one.key in whole.rule.columns]
        for denied in parts if whole.rule and whole.rule.operation == "sum" else ():
            word = _denied_word(denied, sentence.language)
            others = [one for one in parts if one is not denied]
            begin_alike = bool(others) and all(one.heading.casefold().split()[0] == word for one in others)
            match = _words_of(word).search(sentence.own) if word and begin_alike else None
            # “Answered late” may be one of them, or another: the word by itself is all of them.
            is_whole = match and re.match(r"\s*(?:[.,;:)]|$)", sentence.own[match.end() :])
            if match and is_whole and not _is_denied(match, sentence):
                yield match, tuple(one.key for one in others), whole.key


def _denied_word(column: Column, language: str) -> str:
    """Return what a heading denies: `answered` of “not answered”."""
    words = column.heading.casefold().split()
    is_denial = len(words) > 1 and any_of("comparison", "denied", language).fullmatch(words[0])
    return words[1] if is_denial and len(words) == len(("not", "answered")) else ""


def names_in(named: Column | object, field: str, language: str) -> Iterator[str]:
    """Give what a table or column is called, in its own language and in that of a sentence."""
    yield getattr(named, field)
    for tag, texts in getattr(named, "translations", {}).items():
        if primary(tag) == language and texts.get(field):
            yield texts[field]


@cache
def _words_of(heading: str) -> Words:
    return whole_words(re.escape(heading).replace(r"\ ", " "))


def is_counted(word: str, table: TypedTable, language: str) -> bool:
    """Tell whether a table counts what a word names: its title, or what a column is said to count, begins like it."""
    names = [*names_in(table.dataset, "title", language)]
    names += [unit for column in table.columns for unit in names_in(column, "unit", language) if unit]
    begins = {one[:_ALIKE] for name in names for one in _WORD.findall(name.casefold())}
    return len(word) >= _ALIKE and word.casefold()[:_ALIKE] in begins
