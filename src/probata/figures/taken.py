"""What an operand of a figure comes to: the numbers taken, each with its place and sources, and what was left out."""

from __future__ import annotations

from dataclasses import dataclass

from probata.figures.amount import Amount
from probata.figures.inclusion import Place
from probata.figures.shared_time import Share
from probata.figures.table import TypedTable
from probata.model.citation import Citations
from probata.model.dataset import Column
from probata.model.dates import When
from probata.model.figure import Figure, Operand


@dataclass(frozen=True, slots=True)
class Term:
    """One number that is taken."""

    name: str
    """Row, label of the declared total, or title of the figure."""
    amount: Amount
    """The number; where it was apportioned, what is left of it."""
    whole: Amount
    """The number before it was apportioned."""
    citations: Citations = ()
    period: When | None = None
    """The time that it covers."""
    place: Place | None = None
    """Dataset and row; `None` for declared totals and figures."""
    share: Share | None = None
    """The share of its time to which it was apportioned, where it was counted."""
    makers: tuple[str, ...] = ()
    """Ids of the sources that adjusted or modelled it, empty for one that is not known; none where it is reported."""


@dataclass(frozen=True, slots=True)
class Taken:
    """The numbers of one operand."""

    operand: Operand
    terms: tuple[Term, ...]
    table: TypedTable | None = None
    column: Column | None = None
    figure: Figure | None = None
    included: tuple[str, ...] = ()
    """Rows left out because another row that was taken includes them wholly."""
    not_stated: tuple[str, ...] = ()
    """Rows without a value."""
    outside: tuple[str, ...] = ()
    """Rows whose time lies only in part in what was asked for; left out."""


@dataclass(frozen=True, slots=True)
class Computed:
    """A figure with its result and the way there."""

    figure: Figure
    amount: Amount
    taken: tuple[Taken, ...]

    @property
    def is_ours(self) -> bool:
        """Whether we computed it; a single value taken as it stands is its source's."""
        return self.figure.operation != "value"

    @property
    def is_percent(self) -> bool:
        """Whether it is in per cent."""
        if self.figure.operation == "share":
            return True
        if self.figure.operation in {"ratio", "rank", "count"}:
            return False
        columns = [one.column for one in self.taken if one.column]
        return bool(columns) and all(column.type == "percent" for column in columns)

    @property
    def makers(self) -> tuple[str, ...]:
        """Ids of the sources that adjusted or modelled a number of it, each once; empty for one that is not known."""
        return tuple(dict.fromkeys(maker for term in self.terms for maker in term.makers))

    @property
    def terms(self) -> tuple[Term, ...]:
        """All numbers taken, in order."""
        return tuple(term for one in self.taken for term in one.terms)
