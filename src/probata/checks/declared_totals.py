"""Totals that sources declare, each beside what its rows add up to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from probata.checks.check_input import CheckInput
from probata.figures import Sum, TypedTable, sum_column
from probata.model.dataset import DeclaredTotal


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

    filled_from: str = ""
    """Column whose values, taken where this one has none, make the total come out; empty where there is none."""

    @property
    def once_agrees(self) -> bool:
        """Whether the total can be right."""
        return self.once.agrees_with(self.total.value)

    @property
    def twice_agrees(self) -> bool:
        """Whether the total comes out when every row is added."""
        return self.twice.agrees_with(self.total.value)


def declared_totals(case: CheckInput) -> Iterator[Declared]:
    """Give the declared totals that can be compared.

    A column with a cell that cannot be read is passed over, since its sum says nothing; the cell has its own finding.
    """
    for table in case.tables.values():
        for position, total in enumerate(table.dataset.totals):
            once = sum_column(table, total.column)
            twice = sum_column(table, total.column, count_included=True)
            if once and twice and not twice.unreadable:
                yield Declared(table, position, total, once, twice, _filled_from(table, total, once))


def _filled_from(table: TypedTable, total: DeclaredTotal, once: Sum) -> str:
    """Return the column with which a source may have filled up a column of adjusted values, or nothing."""
    if not once.not_stated or once.agrees_with(total.value):
        return ""
    for column in table.columns:
        filled = sum_column(table, total.column, fill_from=column.key)
        if column.key != total.column and filled and filled.agrees_with(total.value):
            return column.key
    return ""
