"""What the values of a column add up to, with what is not known of it.

Arithmetic is exact. A bound stays: one `70+` makes the sum a least one, one `~16` an approximate one, one range a
range. A sum is as good as its worst part.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, replace
from decimal import Decimal

from probata.figures.amount import write_number
from probata.figures.table import Presence, TypedTable, Value, covered
from probata.model.quantity import Bound, Quantity, ValueStatus

_WORST_FIRST: tuple[ValueStatus, ...] = ("modelled", "adjusted", "computed", "reported")


@dataclass(frozen=True, slots=True)
class Sum:
    """The sum of a column. `low == high` where no part is a range."""

    low: Decimal
    high: Decimal
    is_least: bool
    """True where a part is a least number: the sum may be higher than `high`."""
    is_about: bool
    """True where a part is approximate."""
    status: ValueStatus
    """The worst status of its parts: modelled, adjusted, computed, reported."""
    counted: tuple[str, ...] = ()
    """Names of the rows that were added, in order."""
    left_out: tuple[str, ...] = ()
    """Rows left out because another row that was added includes them wholly."""
    not_stated: tuple[str, ...] = ()
    """Rows without a value in this column, `-` not counted among them."""
    unreadable: tuple[str, ...] = ()
    """Rows whose cell holds no number; the sum says nothing of them."""

    def agrees_with(self, declared: Quantity) -> bool:
        """Tell whether a declared number can be this sum.

        A declared range agrees where the two ranges are the same; a least sum agrees with every declared number from
        it upwards; an approximate sum or number agrees with everything, since it says nothing that can be wrong here.
        """
        if self.is_about or declared.bound in {Bound.ABOUT, Bound.NOT_APPLICABLE}:
            return True
        if declared.bound is Bound.AT_LEAST:
            return self.is_least or declared.low <= self.high
        if self.is_least:
            return declared.low >= self.low
        return self.low <= declared.low and declared.high <= self.high

    def __str__(self) -> str:
        """Write it for a finding: `11,124`, `at least 446`, `about 92`, `16-76`."""
        number = write_number(self.low)
        if self.low != self.high:
            number += f"-{write_number(self.high)}"
        words = [word for word, is_said in (("at least", self.is_least), ("about", self.is_about)) if is_said]
        return " ".join([*words, number])


def sum_column(
    table: TypedTable,
    column: str,
    *,
    count_included: bool = False,
    fill_from: str | None = None,
    included: Container[str] = frozenset({"wholly"}),
) -> Sum | None:
    """Add up a column; `None` where it does not exist, holds no numbers, or no cell has a value.

    A row that is wholly included in another row is added only where that other row, and those that include it in
    turn, have no value in this column. `count_included` adds every row, as a source may have done; `included` says
    which inclusions keep a row out, to try whether a source took one that is only possible as a fact. Where `column`
    does not state a value, that of the column `fill_from` is taken.
    """
    if not _has_numbers(table, column) or (fill_from is not None and not _has_numbers(table, fill_from)):
        return None
    cells = [(row.key, row.cell(column, fill_from)) for row in table.rows]
    stated = [(key, value) for key, value in cells if value.quantity is not None]
    inclusions = () if count_included else (one for one in table.dataset.inclusions if one.how in included)
    inside = ((row, one.included_in) for one in inclusions for row in one.rows)
    twice = covered((key for key, _ in stated), inside)
    counted = [(key, value) for key, value in stated if key not in twice]
    if not counted:
        return None
    without = [(key, value) for key, value in cells if value.quantity is None]
    return replace(
        _add([value for _, value in counted]),
        counted=tuple(key for key, _ in counted),
        left_out=tuple(key for key, _ in stated if key in twice),
        not_stated=tuple(key for key, value in without if value.presence is Presence.NOT_STATED),
        unreadable=tuple(key for key, value in without if not value.is_readable),
    )


def _has_numbers(table: TypedTable, key: str) -> bool:
    column = table.column(key)
    return column is not None and column.type in {"number", "percent"}


def _add(values: list[Value]) -> Sum:
    quantities = [value.quantity for value in values if value.quantity is not None]
    bounds = {quantity.bound for quantity in quantities}
    return Sum(
        low=sum((quantity.low for quantity in quantities), Decimal(0)),
        high=sum((quantity.high for quantity in quantities), Decimal(0)),
        is_least=Bound.AT_LEAST in bounds,
        is_about=Bound.ABOUT in bounds,
        status=min((value.status for value in values), key=_WORST_FIRST.index),
    )
