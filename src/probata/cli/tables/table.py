"""A table of text."""

from __future__ import annotations

from dataclasses import dataclass, replace

LEAST = 14
"""Characters below which a column of words is read badly."""


@dataclass(frozen=True, slots=True)
class Table:
    """Columns with their headings and rows of as many cells."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    spare: tuple[str, ...] = ()
    """Columns that a narrow terminal may leave out, the first of them first."""
    least: int = LEAST
    """Characters below which its columns of words are read badly."""

    def fitting(self, width: int) -> Table:
        """Return the table without the spare columns for which a terminal of this width has no room."""
        if not self.spare or self._needed() <= width:
            return self
        place = self.columns.index(self.spare[0])
        columns = self.columns[:place] + self.columns[place + 1 :]
        rows = tuple(row[:place] + row[place + 1 :] for row in self.rows)
        return replace(self, columns=columns, rows=rows, spare=self.spare[1:]).fitting(width)

    def _needed(self) -> int:
        """Return the least width in which it reads well: the first column as it is, the others in short lines."""
        first = max(map(len, (self.columns[0], *(row[0] for row in self.rows))))
        longest = (max(map(len, (column, *(row[n] for row in self.rows)))) for n, column in enumerate(self.columns))
        return first + sum(min(self.least, one) + 2 for n, one in enumerate(longest) if n)
