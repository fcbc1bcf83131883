"""Entities that go out: their ids, and what they say beside their properties."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from probata.importers.ftm.block import FIELDS
from probata.importers.ftm.entity import BLOCK
from probata.model.dates import When
from probata.model.record import Part, Record

Made = dict[str, Any]
"""An entity as it is written: `id`, `schema`, `properties`, and our own block."""

_NEVER = {"citations", "note", "other_accounts", "translations"}


def entity_id(kind: str, record_id: str) -> str:
    """Return the id of the entity of a record: ours are told from all others, and those of one kind from another."""
    return f"probata-{kind}-{record_id}"


def made(
    kind: str, record: Record, schema: str, properties: Mapping[str, Sequence[str | None]], name: str = ""
) -> Made:
    """Return an entity; properties without a value are left out, and so are values that stand twice."""
    kept = {key: list(dict.fromkeys(filter(None, values))) for key, values in properties.items()}
    block = {"kind_of_record": kind, "id": record.id, **_beside(kind, record)}
    return {
        "id": name or entity_id(kind, record.id),
        "schema": schema,
        "properties": {key: values for key, values in kept.items() if values},
        BLOCK: block,
    }


def _beside(kind: str, record: Record) -> dict[str, Any]:
    values = ((key, getattr(record, key)) for key in FIELDS[kind] if key in record.model_fields_set)
    return {key: plain for key, value in values if (plain := _plain(value))}


def _plain(value: Any) -> Any:
    """Return a value as texts and parts of texts; of a part what is set, without citations and remarks."""
    match value:
        case When():
            return value.text
        case bool():
            return "true" if value else "false"
        case Part():
            inner = {key: _plain(getattr(value, key)) for key in type(value).model_fields
                     if key in value.model_fields_set and key not in _NEVER}  # fmt: skip
            return {key: one for key, one in inner.items() if one}
        case str() | int():
            return str(value)
        case _:
            return ""
