"""CSV text to rows of cells with places."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

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

    def is_told(self, row: int, column: int) -> bool:
        """Tell whether a finding says already that a cell is not read; of a file none does."""
        return False

    def called(self, file: str) -> str:
        """Return how messages call the table that a dataset names by its file."""
        return f"the file `{file}`"

    def heading_span(self, column: int) -> Span:
        """Return the place of a heading, counted in the same way."""
        before = sum(len(cell) + 1 for cell in self.header[:column])
        return Span(self.path, 1, before + 1, 1, before + 1 + len(self.header[column]))


@lru_cache(maxsize=64)
def read_csv(file: TextFile) -> tuple[CsvTable | None, list[Diagnostic]]:
    """Read comma-separated values with one heading row; a row of another length than the heading is a finding.

    A table whose quotation marks do not match is not read at all: half of its rows would look like all of them.
    """
    try:
        rows = list(_rows(file))
    except _BrokenRowError as error:
        return None, [error.diagnostic]
    if not rows:
        return None, [fault("SRC122", "empty-file", "the table has no heading row", Span(file.shown),
                            "write the names of the columns into the first line")]  # fmt: skip
    header = rows[0][1]
    if len(header) == 1 and (mark := next((mark for mark in ";\t" if mark in header[0]), None)):
        return None, [_separator(file.shown, mark)]
    found = [_length(file.shown, n, len(cells), len(header)) for n, cells in rows[1:] if len(cells) != len(header)]
    filled = tuple((*cells, *[""] * (len(header) - len(cells)))[: len(header)] for _, cells in rows[1:])
    return CsvTable(file.shown, header, filled, tuple(line for line, _ in rows[1:])), found


class _BrokenRowError(Exception):
    """The rows from here on cannot be told apart; carries the finding."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


def _rows(file: TextFile) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Give the first line and the cells of every row that is not empty."""
    reader = csv.reader(io.StringIO(file.text, newline=""), strict=True)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, tuple(cell.strip() for cell in cells)
            line = reader.line_num + 1
    except csv.Error:
        raise _BrokenRowError(
            fault("SRC121", "csv-syntax", "the quotation marks of the row that begins here do not match",
                  Span(file.shown, line), 'write a mark inside a text twice (`""`), and one at the end of each text')
        ) from None  # fmt: skip


def _separator(path: str, mark: str) -> Diagnostic:
    name = {";": "semicolons", "\t": "tabs"}[mark]
    # A comma inside a number would then be a decimal comma or one of thousands: nothing is guessed.
    return fault("SRC124", "other-separator", f"the columns are divided by {name}", Span(path),
                 "save it with commas between the columns and a point as decimal sign: LibreOffice asks for the field "
                 "delimiter when it saves; Excel takes the list separator of Windows (Region, Additional settings)"
                 )  # fmt: skip


def _length(path: str, line: int, has: int, wants: int) -> Diagnostic:
    cells = "1 cell" if has == 1 else f"{has} cells"
    return fault("SRC123", "row-length", f"the row has {cells}, the heading {wants}", Span(path, line),
                 "add or remove commas; put text that holds a comma into quotation marks")  # fmt: skip
