"""A number that is computed from the tables of the case by a declared operation."""

from __future__ import annotations

from typing import Literal

from probata.model.citation import Citations
from probata.model.dates import When
from probata.model.multiple import Multiple
from probata.model.quantity import Quantity
from probata.model.record import Id, Line, Part, Prose, Record

Operation = Literal[
    "value",
    "sum",
    "count",
    "minimum",
    "maximum",
    "difference",
    "share",
    "ratio",
    "average",
    "per_day",
    "rank",
    "range",
    "apportion",
    "round",
]
MOST_DECIMALS = 6


class Condition(Part):
    """What a row must say to be taken."""

    column: Id
    """The column."""
    values: tuple[Line, ...]
    """What its cell may hold, in the characters of the CSV file."""


class Operand(Part):
    """What a figure is computed from: another figure, cells of one column, or a total that a source declares."""

    figure: Id | None = None
    """Another figure; nothing else is written beside it."""
    dataset: Id | None = None
    """The table."""
    column: Id | None = None
    """Its column."""
    total: Id | None = None
    """Key of a total that the source declares for the column, in place of its cells."""
    rows: tuple[Line, ...] = ()
    """Rows, by what stands in the key column; all where it is left out."""
    where: tuple[Condition, ...] = ()
    """Only rows that say this in other columns."""
    period: When | None = None
    """Only values whose time lies wholly in this."""
    role: Id | None = None
    """Only values whose time lies wholly in the tenure of this role."""
    fill_from: Id | None = None
    """Column from which a value is taken where this one has none, as some sources do."""
    count_included: bool = False
    """True where a row is added although another row that is added includes it, as some sources do."""


class Apportionment(Part):
    """The time to which values of longer times are cut, and how."""

    role: Id | None = None
    """The role whose tenure it is."""
    period: When | None = None
    """Or a period."""
    by: Literal["months", "days", "fraction"] = "months"
    """By the months that lie in it, by the days, or by a stated fraction; only that may stand without a time."""
    fraction: Multiple | None = None
    """The stated fraction, such as `5/12` or `64%`."""


class StatedValue(Part):
    """What a source states for the same number. It is kept as stated, and compared."""

    value: Quantity
    """The number: `7119`, `70+` for at least, `~16` for about, `16-76` for a range."""
    printed: Line | None = None
    """The characters as the source prints them, where they differ."""
    citations: Citations = ()
    """Where the source states it."""


class Figure(Record):
    """A figure: `{{ figure('id') }}` in a text prints it with its status."""

    title: Prose
    """What it is, such as `Returns while he led the office`; the list of calculations prints it."""
    operation: Operation
    """How it is computed. `value` takes one number as it stands; `apportion` cuts values to a time; `share` is in per
    cent of the second operand; `range` goes from the lowest to the highest; see [figures](figures.md)."""
    of: tuple[Operand, ...]
    """What it is computed from: figures, cells or totals. `difference`, `share` and `ratio` take two, in order."""
    unit: Prose | None = None
    """What is counted, such as `persons`."""
    row: Line | None = None
    """For `rank`: the row whose place from the highest it is."""
    to: Apportionment | None = None
    """For `apportion`: the time to which it is cut."""
    step: Quantity | None = None
    """For `round`: the unit to which it is rounded, such as `10` or `0.1`."""
    rounding: Literal["nearest", "down", "up"] = "nearest"
    """For `round`: to the nearest, half away from zero; down; or up."""
    decimals: int | None = None
    """Decimals that a text prints, 0 to 6; where left out, those that it has, or one for shares and the like."""
    period: When | None = None
    """The time that it is said to cover, to be compared with its rows; `per_day` divides by its days."""
    territory: Line | None = None
    """The place that it is said to cover, to be compared with its rows."""
    ascribed_to: tuple[Id, ...] = ()
    """Roles to which the number is ascribed."""
    stated: tuple[StatedValue, ...] = ()
    """What sources state for the same number."""
    citations: Citations = ()
    """Where the way of computing it is taken from; the sources of its cells are cited anyway."""
    note: Line | None = None
    """A remark for the team, never printed in a filing."""
