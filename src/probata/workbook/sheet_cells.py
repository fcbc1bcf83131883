"""The text of one cell of an open workbook, read and set; a text is never a formula."""

from __future__ import annotations

from datetime import date, datetime

from openpyxl.styles import Alignment
from openpyxl.worksheet.worksheet import Worksheet

from probata.source.xlsx_cell import escaped, unescaped

TEXT = "@"
"""Format of cells whose text Excel does not take for a number or a day."""


def text_of(sheet: Worksheet, row: int, column: int) -> str:
    """Return what a cell shows, as the reader of workbooks does."""
    value = sheet.cell(row, column).value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else unescaped(str(value))


def set_text(sheet: Worksheet, row: int, column: int, text: str) -> None:
    """Write a text into a cell where it shows another; `=1+1` is a text too. An empty text empties it."""
    cell = sheet.cell(row, column)
    if text_of(sheet, row, column) == text:
        return
    if not text:
        cell.value = None
        return
    if not cell.has_style:  # or it is as somebody wants it to look
        cell.alignment = Alignment(vertical="top", wrap_text=True)
    cell.value = escaped(text)
    cell.data_type = "s"
    cell.number_format = TEXT
    cell.quotePrefix = text.startswith("=")
