"""The numbers that a case knows, each with what it is: its figures, the cells of its tables, totals of sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeGuard

from probata.checks.check_input import CheckInput
from probata.checks.tables.amounts import write_amount
from probata.figures import Amount, Computed, Row, TypedTable, decimals_of, ends_shown
from probata.model.citation import Citation, Citations
from probata.model.dataset import Column
from probata.model.quantity import Bound, Quantity

Place = tuple[str, str]
"""A source, and the place in it."""


@dataclass(frozen=True, slots=True)
class Known:
    """A number with what it is."""

    value: Fraction
    is_percent: bool
    told: str
    """What it is, for a finding: `the figure `x``, or a cell."""
    figure: str = ""
    """Id of the figure; empty for a cell or total."""
    places: frozenset[Place] = frozenset()
    """Sources with the place in them."""
    words: tuple[str, ...] = ()
    """What it is called in all languages: title, heading, unit."""
    row: tuple[TypedTable, Row] | None = None
    """The row of a cell, in its table."""

    @property
    def shown(self) -> str:
        """The number as a finding shows it."""
        return write_amount(Amount(self.value, self.value)) + ("%" if self.is_percent else "")

    @property
    def sources(self) -> frozenset[str]:
        """The sources without the places."""
        return frozenset(source for source, _ in self.places)


def known_of(case: CheckInput) -> Iterator[Known]:
    """Give all numbers of a case that are exact or a least number, figures before cells and totals."""
    for found in case.figures.values():
        yield from _of_figure(found)
    for table in case.tables.values():
        yield from _cells(table)
        yield from _totals(table)


def _of_figure(found: Computed) -> Iterator[Known]:
    """Give a figure as it is computed, and as it is shown where that differs."""
    if found.amount.low is None or not found.amount.is_exact:
        return
    shown, _ = ends_shown(found.amount, decimals_of(found))
    places = places_of([citation for term in found.terms for citation in term.citations])
    for value in dict.fromkeys((found.amount.low, Fraction(shown or 0))):
        told, words = f"the figure `{found.figure.id}`", tuple(_words(found.figure))
        yield Known(value, found.is_percent, told, found.figure.id, places, words)


def _cells(table: TypedTable) -> Iterator[Known]:
    for column in table.columns:
        for row in table.rows if column.type in {"number", "percent"} else ():
            quantity = row.cells[column.key].quantity
            if _is_sure(quantity):
                cells = (row.cells[one.key] for one in table.columns if one.type == "source")
                cited = [citation for cell in cells for citation in cell.citations]
                told = f"`{column.key}` of `{row.key}` in `{table.dataset.id}`"
                yield _in_table(table, column, quantity, told, cited or table.dataset.citations, (table, row))


def _totals(table: TypedTable) -> Iterator[Known]:
    for total in table.dataset.totals:
        column = table.column(total.column)
        if column and _is_sure(total.value):
            told = f"the declared total of `{column.key}` in `{table.dataset.id}`"
            yield _in_table(table, column, total.value, told, total.citations or table.dataset.citations)


def _in_table(
    table: TypedTable,
    column: Column,
    quantity: Quantity,
    told: str,
    cited: Citations | list[Citation],
    row: tuple[TypedTable, Row] | None = None,
) -> Known:
    words = (*_words(column), *_words(table.dataset))
    return Known(Fraction(quantity.low), column.type == "percent", told, "", places_of(cited), words, row)


def _words(named: object) -> Iterator[str]:
    """Give what a figure, a column or a table is called, in its own language and in those of its translations."""
    own = {field: getattr(named, field, None) for field in _NAMES}
    for texts in (own, *getattr(named, "translations", {}).values()):
        yield from (texts[field] for field in _NAMES if texts.get(field))


_NAMES = ("title", "heading", "unit")


def _is_sure(quantity: Quantity | None) -> TypeGuard[Quantity]:
    return quantity is not None and quantity.bound in {Bound.EXACT, Bound.AT_LEAST}


def places_of(citations: Citations | list[Citation]) -> frozenset[Place]:
    """Return the sources of citations, each with the place in it; the place is empty where none is named."""
    return frozenset((c.source, f"{c.pinpoint.type} {c.pinpoint.value}" if c.pinpoint else "") for c in citations)
