"""What the fields of a record may hold, as its JSON Schema says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from probata.model.dates import ONE_DATE
from probata.model.record import ID_FORM, MARKDOWN
from probata.model.schema import CASE, record_schema

DATE = "edtf"
"""The `format` of a date or period in our schemas."""
_IN_SHORT = ("value", "stated")
"""Fields for which a text may stand in place of the whole part: the value of a date, the dates of a tenure."""
_DEEPEST = 12
"""Parts inside parts; a kind may hold itself."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What may stand at one place of a record."""

    is_text: bool = False
    is_date: bool = False
    is_one_date: bool = False
    """Whether a date may be no period."""

    is_yes_or_no: bool = False
    is_id: bool = False
    """Whether it is the id of a record."""

    is_markdown: bool = False
    """Whether its text may hold emphasis and citations."""

    choices: tuple[str, ...] = ()
    """The words of a code list; empty where any text may stand."""

    description: str = ""
    fields: Mapping[str, Shape] = field(default_factory=dict)
    """The fields of a part."""

    required: frozenset[str] = frozenset()
    """Those of them that it must have."""

    others: Shape | None = None
    """What stands under keys of any name, as the languages of translations."""

    items: Shape | None = None
    """What the entries of a list are."""

    def below(self, key: str) -> Shape:
        """Return what may stand under a key; nothing is known of a key that no record has."""
        return self.fields.get(key) or self.others or Shape()

    def at(self, path: tuple[str, ...]) -> Shape:
        """Follow a path of keys; lists are gone through."""
        shape = self
        for step in path:
            shape = (shape.items if shape.items and not shape.fields else shape).below(step)
        return shape


@cache
def shape_of(kind: str) -> Shape:
    """Return the shape of one record of a kind, or of the case itself."""
    schema = record_schema(kind)
    record = schema if kind == CASE else schema["items"]
    return _shape(record, schema.get("$defs", {}), _DEEPEST)


def _shape(schema: Mapping[str, Any], parts: Mapping[str, Any], depth: int) -> Shape:
    if depth == 0:
        return Shape()
    ways = [_resolved(one, parts) for one in (schema, *schema.get("anyOf", ()))]
    merged = Shape(description=str(schema.get("description", "")))
    for way in ways:
        merged = _with(merged, way, parts, depth)
    in_short = any(merged.fields[key].is_date for key in _IN_SHORT if key in merged.fields)
    return replace(merged, is_date=True) if merged.is_text and in_short else merged


def _resolved(schema: Mapping[str, Any], parts: Mapping[str, Any]) -> Mapping[str, Any]:
    found: Mapping[str, Any] = parts.get(str(schema.get("$ref", "")).removeprefix("#/$defs/"), schema)
    return found


def _with(shape: Shape, way: Mapping[str, Any], parts: Mapping[str, Any], depth: int) -> Shape:
    kinds = way.get("type", ())
    kinds = {kinds} if isinstance(kinds, str) else set(kinds)
    other = way.get("additionalProperties")
    choices = way.get("enum") or ([way["const"]] if "const" in way else [])
    fields = {key: _shape(one, parts, depth - 1) for key, one in way.get("properties", {}).items()}
    items = way.get("items")
    return Shape(
        is_text=shape.is_text or bool(kinds & {"string", "number", "integer", "boolean"}) or bool(choices),
        is_date=shape.is_date or way.get("format") == DATE,
        is_one_date=shape.is_one_date or way.get("pattern") == ONE_DATE,
        is_yes_or_no=shape.is_yes_or_no or "boolean" in kinds,
        is_id=shape.is_id or way.get("pattern") == ID_FORM,
        is_markdown=shape.is_markdown or way.get("contentMediaType") == MARKDOWN,
        choices=shape.choices or tuple(dict.fromkeys(map(str, choices))),
        description=shape.description or str(way.get("description", "")),
        fields={**shape.fields, **fields},
        required=shape.required | frozenset(way.get("required", ())),
        others=shape.others or (_shape(other, parts, depth - 1) if isinstance(other, dict) else None),
        items=shape.items or (_shape(items, parts, depth - 1) if isinstance(items, dict) else None),
    )
