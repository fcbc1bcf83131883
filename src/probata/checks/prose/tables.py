"""Which table a sentence is about, and which rows and columns: by title, event, source, time, name and heading."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from probata.checks.engine.case import CheckInput
from probata.checks.prose.mentions import events_in, names_of_case
from probata.checks.prose.sentences import Sentence
from probata.checks.prose.words import Words, any_of, whole_words, word_list
from probata.figures import Row, TypedTable, Value
from probata.graph.resolve import keys_in_text
from probata.model.allegation import Allegation
from probata.model.dataset import Column
from probata.model.language import primary
from probata.model.quantity import Bound
from probata.model.typed_dates import months_of

ARTICLES = r"(?:(?:the|at|in|from|by|far|to|of|within|à|au|aux|en|dans|de|du|des|la|le|les|los|las|el|a|l’|d’)\b\W*)*"
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
_QUOTES = re.compile(r"[\"“”„«»]")
_SHORTEST = 4
"""Letters of the name of a row, and of what two words begin with that are taken for one: `admitted`, `admissions`."""
_BEFORE = 12
"""Letters before a time or a heading in which the word stands that begins a period, or denies."""
_WORD = re.compile(r"[^\W\d_]{4,}")
_KEY = re.compile(r"(\d{4})(?:-(\d{2}))?")


class NamedRow(NamedTuple):
    """A row that a sentence names by its month or year, with the place of that."""

    start: int
    end: int
    row: Row


def tables_described(case: CheckInput, sentence: Sentence) -> Iterator[TypedTable]:
    """Give the tables that a sentence is about, each once, in the order of the records."""
    events = {event.id for event in events_in(case.graph, sentence.raw)} | _events_of(case, sentence)
    cited = {one for key in keys_in_text(sentence.raw) for one in _only_table(case).get(key, ())}
    for table in case.tables.values():
        shared = any(event.id in events for event in events_in(case.graph, table.dataset.title))
        titles = list(names_in(table.dataset, "title", sentence.language))
        if shared or table.dataset.id in cited or titles[-1].casefold() in sentence.raw.casefold():
            yield table


def _events_of(case: CheckInput, sentence: Sentence) -> set[str]:
    """Return the events that the record of the sentence is about as a whole."""
    text = sentence.text
    if text.kind == "events":
        return {text.record_id}
    record = case.graph.find("allegations", Allegation, text.record_id) if text.kind == "allegations" else None
    return set(record.events) if record else set()


def _only_table(case: CheckInput) -> Mapping[str, Sequence[str]]:
    """Return, for each source from which a single table is taken, that table; rows count like the table."""
    return case.once("the only table of a source", lambda: _taken_from(case))


def _taken_from(case: CheckInput) -> dict[str, Sequence[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for table in case.tables.values():
        cells = (row.cells[column.key] for row in table.rows for column in table.columns if column.type == "source")
        cited = [*table.dataset.citations, *(citation for cell in cells for citation in cell.citations)]
        for citation in cited:
            found[citation.source].add(table.dataset.id)
    return {source: tuple(tables) for source, tables in found.items() if len(tables) == 1}


def subject_of(table: TypedTable, row: Row) -> str:
    """Return what a row is about: its place, else its name where that is a word; without marks and brackets."""
    column = next((one for one in table.columns if one.covers == "territory"), table.column(table.key_column))
    if column is None or column.type != "text" or column.key not in row.cells:
        return ""
    subject = " ".join(_QUOTES.sub("", _IN_BRACKETS.sub("", row.cells[column.key].text)).split())
    return subject if len(subject) >= _SHORTEST and not subject[0].isdigit() else ""


def names(sentence: str, subject: str) -> bool:
    """Tell whether a sentence has a subject as whole words, without regard to case."""
    return bool(subject) and re.search(rf"(?<!\w){re.escape(subject)}(?!\w)", sentence, re.IGNORECASE) is not None


def rows_by_name(case: CheckInput, sentence: Sentence, table: TypedTable, *, is_told_of: bool) -> Iterator[Row]:
    """Give the rows that a sentence names by an event that is called like them, or by their own name in its table."""
    events = {event.id for event in events_in(case.graph, sentence.raw)}
    for row in table.rows:
        subject = subject_of(table, row)
        called = names_of_case(case.graph).called(subject, "events") if subject and events else ()
        if events & set(called) or (is_told_of and names(sentence.raw, subject)):
            yield row


def rows_by_time(table: TypedTable, sentence: Sentence) -> tuple[NamedRow, ...]:
    """Return the rows whose month or year a sentence names, in its order; those of “from April to June” between too.

    A month without its year names a row where the table has one year of it.
    """
    dates = {key.groups(): row for row in table.rows if (key := _KEY.fullmatch(row.key))}
    named: list[NamedRow] = []
    for match in _dates(sentence.language).finditer(sentence.own) if dates else ():
        found = [row for (year, month), row in dates.items() if _fits(match, sentence.language, year, month)]
        if len(found) == 1 and all(one.row is not found[0] for one in named):
            named.append(NamedRow(match.start(), match.end(), found[0]))
    if is_range(named, sentence):
        first, last = sorted(one.row.key for one in named)
        named += [NamedRow(*named[1][:2], row) for row in table.rows if first < row.key < last]
    return tuple(named)


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


@cache
def _dates(language: str) -> re.Pattern[str]:
    """Match a month, with its year where it has one, or a year; English months have a capital, and may be verbs."""
    months = "|".join(one.capitalize() if language == "en" else one for one in months_of(language))
    return re.compile(rf"(?<!\w)(?:({months})(?:\s+(?:de\s+)?(\d{{4}}))?|((?:1[89]|20)\d\d))(?![\w/-])")


def _fits(match: re.Match[str], language: str, year: str, month: str | None) -> bool:
    if match[3]:
        return month is None and match[3] == year
    return month == f"{months_of(language).index(match[1].casefold()) + 1:02}" and match[2] in {None, year}


def columns_by_heading(table: TypedTable, sentence: Sentence) -> tuple[tuple[re.Match[str], Column], ...]:
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


def names_in(named: object, field: str, language: str) -> Iterator[str]:
    """Give what a table or column is called, in its own language and in that of a sentence."""
    yield getattr(named, field)
    for tag, texts in getattr(named, "translations", {}).items():
        if primary(tag) == language and texts.get(field):
            yield texts[field]


@cache
def _words_of(heading: str) -> Words:
    return whole_words(re.escape(heading).replace(r"\ ", " "))


def is_counted(words: Sequence[str], table: TypedTable, language: str) -> bool:
    """Tell whether a table counts what one of some words names: its title or a unit has a word that begins alike."""
    called = [*names_in(table.dataset, "title", language)]
    called += [unit for column in table.columns for unit in names_in(column, "unit", language) if unit]
    begins = {one[:_SHORTEST] for name in called for one in _WORD.findall(name.casefold())}
    return any(len(word) >= _SHORTEST and word.casefold()[:_SHORTEST] in begins for word in words)


def is_led_to(sentence: Sentence, start: int, end: int, verb: str) -> bool:
    """Tell whether a verb of a list leads from one place of a sentence to another, in one clause."""
    between, words = sentence.own[start:end], word_list("comparison", sentence.language)
    if end < start or re.search(r"[;:,]", between) or whole_words(words["relative"]).search(between):
        return False
    return re.search(rf"(?<!\w)(?:{spaced(words[verb])})\W*{ARTICLES}$", between, re.IGNORECASE) is not None


def spaced(pattern: str) -> str:
    """Return a pattern in which a space stands for any white space."""
    return pattern.replace(" ", r"\s+")


def number_columns(table: TypedTable) -> list[str]:
    """Return the columns of numbers."""
    return [one.key for one in table.columns if one.type == "number"]


def sums_or_all(table: TypedTable) -> list[str]:
    """Return the columns that are the sum of others, else all columns of numbers."""
    sums = [one.key for one in table.columns if one.rule and one.rule.operation == "sum"]
    return sums or number_columns(table)


def is_exact(cell: Value) -> bool:
    """Tell whether a cell has one number, which is no bound."""
    return cell.quantity is not None and cell.quantity.bound is Bound.EXACT and cell.quantity.low >= 0
