"""Where in the tables of a Word file a paragraph stands."""

from __future__ import annotations

from dataclasses import dataclass, field

from probata.word.elements import Element, w


@dataclass(slots=True)
class Cells:
    """Numbers cells and rows in the order in which their first paragraph comes."""

    numbers: dict[Element, int] = field(default_factory=dict)
    rows: dict[Element, int] = field(default_factory=dict)
    places: dict[Element, tuple[int, int]] = field(default_factory=dict)
    """Row and column of each cell."""

    def place(self, paragraph: Element) -> tuple[int, int, int]:
        """Return the number of the cell of a paragraph, and its row and column; zeros in running text."""
        cell = next(paragraph.iterancestors(w("tc")), None)
        if cell is None:
            return 0, 0, 0
        if cell not in self.numbers:
            row = next(cell.iterancestors(w("tr")), cell)
            number = self.rows.setdefault(row, len(self.rows) + 1)
            held = [one for one in row.iter(w("tc")) if next(one.iterancestors(w("tr")), None) is row]
            column = held.index(cell) + 1 if cell in held else 1
            self.numbers[cell] = len(self.numbers) + 1
            self.places[cell] = number, column
        return self.numbers[cell], *self.places[cell]
