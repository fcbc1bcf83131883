"""What an import changes in the records of a case, and what becomes of each work, row or entity."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from probata.diagnostics import Diagnostic, Span
from probata.source.add_to_yaml import longer


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


@dataclass(frozen=True, slots=True)
class Filled:
    """Fields that a record of ours gets."""

    id: str
    span: Span
    """Place of the record."""

    fields: Mapping[str, Any]


@dataclass(slots=True)
class Changes:
    """What happens to the records of one kind."""

    added: list[dict[str, Any]] = field(default_factory=list)
    """New records, each with its `id`."""

    filled: list[Filled] = field(default_factory=list)


def together(record: Mapping[str, Any], fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return plain parts with more fields; of a part that stands there, those that it lacks, of a list more entries."""
    made = dict(record)
    for key, value in fields.items():
        held = made.get(key)
        if isinstance(held, Mapping) and isinstance(value, Mapping):
            made[key] = together(held, value)
        else:
            made[key] = longer(held, value) if held and isinstance(value, list) else value
    return made
