"""What a bar chart shows: the columns of a table that hold numbers of one unit each, and its rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from probata.figures import Presence, Row, TypedTable, Value
from probata.messages import Wording
from probata.model.dataset import Column

FEWEST = 2
"""Rows with a value that make a comparison."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One value: what is drawn, and what is written at its end."""

    value: Value
    text: str


@dataclass(frozen=True, slots=True)
class ChartRow:
    """A row of the table: its name, and its bars in the order of the columns."""

    label: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A table made ready to be drawn."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[ChartRow, ...]
    remarks: tuple[str, ...]
    """Remarks on single values; each is named in the text of its bars by a letter."""


def chart_of(table: TypedTable, wording: Wording) -> Chart | None:
    """Return what can be drawn of a table; `None` where there is nothing to compare.

    A column without a unit is left out: its values may be of different things.
    """
    columns = tuple(column for column in table.shown_columns if _is_drawn(column, table))
    rows = table.rows
    if sum(any(row.cells[column.key].quantity for column in columns) for row in rows) < FEWEST:
        return None
    letters = _letters(rows, columns)
    names = _name_columns(table, columns)
    shown = tuple(
        ChartRow(
            _label(row, names, wording), tuple(_bar(row.cells[c.key], c, letters, wording) for c in columns)
        )
        for row in rows
    )  # fmt: skip
    remarks = tuple(wording.label("picture.remark", mark=mark, text=text) for text, mark in letters.items())
    return Chart(table.dataset.title, columns, shown, remarks)


def unit_of(column: Column) -> str:
    """Return the unit of a column; columns of one unit are drawn to one scale."""
    return column.unit or ("%" if column.type == "percent" else "")


def _is_drawn(column: Column, table: TypedTable) -> bool:
    if column.type not in {"number", "percent"} or not unit_of(column):
        return False
    return any(value.quantity for value in table.values(column.key))


def _name_columns(table: TypedTable, columns: Sequence[Column]) -> tuple[Column, ...]:
    """Return the columns that name a row: those of words before the first one drawn, else the key column."""
    shown = table.shown_columns
    before = shown[: shown.index(columns[0])]
    found = tuple(column for column in before if column.type in {"text", "date"})
    key = table.column(table.key_column)
    return found or ((key,) if key else ())


def _label(row: Row, names: Sequence[Column], wording: Wording) -> str:
    cells = (row.cells[column.key] for column in names)
    return ", ".join(wording.when(cell.when) if cell.when else cell.text for cell in cells if cell.text)


def _letters(rows: Sequence[Row], columns: Sequence[Column]) -> dict[str, str]:
    """Give every remark on a value a letter: (a), (b); after z two letters."""
    remarks = dict.fromkeys(r for row in rows for column in columns if (r := row.cells[column.key].remark))
    return {remark: f"({letter(place)})" for place, remark in enumerate(remarks)}


def letter(place: int) -> str:
    """Return the letter of a remark by its place from 0: a to z, then aa, bb."""
    return chr(ord("a") + place % 26) * (place // 26 + 1)


def _bar(value: Value, column: Column, letters: dict[str, str], wording: Wording) -> Bar:
    return Bar(value, " ".join(_words(value, column, letters, wording)))


def _words(value: Value, column: Column, letters: dict[str, str], wording: Wording) -> Iterator[str]:
    if value.presence is Presence.NOT_APPLICABLE:
        yield wording.label("number.not_applicable")
    elif value.quantity is None:
        yield wording.label("picture.not_stated")
    else:
        text = wording.quantity(value.quantity)
        yield text + ("%" if column.type == "percent" and not value.quantity.is_percent else "")
    if value.remark:
        yield letters[value.remark]
