"""A list as page, sheet and CSV file show it: headed columns, and rows of text and numbers."""

from __future__ import annotations

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
