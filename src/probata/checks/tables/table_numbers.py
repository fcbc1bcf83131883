"""What numbers a table gives, and from which places in which works it is taken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate, combinations

from probata.checks.prose.citations import numbers_of_place
from probata.figures import TypedTable
from probata.model.citation import Citation
from probata.model.quantity import Quantity

_MOST_PARTS = 6
"""Columns of a sum of which some are added up."""
_MOST_ROWS = 100
"""Rows of a table of which neighbouring ones are added up; of a longer one, all or none."""


@dataclass(frozen=True, slots=True)
class TableNumbers:
    """A table with its numbers and its places."""

    table: TypedTable
    stated: frozenset[Decimal]
    """Its cells and the totals that it declares."""
    sums: Mapping[str, frozenset[Decimal]]
    """What neighbouring rows of each column add up to, and some of the columns of which it is the sum by its rule."""
    places: Mapping[str, frozenset[int]]
    """Pages or paragraphs from which it is taken, by the work."""

    def gives(self, number: Fraction | Decimal) -> bool:
        """Tell whether a number is one of the table, or one of its sums."""
        return number in self.stated or any(number in sums for sums in self.sums.values())

    def is_from(self, source: str, place: str) -> bool:
        """Tell whether a citation leads to this table and to nothing else: it names its places, or some of them."""
        wanted = numbers_of_place(place)
        return bool(wanted) and wanted <= self.places.get(source, frozenset())


def numbers_of(tables: Iterable[TypedTable]) -> tuple[TableNumbers, ...]:
    """Return each table with what it gives; a table without a number is left out."""
    found = (TableNumbers(one, frozenset(_stated(one)), dict(_sums_of(one)), _places(one)) for one in tables)
    return tuple(one for one in found if one.stated)


def _stated(table: TypedTable) -> Iterator[Decimal]:
    for total in table.dataset.totals:
        yield from (total.value.low, total.value.high)
    for _, cells in _cells(table):
        yield from (bound for cell in cells for bound in (cell.low, cell.high))


def _sums_of(table: TypedTable) -> Iterator[tuple[str, frozenset[Decimal]]]:
    for column, cells in _cells(table):
        yield column, frozenset((*_sums([cell.low for cell in cells]), *_of_parts(table, column)))


def _of_parts(table: TypedTable, whole: str) -> Iterator[Decimal]:
    """Give what some of the columns come to that a rule adds up, in a row, in all, and in the totals of sources."""
    rule = next((one.rule for one in table.columns if one.key == whole), None)
    keys = rule.columns if rule and rule.operation == "sum" and len(rule.columns) <= _MOST_PARTS else ()
    cells = dict(_cells(table))
    columns = [[cell.low for cell in cells.get(key, ())] for key in keys]
    totals = [[one.value.low for one in table.dataset.totals if one.column == key][:1] for key in keys]
    lines = [*zip(*columns, strict=False), tuple(map(sum, columns)), tuple(sum(one) for one in totals if one)]
    for line in lines:
        for many in range(2, len(line)):
            yield from (Decimal(sum(some)) for some in combinations(line, many))


def _cells(table: TypedTable) -> Iterator[tuple[str, list[Quantity]]]:
    for column in table.columns:
        if column.type in {"number", "percent"}:
            yield column.key, [value.quantity for value in table.values(column.key) if value.quantity is not None]


def _sums(cells: list[Decimal]) -> Iterator[Decimal]:
    """Give the sums of neighbouring cells, as of the months of a quarter."""
    starts = range(len(cells) if len(cells) <= _MOST_ROWS else min(len(cells), 1))
    for start in starts:
        yield from accumulate(cells[start:])


def _places(table: TypedTable) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for cited in _citations(table):
        found.setdefault(cited.source, set()).update(numbers_of_place(cited.pinpoint.value) if cited.pinpoint else ())
    return {source: frozenset(places) for source, places in found.items()}


def _citations(table: TypedTable) -> Iterator[Citation]:
    yield from table.dataset.citations
    yield from (cited for total in table.dataset.totals for cited in total.citations)
    yield from (cited for row in table.rows for cell in row.cells.values() for cited in cell.citations)
