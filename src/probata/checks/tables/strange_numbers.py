"""Numbers of our sentences that cite the places of one table and of nothing else, and that this table does not give."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from probata.checks.check_input import CheckInput
from probata.checks.tables.known_numbers import known_numbers
from probata.checks.tables.named_parts import dated_rows, is_counted, named_columns
from probata.checks.tables.shares_of_tables import gives_share
from probata.checks.tables.table_numbers import TableNumbers, numbers_of
from probata.checks.texts.bare_numbers import is_bare
from probata.checks.texts.cited_places import cited_places
from probata.checks.texts.sentences import Sentence, our_sentences_in_all_languages
from probata.checks.texts.typed_numbers import TypedNumber, numbers_in, share_of
from probata.checks.texts.word_lists import word_list
from probata.checks.titled import heading_of

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
_LAST_DAY = 31
_CLAUSE = re.compile(r"[,;:]\s")
_OTHERS = frozenset({"", "another", "a further", "the other", "still another"})
"""What may stand between a month and a number that is told of it."""


class StrangeNumber(NamedTuple):
    """A number that the table of its place does not give."""

    number: TypedNumber
    source: TableNumbers
    under: str
    """The columns or the row that its clause names, where the table gives the number elsewhere; else empty."""
    is_beside: bool
    """Whether the sentence gives another number of the table, beside which this one stands out."""
    row: str = ""
    """The row of which it is told without what it counts, “in May 139 were taken”; empty where it is not."""


def strange_numbers(case: CheckInput) -> tuple[StrangeNumber, ...]:
    """Return the first such number of each sentence, beside others of the table, a share, or told of a row by itself.

    Left out is what is another number of the case, and a share that narrowly misses one: of that it is told.
    """
    return case.once("strange numbers", lambda: tuple(_strange(case)))


def _strange(case: CheckInput) -> Iterator[StrangeNumber]:
    tables = numbers_of(case.tables.values())
    for sentence in our_sentences_in_all_languages(case.graph) if tables else ():
        source = table_of(list(cited_places(sentence.raw)), tables)
        numbers = list(_numbers(sentence, source)) if source else []
        strange = [one for number in numbers if source and (one := _told(case, number, source))]
        # A figure, too, is a number of the table beside which another stands out.
        is_beside = len(strange) < len(numbers) or "figure(" in sentence.raw
        told = (one._replace(is_beside=is_beside) for one in strange)
        yield from [one for one in told if is_beside or one.row or one.number.is_percent][:1]


def table_of(cited: list[tuple[str, str]], tables: tuple[TableNumbers, ...]) -> TableNumbers | None:
    """Return the one table that all places are those of; `None` where a place is of none, or of several."""
    found = [[one for one in tables if one.is_from(source, place)] for source, place in cited]
    first = found[0] if found else []
    return first[0] if len(first) == 1 and all(one == first for one in found) else None


def _told(case: CheckInput, number: TypedNumber, source: TableNumbers) -> StrangeNumber | None:
    columns = () if number.is_percent else _named_in_clause(number, source)
    row = "" if number.is_percent else _row_behind(number, source)
    is_given = (
        gives_share(source.table, number)
        if number.is_percent
        else source.gives(number.value, columns, of_one_row=bool(row))
    )
    known = known_numbers(case)
    if is_given or known.equal_to(number) or (number.is_percent and known.is_slip(case.graph, number)):
        return None
    under = [f"`{row}`"] if row else [heading_of(source.table.dataset, key) for key in columns]
    under = under if source.gives(number.value) else []  # elsewhere it is not given either
    return StrangeNumber(number, source, ", ".join(under), is_beside=False, row=_row_of_bare(number, source))


def _named_in_clause(number: TypedNumber, source: TableNumbers) -> tuple[str, ...]:
    """Return the columns that are named behind a number; before it, too, where it is the first of its clause."""
    sentence = number.sentence
    ends = [0, *(match.end() for match in _CLAUSE.finditer(sentence.own)), len(sentence.own)]
    first, last = max(end for end in ends if end <= number.start), min(end for end in ends if end > number.start)
    figures = (match.start() for match in re.finditer(r"\{\{", sentence.raw))
    others = [*(one.start for one in numbers_in(sentence, sentence.language)), *figures]
    if any(first <= other < number.start for other in others):
        first = number.start
    last = min((other for other in others if number.start < other < last), default=last)
    named = named_columns(source.table, sentence)
    return tuple(column.key for match, column in named if first <= match.start() and match.end() <= last)


def _row_behind(number: TypedNumber, source: TableNumbers) -> str:
    """Return the row whose time stands right behind a number, “69 in June”: a sum of several rows is not told so."""
    sentence = number.sentence
    leads = re.compile(rf"\s+(?:[^\W\d_]+\s+){{0,2}}{_in_time(sentence.language)}", re.IGNORECASE)
    if not (found := leads.match(sentence.own, number.start + len(number.written))):
        return ""
    rows = [one for one in dated_rows(source.table, sentence) if one.start >= found.end()]
    # “290 in May and June” is told of both, “290 in May and 96 in June” is not.
    is_alone = len(rows) == 1 or (len(rows) > 1 and re.search(r"[\d,;:]", sentence.own[rows[0].end : rows[1].start]))
    return rows[0].row.key if rows and rows[0].start == found.end() and is_alone else ""


def _row_of_bare(number: TypedNumber, source: TableNumbers) -> str:
    """Return the one row of which a number is told without what it counts: “in May 139 were taken”, “139 in May”."""
    if number.is_rounded or number.is_percent:
        return ""
    sentence, end = number.sentence, number.start + len(number.written)
    rows, own, leads = dated_rows(source.table, sentence), sentence.own, _in_time(sentence.language)
    if is_bare(number):
        before = [
            one.row.key
            for one in rows[:1]
            if own[one.end : number.start].strip(" ,\n").casefold() in _OTHERS
            and re.search(rf"\b{leads}\Z", own[: one.start], re.IGNORECASE)
        ]
        return _row_behind(number, source) or "".join(before)
    behind = re.compile(rf"\s+{leads}", re.IGNORECASE).match(own, end)
    return _row_behind(number, source) if behind and any(one.start == behind.end() for one in rows) else ""


def _in_time(language: str) -> str:
    """Return a form of what leads to the time in which a number was: “in” before “May”."""
    words = "|".join(word_list("numbers")[f"in_time_{language}"]).replace(" ", r"\s+")
    return rf"(?:{words})\s+"


def _numbers(sentence: Sentence, source: TableNumbers) -> Iterator[TypedNumber]:
    """Give the numbers of a sentence that count something, and the shares of what a table counts, in order."""
    for number in numbers_in(sentence, sentence.language):
        behind, before = number.start + len(number.written), sentence.own[max(number.start - _BEFORE, 0) : number.start]
        if number.is_percent:
            noun = share_of(number)
            yield from (number,) if not number.is_rounded and is_counted(noun, source.table, sentence.language) else ()
        elif number.value >= _LEAST and not (_NO_COUNT.match(sentence.own, behind) or _is_name(number, before)):
            yield number


def _is_name(number: TypedNumber, before: str) -> bool:
    """Tell whether a number names a thing or a day; “in May 139 were taken” tells of no day."""
    is_no_day = number.value > _LAST_DAY and re.search(rf"\b(?:{_MONTHS})\s+$", before) and is_bare(number)
    return not is_no_day and _NAMED.search(before) is not None
