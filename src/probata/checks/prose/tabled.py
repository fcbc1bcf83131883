"""The findings on tables: a share, a rank or a change that a sentence claims and the table does not bear out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from typing import Any, NamedTuple

from probata.checks.engine.case import CheckInput
from probata.checks.engine.check import TEXTS, check, texts_in_all_languages
from probata.checks.engine.finding import Finding
from probata.checks.prose.sentences import Sentence, finding_in, sentences
from probata.checks.prose.tables import (
    ARTICLES,
    columns_by_heading,
    is_counted,
    is_exact,
    is_led_to,
    is_range,
    names,
    number_columns,
    rows_by_name,
    rows_by_time,
    spaced,
    subject_of,
    sums_or_all,
    tables_described,
)
from probata.checks.prose.words import Words, any_of, one_of, whole_words, word_list
from probata.checks.tables.amounts import low, write_amount
from probata.diagnostics import Severity, say
from probata.figures import Amount, Row, TypedTable, Value
from probata.figures.shared_time import days_of
from probata.model.dataset import Column
from probata.model.quantity import Bound

_NOUN = re.compile(r"[^\W\d_]+")
_COUNTED_NOUN = re.compile(
    r"\W*(?:(?:of|all|these|those|its|their|the|ces|ses|leurs|esos|esas|sus|de|des|du|la|le|les|los|las|l’|d’)\b\W*)*"
    r"([^\W\d_]+)",
    re.IGNORECASE,
)
"""The noun of which a share is said, behind its articles."""
_GIVEN = re.compile(r"\d\s*(?:%|per cent|pour cent|por ciento)|\bfigure\(")
_DIGITS = re.compile(r"(?<!\w)\d")
_NUMBERS = "write the share with its table, or say of which part it is so"


class _Claims:
    """The sentences on tables; a sentence and its translations are one finding, the same text is told each time."""

    def __init__(self, case: CheckInput) -> None:
        self.case = case
        self._worded: dict[tuple[str, ...], str] = {}

    def __iter__(self) -> Iterator[Sentence]:
        yield from sentences(self.case.graph, "ours") if self.case.tables else ()

    def is_new(self, sentence: Sentence, *key: str) -> bool:
        record = (sentence.text.kind, sentence.text.record_id, *key)
        return self._worded.setdefault(record, sentence.language) == sentence.language

    def finding(
        self,
        sentence: Sentence,
        word: re.Match[str],
        message: str,
        help: str,
        **more: Any,
    ) -> Finding:
        said = f"the text says {say.words(' '.join(word[0].split()))}{message}"
        return finding_in(self.case, sentence, word.span(), said, help, **more)


class _Share(NamedTuple):
    """A part of a table and what it is of a whole, in per cent."""

    part: str
    whole: str
    percent: Fraction
    note: tuple[str, ...] = ()


@check("FIG128", Severity.WARNING, TEXTS, looks_at=texts_in_all_languages)
def share_word_against_table(case: CheckInput) -> Iterator[Finding]:
    claims = _Claims(case)
    for sentence in claims:
        said = _share_word(sentence.raw, sentence.language)
        if said is None or _GIVEN.search(sentence.raw):
            continue
        word, least = said
        told_of = {table.dataset.id for table in tables_described(case, sentence)}
        for table in case.tables.values():
            is_told_of = table.dataset.id in told_of
            shares = [_of_row(table, row) for row in rows_by_name(case, sentence, table, is_told_of=is_told_of)]
            shares += list(_of_parts(sentence, word, table)) if is_told_of else []
            for share in filter(None, shares):
                if share.percent < least and claims.is_new(sentence, table.dataset.id, share.part):
                    yield claims.finding(
                        sentence, word,
                        f", and {say.words(share.part)} is {_tenths(share.percent)}% of {say.words(share.whole)} in "
                        f"{say.table(table.dataset)}",
                        _NUMBERS, notes=share.note,
                    )  # fmt: skip


def _share_word(text: str, language: str) -> tuple[re.Match[str], int] | None:
    entries = word_list("comparison", language)["shares"]
    if not one_of(tuple(entry["word"] for entry in entries)).search(text):
        return None
    return next(((match, least) for words, least in _share_words(language) if (match := words.search(text))), None)


@cache
def _share_words(language: str) -> tuple[tuple[Words, int], ...]:
    entries = word_list("comparison", language)["shares"]
    return tuple((whole_words(entry["word"]), int(entry["least"])) for entry in entries)


def _of_row(table: TypedTable, row: Row) -> _Share | None:
    """Return the largest share that a row has of all rows in a column; `None` where none is sure."""
    shares = []
    for key in number_columns(table):
        whole = _whole(table, key)
        if whole and row.cells[key].quantity:
            shares.append(_Share(row.key, key, 100 * low(row.cells[key]) / whole))
    percent = [one.key for one in table.columns if one.type == "percent" and row.cells[one.key].quantity]
    notes = tuple(f"{say.words(key)} gives {row.cells[key].text} there" for key in percent)
    best = max(shares, key=lambda share: share.percent, default=None)
    return best._replace(note=notes) if best else None


def _whole(table: TypedTable, key: str) -> Fraction:
    """Return the sum of a column; 0 where a cell of it is not exact."""
    stated = [cell for cell in table.values(key) if cell.quantity and cell.quantity.bound is not Bound.NOT_APPLICABLE]
    return sum(map(low, stated), Fraction(0)) if all(map(is_exact, stated)) else Fraction(0)


def _of_parts(sentence: Sentence, word: re.Match[str], table: TypedTable) -> Iterator[_Share]:
    """Give the parts by time and by heading into which a sentence says that such a share of what is counted falls."""
    noun = _COUNTED_NOUN.match(sentence.raw, word.end())
    if not is_counted((word[0].split()[-1], noun[1] if noun else ""), table, sentence.language):
        return
    rows, columns = rows_by_time(table, sentence), columns_by_heading(table, sentence)
    if rows and is_led_to(sentence, word.end(), rows[0].start, "fell_in"):
        keys = [column.key for _, column in columns] or number_columns(table)
        name, wholes = ", ".join(one.row.key for one in rows), {key: _whole(table, key) for key in keys}
        parts = {key: sum((low(one.row.cells[key]) for one in rows), Fraction(0)) for key in keys}
        shares = [_Share(name, key, 100 * parts[key] / wholes[key]) for key in keys if wholes[key]]
        yield from sorted(shares, key=lambda share: share.percent)[-1:]
    for match, column in columns:
        in_all = _sum_with(table, column.key)
        if in_all and is_led_to(sentence, word.end(), match.start(), "were"):
            yield from _of_column([one.row for one in rows] or list(table.rows), column.key, in_all)


def _sum_with(table: TypedTable, part: str) -> str:
    rules = ((one.key, one.rule) for one in table.columns)
    return next((key for key, rule in rules if rule and rule.operation == "sum" and part in rule.columns), "")


def _of_column(rows: Sequence[Row], part: str, whole: str) -> Iterator[_Share]:
    cells = [row.cells[key] for row in rows for key in (part, whole)]
    if cells and all(map(is_exact, cells)) and (in_all := sum((low(row.cells[whole]) for row in rows), Fraction(0))):
        yield _Share(part, whole, 100 * sum((low(row.cells[part]) for row in rows), Fraction(0)) / in_all)


def _tenths(share: Fraction) -> str:
    tenths = Fraction(round(share * 10), 10)
    return write_amount(Amount(tenths, tenths))


class _Rank(NamedTuple):
    """A way to say that something is first or last: its words, and how they stand to what they are said of."""

    keys: tuple[str, ...]
    sign: int
    is_noun_before: bool
    """Whether what is counted stands before the words, “admissions peaked”, or behind, “the most admissions”."""
    leads: str
    """What leads from the words to the part of which they are said."""


_RANKS = (
    _Rank(("ranks", "most"), 1, False, "was_in"),
    _Rank(("more_than_others",), 1, False, "in_it"),
    _Rank(("peaks",), 1, True, "in_it"),
    _Rank(("least",), -1, False, "was_in"),
    _Rank(("fewer_than_others",), -1, False, "in_it"),
    _Rank(("troughs",), -1, True, "in_it"),
)


@check("FIG129", Severity.WARNING, TEXTS, looks_at=texts_in_all_languages)
def rank_word_against_table(case: CheckInput) -> Iterator[Finding]:
    claims = _Claims(case)
    for sentence in claims:
        keys = (key for rank in _RANKS for key in rank.keys)
        if not any(any_of("comparison", key, sentence.language).search(sentence.own) for key in keys):
            continue
        for table in tables_described(case, sentence):
            for word, part, message in (*_of_times_and_columns(table, sentence), *_of_places(table, sentence)):
                if claims.is_new(sentence, table.dataset.id, part):
                    yield claims.finding(
                        sentence, word, f" of {say.words(part)}, and {message}",
                        "name the part or the time for which it is so, or write the numbers",
                    )  # fmt: skip


_Beaten = tuple[re.Match[str], str, str]
"""A word of rank, the part of which it is said, and what the table has."""


def _of_times_and_columns(table: TypedTable, sentence: Sentence) -> Iterator[_Beaten]:
    """Give the month, year or column that is said to be first and is not, where no part of the table is meant."""
    said = next(((rank, word) for rank in _RANKS if (word := _rank_word(table, sentence, rank))), None)
    if said is None or _is_limited(table, sentence):
        return
    (rank, word), rows, columns = said, rows_by_time(table, sentence), columns_by_heading(table, sentence)
    own = [column.key for _, column in columns]
    for one in rows if not is_range(rows[:2], sentence) else ():
        if _is_said_of(sentence, rank, word, one.start, one.end):
            yield from _row_beaten(table, word, one.row, own or sums_or_all(table), rank.sign)
    for match, column in columns:
        if column.rule is None and _is_said_of(sentence, rank, word, match.start(), match.end()):
            yield from _column_beaten(table, word, column, [one.row for one in rows] or list(table.rows), rank.sign)


def _rank_word(table: TypedTable, sentence: Sentence, rank: _Rank) -> re.Match[str] | None:
    """Return the word of rank, where something that the table counts stands by it."""
    for key in rank.keys:
        if word := any_of("comparison", key, sentence.language).search(sentence.own):
            before, behind = sentence.own[: word.start()], sentence.own[word.end() :]
            nouns = _NOUN.findall(before) if rank.is_noun_before else _NOUN.findall(behind)[:4]
            if is_counted(nouns, table, sentence.language):
                return word
    return None


def _is_limited(table: TypedTable, sentence: Sentence) -> bool:
    limits = word_list("comparison", sentence.language)["limited"]
    return any(len(table.rows) > int(one["rows"]) and whole_words(one["word"]).search(sentence.own) for one in limits)


def _is_said_of(sentence: Sentence, rank: _Rank, word: re.Match[str], start: int, end: int) -> bool:
    """Tell whether a verb leads from a part to the word of rank, or from that to the part, in one clause."""
    if end <= word.start():
        had, between = spaced(word_list("comparison", sentence.language)["had"]), sentence.own[end : word.start()]
        return re.fullmatch(rf"\s*(?:{had})\s*{ARTICLES}", between, re.IGNORECASE) is not None
    return is_led_to(sentence, word.end(), start, rank.leads)


def _row_beaten(table: TypedTable, word: re.Match[str], own: Row, keys: Sequence[str], sign: int) -> Iterator[_Beaten]:
    """Give the row above one, where one stands above it in every column that may be meant."""
    above: list[tuple[str, Row]] = []
    for key in keys:
        others = [row for row in table.rows if row is not own]
        if not others or not all(is_exact(row.cells[key]) for row in table.rows):
            return
        first = max(others, key=lambda row: sign * low(row.cells[key]))
        if sign * (low(first.cells[key]) - low(own.cells[key])) <= 0:
            return
        above.append((key, first))
    for key, first in above[:1]:
        yield word, own.key, (
            f"{say.table(table.dataset)} has {first.cells[key].text} for {say.words(first.key)} and "
            f"{own.cells[key].text} for "
            f"{say.words(own.key)} in {say.words(key)}"
        )  # fmt: skip


def _column_beaten(
    table: TypedTable, word: re.Match[str], column: Column, rows: Sequence[Row], sign: int
) -> Iterator[_Beaten]:
    """Give the column above one among those that count the same and are no sum of others."""
    alike = [one for one in table.columns if one.type == "number" and one.unit == column.unit and one.rule is None]
    if len(alike) > 1 and all(is_exact(row.cells[one.key]) for row in rows for one in alike):
        sums = {one.key: sum((low(row.cells[one.key]) for row in rows), Fraction(0)) for one in alike}
        first = max(sums, key=lambda key: sign * sums[key])
        if sign * (sums[first] - sums[column.key]) > 0:
            of = f" in {say.words(', '.join(row.key for row in rows))}" if len(rows) < len(table.rows) else ""
            yield word, column.key, (
                f"{say.table(table.dataset)} has {sums[first]} for {say.words(first)} and {sums[column.key]} for "
                f"{say.words(column.key)}{of}"
            )  # fmt: skip


def _of_places(table: TypedTable, sentence: Sentence) -> Iterator[_Beaten]:
    """Give the places that are said to be first, and stand below another in a time; one that the sentence names limits.

    Rows that include a place are left aside, and a sentence that names the row above compares them itself.
    """
    word = any_of("comparison", "ranks", sentence.language).search(sentence.raw)
    key = next(iter(number_columns(table)), "")
    by_time: defaultdict[str, list[Row]] = defaultdict(list)
    for row in table.rows if key and word else ():
        if row.cells[key].quantity:
            when = row.cells[key].period
            by_time[when.text if when else ""].append(row)
    times = [time for time in by_time if time and names(sentence.raw, time)] or list(by_time)
    for subject in dict.fromkeys(subject_of(table, row) for row in table.rows):
        above = [
            (time, *two) for time in times for two in _place_beaten(table, subject, key, by_time[time], sentence.raw)
        ]
        if word and names(sentence.raw, subject) and above:
            time, own, first = above[0]
            more = f", and {len(above) - 1} more times are alike" if len(above) > 1 else ""
            yield word, subject, (
                f"in {say.words(time)} {say.words(key)} of {say.table(table.dataset)} has {first.cells[key].text} "
                f"for {say.words(first.key)} and "
                f"{own.cells[key].text} for {say.words(own.key)}{more}"
            )  # fmt: skip


def _place_beaten(
    table: TypedTable, subject: str, key: str, rows: Sequence[Row], text: str
) -> Iterator[tuple[Row, Row]]:
    own = [row for row in rows if subject_of(table, row) == subject]
    wholes = {one.included_in for one in table.dataset.inclusions if any(row.key in one.rows for row in own)}
    others = [row for row in rows if row not in own and row.key not in wholes]
    if len(own) == 1 and others:
        first = max(others, key=lambda row: low(row.cells[key]))
        quantity = own[0].cells[key].quantity
        if quantity and low(first.cells[key]) > quantity.high and not names(text, subject_of(table, first)):
            yield own[0], first


_SIGNS = {"rises": 1, "falls": -1, "same": 0}
_TWO = 2
_TIMES = "say between which times and where it is so, or write the numbers"


class _Change(NamedTuple):
    """A word for a change, with its sign (0 where nothing is said to change), and the rows between which it is said."""

    word: re.Match[str]
    sign: int
    earlier: Row
    later: Row


@check("FIG130", Severity.WARNING, TEXTS, looks_at=texts_in_all_languages)
def trend_word_against_table(case: CheckInput) -> Iterator[Finding]:
    claims = _Claims(case)
    for sentence in claims:
        if not any(any_of("comparison", key, sentence.language).search(sentence.raw) for key in _SIGNS):
            continue
        tables = list(tables_described(case, sentence))
        between = [(table, change) for table in tables for change in _changes(table, sentence)]
        for table, change in between:
            columns = [one.key for _, one in columns_by_heading(table, sentence)] or sums_or_all(table)
            cells = [(key, change.earlier.cells[key], change.later.cells[key]) for key in columns]
            if cells and all(_runs_against(change.sign, one, other) for _, one, other in cells):
                key, one, other = cells[-1]
                if claims.is_new(sentence, table.dataset.id, change.word[0]):
                    yield claims.finding(
                        sentence, change.word,
                        f", and {say.words(key)} of {say.table(table.dataset)} is {one.text} for "
                        f"{say.words(change.earlier.key)} and "
                        f"{other.text} for {say.words(change.later.key)}",
                        _TIMES,
                    )  # fmt: skip
        if not between and not _DIGITS.search(sentence.own):
            yield from _over_series(claims, sentence, tables)


def _runs_against(sign: int, one: Value, other: Value) -> bool:
    """Tell whether a change surely is not what is said of it; where it is said to be none, whether there is one."""
    change = low(other) - low(one)
    return is_exact(one) and is_exact(other) and (sign * change <= 0 if sign else change != 0)


def _changes(table: TypedTable, sentence: Sentence) -> Iterator[_Change]:
    """Give the changes that a sentence tells between two rows of a table; what it counts must be named."""
    rows = rows_by_time(table, sentence)
    for key, sign in _SIGNS.items() if is_range(rows[:_TWO], sentence) else ():
        word = any_of("comparison", key, sentence.language).search(sentence.raw)
        if word and is_counted(_NOUN.findall(sentence.own[: word.start()]), table, sentence.language):
            yield _Change(word, sign, rows[0].row, rows[1].row)


class _Series(NamedTuple):
    """The first and the last value of a place, with its change by day."""

    name: str
    first: Value
    last: Value
    change: Fraction


def _over_series(claims: _Claims, sentence: Sentence, tables: Sequence[TypedTable]) -> Iterator[Finding]:
    for key, sign in (("rises", 1), ("falls", -1)):
        word = any_of("comparison", key, sentence.language).search(sentence.raw)
        for table in tables if word else ():
            # Of the times that a sentence names the others of the series say nothing.
            series = [] if rows_by_time(table, sentence) else list(_series(table))
            against = [one for one in series if one.change * sign < 0]
            if word and against and claims.is_new(sentence, table.dataset.id, key):
                one, name = against[0], table.dataset.id
                times = [value.period.text if value.period else "" for value in (one.first, one.last)]
                runs = f"{say.table(name)} runs against it"
                if len(series) > 1:
                    many = f"{len(against)} of {len(series)}"
                    runs = f"{many} series of {say.table(name)} run against it, such as {say.words(one.name)}"
                yield claims.finding(
                    sentence, word,
                    f", and {runs}: {one.first.text} in {say.words(times[0])}, {one.last.text} in "
                    f"{say.words(times[1])}", _TIMES,
                    severity=None if _TWO * len(against) >= len(series) else Severity.INFO,
                )  # fmt: skip


def _series(table: TypedTable) -> Iterator[_Series]:
    """Give the series of the first reported column, without times that have no end and numbers that are not exact."""
    column = next((one.key for one in table.columns if one.type == "number" and one.status == "reported"), None)
    points: defaultdict[str, list[Value]] = defaultdict(list)
    for row in table.rows if column else ():
        value = row.cells[column or ""]
        if value.period and days_of(value.period) and is_exact(value):
            points[subject_of(table, row)].append(value)
    for name, values in points.items():
        ordered = sorted(values, key=lambda value: value.period.first if value.period else 0)
        first, last = ordered[0], ordered[-1]
        if first.period and last.period and first.period.last < last.period.first:
            yield _Series(name or table.dataset.id, first, last, _by_day(last) - _by_day(first))


def _by_day(value: Value) -> Fraction:
    days = days_of(value.period) if value.period else None
    return low(value) / days if value.quantity and days else Fraction(0)
