"""The numbers of cells and rows of the tables in a Word file."""

from __future__ import annotations

from dataclasses import dataclass, field

from probata.word.standing import Cell, Row


@dataclass(slots=True)
class Cells:
    """Numbers cells and rows in the order in which their first paragraph comes."""

    numbers: dict[Cell, int] = field(default_factory=dict)
    rows: dict[Row, int] = field(default_factory=dict)

    def place(self, cell: Cell | None) -> tuple[int, int, int]:
        """Return the number of a cell, and its row and column; zeros in running text."""
        if cell is None:
            return 0, 0, 0
        number = self.numbers.setdefault(cell, len(self.numbers) + 1)
        return number, self.rows.setdefault(cell.row, len(self.rows) + 1), cell.column

    def places(self) -> frozenset[tuple[int, int]]:
        """Return row and column of each cell that was numbered."""
        return frozenset((self.rows[cell.row], cell.column) for cell in self.numbers)
