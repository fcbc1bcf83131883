"""Whether a percentage is a share that the cells of a table give, and one of the parts that its sentence names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from probata.checks.tables.named_parts import dated_rows, named_columns
from probata.checks.tables.told_of_tables import names, subject_of
from probata.checks.texts.typed_numbers import TypedNumber
from probata.figures import Row, TypedTable

_MOST_ROWS = 50
"""Rows of a table of which neighbouring ones are added up; of a longer one, each by itself and all."""
_WHOLE = 100


def names_a_part(table: TypedTable, number: TypedNumber) -> bool:
    """Tell whether the sentence of a number names a row of a table or a column of numbers."""
    return bool(_rows(table, number) or named_columns(table, number.sentence))


def gives_share(table: TypedTable, number: TypedNumber) -> bool:
    """Tell whether a percentage, rounded or cut off, is a share of the table, or what is left of the whole.

    A part is what the sentence names: a column, rows, or the rows of that column; where it names nothing, any
    neighbouring cells of a column. Its whole is that column, or another one in the same or in all rows, or a declared
    total.
    """
    named = [column.key for _, column in named_columns(table, number.sentence)]
    columns = [one.key for one in table.columns if one.type == "number"]
    picked = _picked(table, _rows(table, number), has_column=bool(named))
    shares = (share for part in named or columns for rows in picked for share in _shares(table, columns, part, rows))
    least, most = number.value - number.unit / 2, number.value + number.unit
    return any(least <= one < most for share in shares for one in (share, _WHOLE - share))


def _rows(table: TypedTable, number: TypedNumber) -> list[Row]:
    sentence = number.sentence
    dated = [one.row for one in dated_rows(table, sentence)]
    return dated or [row for row in table.rows if names(sentence.own, subject_of(table, row))]


def _picked(table: TypedTable, named: Sequence[Row], *, has_column: bool) -> list[Sequence[Row]]:
    """Return the sets of rows that may be the part."""
    if named:
        return [*([row] for row in named), *(list(pair) for pair in pairwise(named)), named]
    rows = table.rows
    if has_column or len(rows) > _MOST_ROWS:
        return [*([row] for row in rows), rows]
    return [rows[start:end] for start in range(len(rows)) for end in range(start + 1, len(rows) + 1)]


def _shares(table: TypedTable, columns: Sequence[str], part: str, rows: Sequence[Row]) -> Iterator[Fraction]:
    """Give what the rows of one column are in per cent of each whole; what is above the whole is no share of it."""
    amount = _sum(rows, part)
    totals = [Fraction(one.value.low) for one in table.dataset.totals]
    of_columns = (whole for key in columns for whole in (_sum(rows, key), _sum(table.rows, key)))
    yield from (_WHOLE * amount / whole for whole in (*of_columns, *totals) if 0 <= amount <= whole and whole)


def _sum(rows: Sequence[Row], column: str) -> Fraction:
    cells = (row.cells[column].quantity for row in rows)
    return sum((Fraction(cell.low) for cell in cells if cell), Fraction(0))
