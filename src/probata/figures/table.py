"""A table of typed cells, with the dataset record that describes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from probata.figures.value import Value
from probata.model.dataset import Column, Dataset


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its name and its cells by column key."""

    key: str
    """What stands in the key column; two rows may share it."""
    cells: Mapping[str, Value]
    """A cell for every column of the table."""


@dataclass(frozen=True, slots=True)
class TypedTable:
    """A table. It has the columns that are both described and found in the CSV file, hidden ones included."""

    dataset: Dataset
    columns: tuple[Column, ...]
    """In the order of the record, which is that of documents."""
    key_column: str
    """Key of the column that names the row: the marked one, else the first; empty where there is no column."""
    rows: tuple[Row, ...]

    @property
    def shown_columns(self) -> tuple[Column, ...]:
        """The columns that documents print."""
        return tuple(column for column in self.columns if not column.hidden)

    def column(self, key: str) -> Column | None:
        """Return a column by its key, or `None`."""
        return next((column for column in self.columns if column.key == key), None)

    def place_of(self, key: str) -> int:
        """Return the place of a column in its record, which also has columns that the file lacks, from 0."""
        return [column.key for column in self.dataset.columns].index(key)

    def values(self, key: str) -> tuple[Value, ...]:
        """Return the cells of a column from top to bottom; nothing where there is no such column."""
        return tuple(row.cells[key] for row in self.rows if key in row.cells)

    def rows_named(self, key: str) -> tuple[Row, ...]:
        """Return the rows of this name; several where names repeat."""
        return tuple(row for row in self.rows if row.key == key)
