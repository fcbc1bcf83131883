"""The evidence schedule: one numbered list of the sources that a filing cites, by which every note names them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeGuard

from probata.diagnostics.value import value
from probata.document.blocks import Block, Table
from probata.document.list_ids import EVIDENCE_SCHEDULE, EVIDENCE_UNSEEN, MATRIX


@value()
class Scheduled:
    """One item."""

    number: str
    """`E6`; of a work that is known through it, `E6.1`. Empty where the document prints no schedule."""

    name: str
    """How notes call it; empty for an authority, which has a name of its own."""

    marks: tuple[str, ...] = ()
    """The exhibits that reproduce it."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """All items of a filing, whatever part of it cites them. One without items: sources are cited in full."""

    items: Mapping[str, Scheduled] = field(default_factory=dict)
    """By the id under which the work is cited, in the order of the list."""

    rests_on: str = ""
    """The one work through which most others are known: notes cite the place in it, in place of these."""

    def __bool__(self) -> bool:
        """Tell whether the filing has a schedule."""
        return bool(self.items)

    def without_marks(self) -> Schedule:
        """Return the same for a document that lists no exhibits."""
        return replace(self, items={key: replace(one, marks=()) for key, one in self.items.items()})


def is_schedule(block: Block) -> TypeGuard[Table]:
    """Tell whether the block is of the evidence schedule, whose items print in full; it stands at the top level."""
    return isinstance(block, Table) and block.id in {EVIDENCE_SCHEDULE, EVIDENCE_UNSEEN}


def is_matrix(block: Block) -> bool:
    """Tell whether the block is the table of persons and counts; it stands at the top level."""
    return isinstance(block, Table) and block.id == MATRIX
