"""CSV text to rows of cells with places."""

from __future__ import annotations

import csv
from dataclasses import dataclass

from probata.diagnostics import Diagnostic, Span
from probata.source.text_file import TextFile, fault


@dataclass(frozen=True, slots=True)
class CsvTable:
    """A table as written: headings and cells, all text."""

    path: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]
    """Line of each row in the file."""

    def span(self, row: int, column: int) -> Span:
        """Return the place of a cell; columns of the file are counted in characters as if unquoted."""
        before = sum(len(cell) + 1 for cell in self.rows[row][:column])
        length = len(self.rows[row][column]) if column < len(self.rows[row]) else 0
        return Span(self.path, self.lines[row], before + 1, self.lines[row], before + 1 + length)


def read_csv(file: TextFile) -> tuple[CsvTable | None, list[Diagnostic]]:
    """Read comma-separated values with one heading row; a row of another length than the heading is a finding."""
    reader = csv.reader(file.text.split("\n"), strict=True)
    found: list[Diagnostic] = []
    rows: list[tuple[str, ...]] = []
    lines: list[int] = []
    header: tuple[str, ...] = ()
    try:
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if not header:
                header = tuple(cell.strip() for cell in cells)
                continue
            if len(cells) != len(header):
                found.append(_length(file.shown, reader.line_num, len(cells), len(header)))
            cells = [*cells, *[""] * (len(header) - len(cells))][: len(header)]
            rows.append(tuple(cell.strip() for cell in cells))
            lines.append(reader.line_num)
    except csv.Error as error:
        found.append(fault("SRC121", "csv-syntax", f"the table cannot be read here: {error}",
                           Span(file.shown, reader.line_num), "check the quotation marks of this row"))  # fmt: skip
    if not header:
        found.append(fault("SRC122", "empty-file", "the table has no heading row", Span(file.shown),
                           "write the names of the columns into the first line"))  # fmt: skip
        return None, found
    return CsvTable(file.shown, header, tuple(rows), tuple(lines)), found


def _length(path: str, line: int, has: int, wants: int) -> Diagnostic:
    return fault("SRC123", "row-length", f"the row has {has} cells, the heading {wants}", Span(path, line),
                 "add or remove commas; put text that holds a comma into quotation marks")  # fmt: skip
