"""A table of typed cells, with the dataset record that describes it."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar

from probata.diagnostics import Diagnostic, Severity, Span, say
from probata.model.citation import Citation
from probata.model.dataset import Column, Dataset
from probata.model.dates import When
from probata.model.quantity import Quantity, ValueStatus

# Findings about the tables of a case. Their codes begin with `TAB`.

MOST_NAMED = 8
"""Up to so many allowed values are listed in full."""


def table_finding(
    dataset: Dataset, code: str, name: str, message: str, span: Span, help: str, severity: Severity = Severity.ERROR
) -> Diagnostic:
    """Make a finding about a table."""
    return Diagnostic(code, name, severity, message, span, help, record=f"datasets/{dataset.id}")


def suggest(wrong: str, allowed: Iterable[str], what: str) -> str:
    """Return the next step for a name that does not exist: the nearest one, or the names that there are."""
    names = list(dict.fromkeys(allowed))
    near = get_close_matches(wrong, names, 3)
    if len(near) == 1 or (near and near[0].casefold() == wrong.casefold()):
        return f"did you mean {say.words(near[0])}?"
    listed = names if len(names) <= MOST_NAMED else [name for name in names if name in near]
    return (
        f"write one of the {what}: " + ", ".join(f"{say.words(name)}" for name in listed)
        if listed
        else f"check the {what}"
    )


P = TypeVar("P", bound=Hashable)


def covered(places: Iterable[P], inside: Iterable[tuple[P, P]]) -> set[P]:
    """Return which places another of them includes, directly or through others; `inside` are pairs of part and whole.

    Places that include one another in a circle are not covered by their circle: nothing is lost from a sum.
    """
    above: dict[P, set[P]] = {}
    for part, whole in inside:
        above.setdefault(part, set()).add(whole)
    among = set(places)
    reached = {part: _reached(part, above) for part in above}
    return {part for part, those in reached.items() if part not in those and those & among}


def _reached(part: P, above: Mapping[P, set[P]]) -> set[P]:
    reached: set[P] = set()
    ahead = list(above.get(part, ()))
    while ahead:
        here = ahead.pop()
        if here not in reached:
            reached.add(here)
            ahead.extend(above.get(here, ()))
    return reached


# One cell of a table: what it says, who made the value, what time it covers and where it is taken from.


class Presence(StrEnum):
    """Whether a cell says something."""

    STATED = "stated"
    NOT_STATED = "not stated"
    """The cell is empty: the source gives no value."""
    NOT_APPLICABLE = "not applicable"
    """The cell holds `-`: a value makes no sense there, or the source says that there is none."""


@dataclass(frozen=True, slots=True)
class Value:
    """A cell. At most one of `quantity`, `when` and `citations` is filled, by the type of the column."""

    text: str
    """The characters in the CSV file."""

    presence: Presence
    span: Span
    """Place of the cell in the CSV file."""

    status: ValueStatus = "reported"
    """Reported, adjusted or modelled by the source, or computed by us; the cell's own, else its column's."""

    quantity: Quantity | None = None
    """The number of a `number` or `percent` column; `None` where it is not stated or cannot be read."""

    when: When | None = None
    """The date of a `date` column."""

    citations: tuple[Citation, ...] = ()
    """The citations of a `source` column."""

    period: When | None = None
    """The time that the value covers: the cell's own, else its row's, else the table's."""

    printed: str = ""
    """The characters in which the source prints the value; `text` where no column holds them."""

    remark: str = ""
    """A remark on this cell that documents print."""

    is_readable: bool = True
    """False where the column's type wants something else than the cell holds. The finding says what."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its name and its cells by column key."""

    key: str
    """What stands in the key column; two rows may share it."""
    cells: Mapping[str, Value]
    """A cell for every column of the table."""

    def cell(self, column: str, fill_from: str | None = None) -> Value:
        """Return a cell, or where it does not state a value, that of the column `fill_from`."""
        value = self.cells[column]
        return self.cells[fill_from] if fill_from and value.presence is Presence.NOT_STATED else value


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
