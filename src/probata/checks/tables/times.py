"""Columns made from a share of another time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import permutations

from probata.checks.engine.case import CheckInput
from probata.figures import TypedTable
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
        for part, whole in permutations([column.key for column in table.columns if column.type == "number"], 2):
            cells = zip(table.values(part), table.values(whole), strict=True)
            pairs = [(one.quantity, other.quantity) for one, other in cells if one.quantity and other.quantity]
            share = find_multiple([one for one, _ in pairs], [other for _, other in pairs])
            lent = _lent(case, table, share) if share and share.fraction < 1 else None
            if share and lent:
                times = (value.period for value in table.values(part) if value.quantity and value.period)
                others = tuple(when for when in times if when.overlaps(lent[2]) is Answer.NO)
                if others:
                    yield BorrowedShare(table, part, whole, share, *lent, others)


def _lent(case: CheckInput, table: TypedTable, share: Share) -> tuple[TypedTable, str, When] | None:
    """Return where the share is given in per cent; in a table of the same source, or that is counted in this one."""
    percent = Fraction(share.fraction) * 100
    for other in case.tables.values():
        is_part = any(one.included_in.startswith(f"{table.dataset.id}:") for one in other.dataset.inclusions)
        keys = [column.key for column in other.columns if column.type == "percent"]
        if keys and (is_part or _sources(other) & _sources(table)):
            for row in other.rows:
                for value in (row.cells[key] for key in keys):
                    if value.quantity and value.period and fits(value.quantity, Amount(percent, percent)):
                        return other, row.key, value.period
    return None


def _sources(table: TypedTable) -> set[str]:
    """Return the sources of the rows; those of the table as a whole where its rows name none."""
    named = {one.source for row in table.rows for cell in row.cells.values() for one in cell.citations}
    return named or {one.source for one in table.dataset.citations}
