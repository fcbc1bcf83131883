"""A row of a sheet as it was read: each cell with its place and that of its heading."""

from __future__ import annotations

from dataclasses import dataclass, field

from probata.diagnostics import Span
from probata.workbook.bare_id import bare_id


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """What a cell shows, with its place and that of its heading."""

    text: str
    span: Span
    heading: Span


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A row as it was read, by heading; empty cells are left out."""

    cells: dict[str, PlacedCell]
    span: Span
    """The first cell of the row."""

    blanks: dict[str, PlacedCell] = field(default_factory=dict)
    """The empty cells of the row."""

    is_struck: bool = False
    """Whether it is struck through: it is no record, and its cells say what one was called."""

    def text(self, heading: str) -> str:
        """Return what the cell below a heading shows."""
        cell = self.cells.get(heading)
        return bare_id(cell.text) if cell else ""
