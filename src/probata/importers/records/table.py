"""A table as it was read: its headings and cells, each with its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from probata.diagnostics import Span
from probata.importers.spreadsheet import Days, Links
from probata.workbook.addresses import cell_span


@dataclass(frozen=True, slots=True)
class Table:
    """Headings and rows of one sheet or file, all text."""

    shown: str
    header: tuple[str, ...]
    line: int
    """Line or row of the headings."""

    rows: Sequence[tuple[int, Sequence[str]]]
    """Rows below them, each with its line or number."""

    sheet: str = ""
    """The sheet of a workbook; empty for CSV."""

    links: Links = field(default_factory=dict)
    days: Days = field(default_factory=dict)

    def span(self, number: int, column: int, before: Sequence[str] = ()) -> Span:
        """Return the place of a cell; `before` are the cells of its row, by which a column of CSV is counted."""
        if self.sheet:
            return cell_span(self.shown, self.sheet, number, column)
        start = 1 + sum(len(cell) + 1 for cell in before[:column])
        return Span(self.shown, number, start, number, start + (len(before[column]) if column < len(before) else 0))


def bare(heading: str) -> str:
    """Return a heading as headings are compared: in small letters, without signs."""
    return " ".join(re.sub(r"[^\w]+", " ", heading.casefold()).replace("_", " ").split())
