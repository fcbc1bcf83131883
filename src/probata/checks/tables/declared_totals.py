"""Totals that sources declare, each beside what its rows add up to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from probata.checks.check_input import CheckInput
from probata.figures import Sum, TypedTable, sum_column
from probata.model.dataset import DeclaredTotal

_WHOLLY = frozenset({"wholly"})
_WHOLLY_OR_PERHAPS = _WHOLLY | {"perhaps"}


@dataclass(frozen=True, slots=True)
class Declared:
    """A declared total with the two sums of its column."""

    table: TypedTable
    position: int
    """Position in the record's `totals`."""
    total: DeclaredTotal
    once: Sum
    """Rows that another row includes wholly are not added."""
    twice: Sum
    """Every row is added."""
    least: Sum
    """Rows that another row perhaps includes are not added either."""

    filled_from: str = ""
    """Column whose values, taken where this one has none, make the total come out; empty where there is none."""
    filled_without: tuple[str, ...] = ()
    """Rows left out of that sum, which another row includes or perhaps includes."""

    @property
    def once_agrees(self) -> bool:
        """Whether the total can be right."""
        return self.once.agrees_with(self.total.value)

    @property
    def twice_agrees(self) -> bool:
        """Whether the total comes out when every row is added."""
        return self.twice.agrees_with(self.total.value)

    @property
    def least_agrees(self) -> bool:
        """Whether the total comes out when the rows that another perhaps includes are left out."""
        return self.least.agrees_with(self.total.value)

    @property
    def counted(self) -> tuple[str, ...]:
        """The rows that the source surely or perhaps counted, by the sum that comes out; none where no sum does."""
        sums = ((self.once_agrees, self.once), (self.twice_agrees, self.twice), (self.least_agrees, self.least))
        return next((found.counted for agrees, found in sums if agrees), ())


def declared_totals(case: CheckInput) -> Iterator[Declared]:
    """Give the declared totals that can be compared.

    A column with a cell that cannot be read is passed over, since its sum says nothing; the cell has its own finding.
    """
    for table in case.tables.values():
        for position, total in enumerate(table.dataset.totals):
            once = sum_column(table, total.column)
            twice = sum_column(table, total.column, count_included=True)
            least = sum_column(table, total.column, included=_WHOLLY_OR_PERHAPS)
            if once and twice and least and not twice.unreadable:
                yield Declared(table, position, total, once, twice, least, *_filled_from(table, total, once))


def _filled_from(table: TypedTable, total: DeclaredTotal, once: Sum) -> tuple[str, tuple[str, ...]]:
    """Return the column with which a source may have filled up one of adjusted values, with the rows left out."""
    if not once.not_stated or once.agrees_with(total.value):
        return "", ()
    for column in (one for one in table.columns if one.key != total.column):
        for included in (_WHOLLY, _WHOLLY_OR_PERHAPS):
            filled = sum_column(table, total.column, fill_from=column.key, included=included)
            if filled and filled.agrees_with(total.value):
                return column.key, tuple(filled.left_out)
    return "", ()
