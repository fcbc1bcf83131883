"""A record of others on its way in, what it changes in the records of a case, and what becomes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from probata.diagnostics import Diagnostic, Severity, Span
from probata.edits.change import MoreFields
from probata.source.node import Entry, MappingNode, Node, Scalar, SequenceNode


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a row, or an entity, says, in our fields; every value with its place."""

    kind: str
    node: MappingNode
    """Its fields, without `id`; references as they are written there."""

    label: str
    """What messages call it."""

    span: Span
    wished: str = ""
    """The id that it has where it comes from."""

    is_named_apart: bool = False
    """Whether somebody gave it that id to tell it from others: one of ours that is only alike is then another."""

    is_work: bool = False
    """Whether it is a work of somebody's library: its ids count the works of that library, and prove nothing here."""

    coarse: frozenset[str] = frozenset()
    """Fields that are too coarse there to be compared with ours; a new record gets them."""

    known_as: tuple[str, ...] = ()
    """Other ids that it has there: a record of ours with one of them is the same."""

    provenance: str = ""
    """Where it comes from, as a remark for the team in a record that is new."""

    faults: tuple[Diagnostic, ...] = ()
    """Why it cannot be taken in, found while it was read."""

    remarks: tuple[str, ...] = ()
    of_new: str = ""
    """What else is to be remarked where it is new."""

    unheld: tuple[str, ...] = ()
    """What is said of it and our records have no field for."""

    persons: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    """Names that were taken for those of persons, or of bodies, and may be the other."""


def fault(code: str, name: str, message: str, span: Span, help: str) -> Diagnostic:
    """Make the must-fix finding for which a row or an entity is refused."""
    return Diagnostic(code, name, Severity.ERROR, message, span, help)


# Plain data as nodes that all stand at one place.


def placed(fields: Mapping[str, Any], span: Span) -> MappingNode:
    """Return the fields of a record, each at the place of the record; what holds nothing is left out."""
    entries = (
        Entry(Scalar(key, span), _node(value, span)) for key, value in fields.items() if value not in ("", [], {})
    )
    return MappingNode(tuple(entries), span)


def _node(value: Any, span: Span) -> Node:
    if isinstance(value, Mapping):
        return placed(value, span)
    if isinstance(value, list):
        return SequenceNode(tuple(_node(one, span) for one in value), span)
    return Scalar("" if value is None else str(value), span, value is None)


@dataclass(slots=True)
class Held:
    """A record that the case holds, or will hold when all before it is taken in."""

    id: str
    fields: dict[str, Any]
    span: Span | None = None
    """Place of the record; `None` for one that is not written yet."""

    is_locked: bool = False
    """Whether it may not be added to: what stands there cannot be read."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A field in which the two cannot both be right."""

    field: str
    ours: Any
    theirs: Any


class Fate(StrEnum):
    """What becomes of a work, a row or an entity."""

    ADDED = "added"
    FILLED = "filled in"
    SAME = "there already"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one foreign work, row or entity, and why."""

    fate: Fate
    id: str
    """Id of the record that it is or becomes; of a refused work that of the source it is like; else empty."""

    label: str
    """Its title, or what else it is recognised by."""

    span: Span
    kind: str = ""
    """Kind of the record; empty of a work, which is a source."""

    by: str = ""
    """By what it was matched with a record of ours."""

    filled: tuple[str, ...] = ()
    """Fields that it gives to a record of ours, with dots."""

    against: tuple[Contradiction, ...] = ()
    kept: tuple[Contradiction, ...] = ()
    """Fields of ours that stay as they are, though the file says something else, or more, that may be right too."""

    faults: tuple[Diagnostic, ...] = ()
    """Why it is refused."""

    remarks: tuple[str, ...] = ()
    unheld: tuple[str, ...] = ()
    """What the file says of it and our records have no field for."""

    persons: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    """Names that were taken for those of persons, or of bodies, and may be the other."""


@dataclass(slots=True)
class Changes:
    """What happens to the records of one kind."""

    added: list[dict[str, Any]] = field(default_factory=list)
    """New records, each with its `id`."""

    filled: list[MoreFields] = field(default_factory=list)
