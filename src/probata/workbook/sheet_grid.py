"""The cells of one sheet as XML, found by row and column and made where there are none; ECMA-376 part 1, 18.3.1."""

from __future__ import annotations

from bisect import bisect, insort
from collections.abc import Iterator
from typing import Any

from lxml import etree

from probata.diagnostics.span import column_letters
from probata.source.xlsx_reader import column_of
from probata.workbook.cell_xml import MAIN


class SheetGrid:
    """A sheet by its root. Rows are looked up, since an import may write into thousands of them."""

    def __init__(self, root: Any) -> None:
        self._data = root.find(f"{MAIN}sheetData")
        self._rows: dict[int, Any] = {}
        for number, row in _numbered(self._data):
            self._rows.setdefault(number, row)
        self._numbers = sorted(self._rows)
        self._columns = [
            (int(one.get("min", "0")), int(one.get("max", "0")), one.get("style", ""))
            for columns in root.iterchildren(f"{MAIN}cols")
            for one in columns.iterchildren(f"{MAIN}col")
        ]

    def cell(self, row: int, column: int) -> Any:
        """Return a cell, made where there is none yet; rows and columns count from 1.

        A new cell below the headings looks as the cell above it does, or as its column.
        """
        holder = self._row(row)
        new = etree.Element(f"{MAIN}c", r=f"{column_letters(column)}{row}")
        found = _at(holder, column, new)
        if found is new and row > 1 and (style := self._style_above(holder, column)):
            new.set("s", style)
        return found

    def _row(self, number: int) -> Any:
        if number not in self._rows:
            new = etree.Element(f"{MAIN}row", r=str(number))
            place = bisect(self._numbers, number)
            if place < len(self._numbers):
                self._rows[self._numbers[place]].addprevious(new)
            else:
                self._data.append(new)
            self._rows[number] = new
            insort(self._numbers, number)
        return self._rows[number]

    def _style_above(self, row: Any, column: int) -> str:
        """Return the style of the cell above one, where that is below the headings; else that of the column, if any."""
        above = row.getprevious()
        if above is not None and above.getprevious() is not None:
            style = next((cell.get("s") for number, cell in _lettered(above) if number == column), None)
            if style:
                return str(style)
        return next((style for first, last, style in self._columns if first <= column <= last), "")


def _at(row: Any, wanted: int, new: Any) -> Any:
    """Return the cell of a column, or the new one, put where it belongs."""
    for number, cell in _lettered(row):
        if number == wanted:
            return cell
        if number > wanted:
            cell.addprevious(new)
            return new
    row.append(new)
    return new


def _numbered(data: Any) -> Iterator[tuple[int, Any]]:
    number = 0
    for row in data.iterchildren(f"{MAIN}row"):
        number = int(row.get("r") or number + 1)
        yield number, row


def _lettered(row: Any) -> Iterator[tuple[int, Any]]:
    number = 0
    for cell in list(row.iterchildren(f"{MAIN}c")):
        number = column_of(cell.get("r", ""), number) + 1
        yield number, cell
