"""What an import changes in the records of a case: records that come in, and fields that records of ours get."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from probata.diagnostics import Span
from probata.source.add_to_yaml import longer


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
