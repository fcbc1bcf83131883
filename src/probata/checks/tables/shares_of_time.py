"""Columns that are one share of another in every row, where that share is known from one time alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import permutations

from probata.checks.check_input import CheckInput
from probata.figures import TypedTable, Value
from probata.figures.amount import Amount
from probata.figures.rules import Share, find_multiple, fits
from probata.model.dates import Answer, When


@dataclass(frozen=True, slots=True)
class BorrowedShare:
    """A column that has a share of one time in its rows of other times."""

    table: TypedTable
    part: str
    whole: str
    share: Share
    lender: TypedTable
    """The table that gives the share, for its own time."""
    row: str
    time: When
    others: tuple[When, ...]
    """Times of the rows that share nothing with the time of the share."""


def borrowed_shares(case: CheckInput) -> tuple[BorrowedShare, ...]:
    """Return the columns that are one share of another, where a table from a common source gives it for one time."""
    return case.once("borrowed shares", lambda: tuple(_borrowed(case)))


def _borrowed(case: CheckInput) -> Iterator[BorrowedShare]:
    for table in case.tables.values():
        numbers = [column.key for column in table.columns if column.type == "number"]
        for part, whole in permutations(numbers, 2):
            share = _share_of(table.values(part), table.values(whole))
            lent = _lent(case, table, share) if share else None
            if share and lent:
                lender, row, time = lent
                others = tuple(when for when in _times(table, part) if when.overlaps(time) is Answer.NO)
                if others:
                    yield BorrowedShare(table, part, whole, share, lender, row, time, others)


def _share_of(parts: tuple[Value, ...], wholes: tuple[Value, ...]) -> Share | None:
    pairs = [(p.quantity, w.quantity) for p, w in zip(parts, wholes, strict=True) if p.quantity and w.quantity]
    share = find_multiple([part for part, _ in pairs], [whole for _, whole in pairs])
    return share if share and share.fraction < 1 else None


def _times(table: TypedTable, column: str) -> Iterator[When]:
    return (value.period for value in table.values(column) if value.quantity and value.period)


def _lent(case: CheckInput, table: TypedTable, share: Share) -> tuple[TypedTable, str, When] | None:
    """Return where the share is given in per cent; in a table of the same source, or that is counted in this one."""
    percent = Fraction(share.fraction) * 100
    for other in case.tables.values():
        keys = [column.key for column in other.columns if column.type == "percent"]
        if not keys or not (_is_counted_in(other, table) or _sources(other) & _sources(table)):
            continue
        for row in other.rows:
            for value in (row.cells[key] for key in keys):
                if value.quantity and value.period and fits(value.quantity, Amount(percent, percent)):
                    return other, row.key, value.period
    return None


def _is_counted_in(part: TypedTable, whole: TypedTable) -> bool:
    return any(one.included_in.startswith(f"{whole.dataset.id}:") for one in part.dataset.inclusions)


def _sources(table: TypedTable) -> set[str]:
    """Return the sources of the rows; those of the table as a whole where its rows name none."""
    cells = (row.cells[column.key] for row in table.rows for column in table.columns if column.type == "source")
    cited = {citation.source for cell in cells for citation in cell.citations}
    return cited or {citation.source for citation in table.dataset.citations}
