"""A list as CSV that any spreadsheet opens rightly: UTF-8 with a byte order mark, and no cell that is a formula."""

from __future__ import annotations

import csv
import io

from probata.report.lists import Cell, ListOf

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""First characters for which a spreadsheet may run a cell (OWASP, CSV injection)."""


def to_csv(rows: ListOf) -> bytes:
    """Return the list with its heading row. Text that a spreadsheet would run gets an apostrophe before it."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerows([neutral(cell) for cell in row] for row in (rows.columns, *rows.rows))
    return out.getvalue().encode("utf-8-sig")


def neutral(cell: Cell) -> Cell:
    """Return a cell that is data wherever it is opened; numbers, negative ones too, stay as they are."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell
