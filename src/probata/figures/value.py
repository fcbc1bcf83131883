"""One cell of a table: what it says, who made the value, what time it covers and where it is taken from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from probata.diagnostics import Span
from probata.model.citation import Citation
from probata.model.dates import When
from probata.model.quantity import Quantity, ValueStatus


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
