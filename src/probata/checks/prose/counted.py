"""The findings on numbers: a slip of one of the table that is cited, and one whose own parts come to another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import cache
from itertools import accumulate, combinations
from typing import Any, NamedTuple

from probata.checks.engine.case import CheckInput, Loc
from probata.checks.engine.check import TEXTS, check, texts_in_all_languages
from probata.checks.engine.finding import Finding
from probata.checks.prose.citations import cited_places, numbers_of_place
from probata.checks.prose.numbers import TypedNumber, numbers_in
from probata.checks.prose.sentences import Sentence, finding_in, sentences
from probata.checks.prose.words import word_list
from probata.diagnostics import Severity, say
from probata.figures import TypedTable
from probata.model.citation import Citation
from probata.model.quantity import Bound, Count, Quantity
from probata.model.record import Part

_LEAST = 10
_LONG = 3
"""Digits of a number of which one may be mistyped: two numbers of two digits are often that near."""
_MOST_PARTS = 6
"""Columns of a sum of which some are added up."""
_MOST_ROWS = 100
"""Rows of a table of which neighbouring ones are added up; of a longer one, all or none."""
_NUMBER = "\x01"


class TableNumbers(NamedTuple):
    """A table with its numbers and the places in works from which it is taken."""

    table: TypedTable
    stated: frozenset[Decimal]
    """Its cells and the totals that it declares."""
    sums: frozenset[Decimal]
    """What neighbouring rows of a column add up to, and some of the columns of which one is the sum by its rule."""
    places: dict[str, frozenset[int]]

    def gives(self, number: Fraction | Decimal) -> bool:
        """Tell whether a number is one of the table, or one of its sums."""
        return number in self.stated or number in self.sums

    def slipped(self, number: Fraction) -> Decimal | None:
        """Return the number of the table of which another is a slip: two digits turned round, or one changed."""
        return next((one for one in sorted(self.stated | self.sums) if _is_slip(number, one)), None)

    def is_from(self, source: str, place: str) -> bool:
        """Tell whether a citation leads to this table and to nothing else: it names its places, or some of them."""
        wanted = numbers_of_place(place)
        return bool(wanted) and wanted <= self.places.get(source, frozenset())


def _is_slip(number: Fraction, recorded: Decimal) -> bool:
    if number.denominator != 1 or recorded != int(recorded):
        return False
    one, other = str(number.numerator), str(int(recorded))
    apart = [at for at in range(len(one)) if one[at] != other[at]] if len(one) == len(other) else []
    is_turned = len(apart) == 2 and one[apart[0]] == other[apart[1]] and one[apart[1]] == other[apart[0]]
    return is_turned or (len(apart) == 1 and len(one) >= _LONG)


@check("FIG121", Severity.WARNING, TEXTS, looks_at=texts_in_all_languages)
def number_not_in_table(case: CheckInput) -> Iterator[Finding]:
    tables = _tables(case)
    for kind, record in case.graph.each() if tables else ():
        for loc, count in _counts(record, ()):
            yield from _of_count(case, kind, record.id, loc, count, tables)
    figures = (one.amount.low for one in case.figures.values() if one.amount.low is not None)
    others = frozenset((*map(Fraction, figures), *(Fraction(number) for one in tables for number in one.stated)))
    for sentence in sentences(case.graph, "ours"):
        numbers = list(numbers_in(sentence, sentence.language))
        source = _table_of(list(cited_places(sentence.raw)), tables) if numbers else None
        # A figure, too, is a number of the table beside which another stands out.
        is_adjacent = source and ("figure(" in sentence.raw or any(source.gives(one.value) for one in numbers))
        for number in numbers if is_adjacent else ():
            is_known = number.is_percent or number.value < _LEAST or number.value in others
            right = None if is_known or not source or source.gives(number.value) else source.slipped(number.value)
            if source and right is not None:
                yield finding_in(
                    case, sentence, number.place,
                    f"the text gives {say.words(number.written)}, and the table {say.table(source.table.dataset)}, "
                    f"which is cited, "
                    f"gives {say.words(format(right, ','))}",
                    "compare both with the source, and write the number of the table or cite where this one stands",
                )  # fmt: skip
                break
        yield from _not_added_up(case, sentence, numbers)


def _tables(case: CheckInput) -> tuple[TableNumbers, ...]:
    """Return each table with what it gives; a table without a number is left out."""
    return case.once("numbers of tables", lambda: tuple(_read_tables(case)))


def _read_tables(case: CheckInput) -> Iterator[TableNumbers]:
    for one in case.tables.values():
        if stated := frozenset(_stated(one)):
            yield TableNumbers(one, stated, frozenset(_sums_of(one)), _places(one))


def _table_of(cited: list[tuple[str, str]], tables: tuple[TableNumbers, ...]) -> TableNumbers | None:
    """Return the one table that all places are those of; `None` where a place is of none, or of several."""
    found = [[one for one in tables if one.is_from(source, place)] for source, place in cited]
    first = found[0] if found else []
    return first[0] if len(first) == 1 and all(one == first for one in found) else None


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
            f"{say.words(count.value.text)} is computed from what the table {say.table(source.table.dataset)} is "
            f"taken from, and "
            "neither its cells nor their sums give it",
            "add the rows up again, and say in a remark how it was computed", at=(*loc, "value"),
        )  # fmt: skip


def _stated(table: TypedTable) -> Iterator[Decimal]:
    for total in table.dataset.totals:
        yield from (total.value.low, total.value.high)
    for _, cells in _cells(table):
        yield from (bound for cell in cells for bound in (cell.low, cell.high))


def _sums_of(table: TypedTable) -> Iterator[Decimal]:
    """Give the sums of neighbouring cells, as of the months of a quarter, and of some columns of a sum."""
    columns = dict(_cells(table))
    for cells in columns.values():
        for start in range(len(cells) if len(cells) <= _MOST_ROWS else min(len(cells), 1)):
            yield from accumulate(cell.low for cell in cells[start:])
    for column in table.columns:
        keys = column.rule.columns if column.rule and column.rule.operation == "sum" else ()
        parts = [[cell.low for cell in columns.get(key, ())] for key in keys if len(keys) <= _MOST_PARTS]
        totals = [[one.value.low for one in table.dataset.totals if one.column == key][:1] for key in keys]
        lines = [*zip(*parts, strict=False), tuple(map(sum, parts)), tuple(sum(one) for one in totals if one)]
        for line in lines:
            for many in range(2, len(line)):
                yield from (Decimal(sum(some)) for some in combinations(line, many))


def _cells(table: TypedTable) -> Iterator[tuple[str, list[Quantity]]]:
    for column in table.columns:
        if column.type in {"number", "percent"}:
            yield column.key, [value.quantity for value in table.values(column.key) if value.quantity is not None]


def _places(table: TypedTable) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for cited in _citations(table):
        found.setdefault(cited.source, set()).update(numbers_of_place(cited.pinpoint.value) if cited.pinpoint else ())
    return {source: frozenset(places) for source, places in found.items()}


def _citations(table: TypedTable) -> Iterator[Citation]:
    yield from table.dataset.citations
    yield from (cited for total in table.dataset.totals for cited in total.citations)
    yield from (cited for row in table.rows for cell in row.cells.values() for cited in cell.citations)


def _not_added_up(case: CheckInput, sentence: Sentence, numbers: list[TypedNumber]) -> Iterator[Finding]:
    """Find a number that is said to be made up of others, “158, of 28 women and 130 men”, and is not their sum.

    “355, of which 15 …” names a part, and what is rounded adds up to anything.
    """
    by_start = {number.start: number for number in numbers if not number.is_percent}
    shown = sentence.own
    for number in by_start.values():
        end = number.start + len(number.written)
        shown = shown[: number.start] + _NUMBER * len(number.written) + shown[end:]
    for match in _made_up(sentence.language).finditer(shown) if len(by_start) > 2 else ():
        named = [number for start, number in by_start.items() if match.start() <= start < match.end()]
        whole, *parts = named
        total = sum((part.value for part in parts), Fraction(0))
        if not any(number.is_rounded for number in named) and total != whole.value:
            added = " and ".join(say.words(part.written) for part in parts)
            yield finding_in(
                case, sentence, whole.place,
                f"the text gives {say.words(whole.written)}, made up of {added}, which come to {say.words(total)}",
                "count again at the source, and correct the number that is wrong, or say what else belongs to it",
            )  # fmt: skip


@cache
def _made_up(language: str) -> re.Pattern[str]:
    """Return the form of a number with all of its parts behind it, up to the end of the clause."""
    words, join = (str(word_list("quantity", language)[key]) for key in ("made_up", "and"))
    thing = rf"(?:\s+(?!(?:{join})\b)[^\W\d_][\w’'-]*){{1,4}}"
    some = rf"{_NUMBER}+{thing}"
    return re.compile(
        rf"(?<!{_NUMBER}){_NUMBER}+(?:\s+[^\W\d_][\w’'-]*){{0,3}}\s*(?:,\s*(?:{words})|[:(])\s*"
        rf"{some}(?:,\s*{some})*,?\s+(?:{join})\s+{some}\s*(?=[).;,]|$)",
        re.IGNORECASE,
    )
