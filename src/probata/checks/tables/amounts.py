"""Amounts in the words of findings, and the numbers of all tables with what they count, where and when."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from probata.checks.engine.case import CheckInput
from probata.checks.prose.citations import numbers_of_place
from probata.checks.prose.mentions import events_in
from probata.checks.prose.words import Words, whole_words, word_list
from probata.figures import Amount, TypedTable, Value, ends_shown, write_number
from probata.figures.compute import places_of
from probata.model.citation import Citation
from probata.model.dataset import Column
from probata.model.dates import When
from probata.model.quantity import Bound, Quantity

_DECIMALS = 2


def write_amount(amount: Amount) -> str:
    """Write an amount: `1,231`, `at least 86`, `at most 30`, `16-76`, `about 7.14`; two decimals at most."""
    ends = [end for end in (amount.low, amount.high) if end is not None]
    decimals = min(_DECIMALS, max((places_of(end) for end in ends), default=0))
    low, high = ends_shown(amount, decimals)
    about = "about " if amount.is_about else ""
    if low is None or high is None:
        bound = f"at least {about}{write_number(low)}" if low is not None else ""
        return bound or (f"at most {about}{write_number(high)}" if high is not None else "not known")
    return about + (write_number(low) if amount.low == amount.high else f"{write_number(low)}-{write_number(high)}")


@dataclass(frozen=True, slots=True)
class Counted:
    """A number of a table."""

    table: TypedTable
    column: Column
    row: str
    quantity: Quantity
    unit: str
    """What is counted, so that equal units are equal here: `people` and `persons` alike; empty where nobody says."""
    a_day: bool
    """Whether it is a rate by day."""
    place: str
    period: When | None
    events: frozenset[str]
    """The recorded events that the title of the table or the name of the row names."""
    sources: Mapping[str, frozenset[int] | None]
    """The sources that the row names, at whatever place; else those of the column and table, with pages."""


def counted(case: CheckInput) -> tuple[Counted, ...]:
    """Return every number of the tables that can be read, worked out once."""
    return case.once("counted cells", lambda: tuple(_counted(case)))


def _counted(case: CheckInput) -> Iterator[Counted]:
    for table in case.tables.values():
        of_table = {event.id for event in events_in(case.graph, table.dataset.title)}
        columns = [(column, _pages((*column.citations, *table.dataset.citations))) for column in table.columns]
        covers = {column.covers: column.key for column in reversed(table.columns) if column.covers}
        for row in table.rows:
            events = frozenset(of_table | {event.id for event in events_in(case.graph, row.key)})
            named = {one.source: None for cell in row.cells.values() for one in cell.citations}
            unit, place = (row.cells[covers[key]].text if key in covers else "" for key in ("unit", "territory"))
            for column, cited in columns:
                value = row.cells[column.key]
                quantity = value.quantity
                if column.type == "number" and quantity and quantity.bound is not Bound.NOT_APPLICABLE:
                    of, is_rate, where = *_unit(column.unit or unit), place.casefold()
                    yield Counted(
                        table, column, row.key, quantity, of, is_rate, where, value.period, events, named or cited
                    )


def _pages(citations: Iterable[Citation]) -> Mapping[str, frozenset[int]]:
    places: defaultdict[str, frozenset[int]] = defaultdict(frozenset)
    for one in citations:
        places[one.source] |= numbers_of_place(one.pinpoint.value) if one.pinpoint else frozenset()
    return places


@cache
def _unit(said: str) -> tuple[str, bool]:
    """Return what is counted, in the first of the words that mean the same, and whether it is a rate by day."""
    bare = " ".join(_by_day().sub("", said).casefold().split())
    same = (f"={n}" for n, pattern in enumerate(word_list("units")["same"]) if re.fullmatch(pattern, bare))
    return next(same, bare), _by_day().search(said) is not None


@cache
def _by_day() -> Words:
    return whole_words(str(word_list("units")["a_day"]))


def low(cell: Value) -> Fraction:
    """Return the number of a cell, or 0."""
    return Fraction(cell.quantity.low) if cell.quantity else Fraction(0)


def are_exact(*cells: Value) -> bool:
    """Tell whether cells hold exact numbers above 0."""
    return all(cell.quantity and cell.quantity.bound is Bound.EXACT and cell.quantity.low > 0 for cell in cells)
