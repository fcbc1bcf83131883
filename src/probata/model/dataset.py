"""A table of figures: a CSV file and what its columns and rows are."""

from __future__ import annotations

from typing import Annotated, Literal

from probata.model.citation import Citations
from probata.model.cited_value import TextField
from probata.model.dates import OneDate, When
from probata.model.multiple import Multiple
from probata.model.quantity import Quantity, ValueStatus
from probata.model.record import Id, IsSafeguard, Line, OwnMarkdown, Part, Prose, Record


class Rule(Part):
    """How the values of a column come from others of its table, as the source says or as they show themselves."""

    operation: Literal["multiple", "sum", "difference", "share", "share_of_total"]
    """A multiple of one column; the sum of some; the first less the others; the first in per cent of the second; or one
    column in per cent of its own total."""
    columns: tuple[Id, ...]
    """The columns, in the order of the operation."""
    multiple: Multiple | None = None
    """For `multiple`: how many times, such as `64%` or `12/9`."""


class Column(Part):
    """A column of the CSV file."""

    key: Id
    """Heading of the column in the CSV file."""
    heading: Prose
    """Heading that documents print."""
    type: Literal["text", "number", "percent", "date", "source"] = "number"
    """What its cells hold. `source` cells hold citations; `-` means not applicable, an empty cell not stated."""
    unit: Prose | None = None
    """What is counted."""
    status: ValueStatus = "reported"
    """Reported, adjusted or modelled by the source, or computed by us."""
    printed: Id | None = None
    """Column that holds the same values in the characters in which the source prints them."""
    key_column: bool = False
    """True for the column that names the row."""
    covers: Literal["period", "territory", "unit"] | None = None
    """That its cells say what time or what place the numbers of their row cover, or what is counted there. A key column
    of dates says the time anyway."""
    rule: Rule | None = None
    """How its values come from other columns; each cell is compared with it."""
    hidden: Annotated[bool, IsSafeguard()] = False
    """True where documents do not print it."""
    note: Prose | None = None
    """A remark printed below the table."""
    citations: Citations = ()
    """Where the whole column is taken from."""


class CellStatus(Part):
    """A cell that differs from its column."""

    row: Line
    """What stands in the key column of the row."""
    column: Id
    """The column."""
    status: ValueStatus | None = None
    """Status of this value."""
    period: When | None = None
    """The time that it covers, where it differs."""
    remark: Prose | None = None
    """A remark that documents print."""


class Inclusion(Part):
    """Rows that are counted in another row too."""

    rows: tuple[Line, ...]
    """Rows, by what stands in the key column."""
    included_in: Line
    """The row that includes them; or a row of another dataset as `dataset:row`."""
    how: Literal["wholly", "partly", "perhaps"] = "wholly"
    """Wholly, partly, or perhaps."""
    note: Line | None = None
    """Why."""


class DeclaredTotal(Part):
    """A total that the source declares, whether it adds up or not."""

    key: Id | None = None
    """Short name by which figures take it."""
    column: Id
    """The column."""
    value: Quantity
    """The declared number."""
    printed: Line | None = None
    """Its characters in the source."""
    label: Prose = "Total"
    """How the source calls it."""
    citations: Citations = ()
    """Where the source declares it."""


class Dataset(Record):
    """A table of figures."""

    title: Prose
    """Title that documents print."""
    file: Line
    """The CSV file, such as `data/returns.csv`."""
    columns: tuple[Column, ...]
    """The columns, in the order in which documents print them."""
    period: When | None = None
    """The time that the table covers."""
    as_of: OneDate | None = None
    """When it was drawn up."""
    totals: tuple[DeclaredTotal, ...] = ()
    """Totals that the source declares."""
    inclusions: tuple[Inclusion, ...] = ()
    """Rows that are counted twice."""
    cells: tuple[CellStatus, ...] = ()
    """Cells that differ from their column."""
    remarks: tuple[TextField, ...] = ()
    """Remarks that documents print below the table."""
    description: OwnMarkdown | None = None
    """What it shows and how it was made."""
    contested: Prose | None = None
    """Why we attribute it and do not assert it, in a sentence for readers."""
    citations: Citations = ()
    """Where the table is taken from."""
    note: Line | None = None
    """A remark for the team, never printed in a filing."""
