"""A list as page, sheet and CSV file show it: headed columns, and rows of text and numbers."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from decimal import Decimal

Cell = str | int | Decimal
"""Text, or a number that stays one in a sheet. Text of several lines keeps them."""


@dataclass(frozen=True, slots=True)
class ListOf:
    """One list. Every row has as many cells as there are columns."""

    id: str
    """Short name in small letters and hyphens: the CSV file and the sheet are named after it."""
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    none: str = "Nothing is recorded."
    """What is said where there is no row."""


# A list as CSV that any spreadsheet opens rightly: UTF-8 with a byte order mark, and no cell that is a formula.

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
