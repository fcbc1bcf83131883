"""Entities of FollowTheMoney as JSON: one on each line or a list, flat or with neighbours nested in them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from probata.diagnostics import Span
from probata.importers.foreign import CannotImportError, NotTextError, one_line, refused
from probata.importers.ftm.entity import Entity, table
from probata.importers.ftm.from_records import Made

_DEEPEST = 8
"""Neighbours inside neighbours; the form itself has three."""
_ENTITY = ("id", "schema")


def read_entities(text: str, shown: str) -> list[Entity]:
    """Return all entities of a file, nested ones too, in its order; of two with one id the second completes the first.

    Raises `CannotImportError` where a line is no JSON, is no entity, or is nested too deep: nobody would see what is
    missing.
    """
    found: dict[str, Entity] = {}
    for span, value in _objects(text, shown):
        _take(value, span, found, 0)
    if not found:
        raise refused("IMP191", "no-entities", "the file holds no entities", Span(shown),
                      "export them as FollowTheMoney JSON, one entity on each line")  # fmt: skip
    return list(found.values())


def _objects(text: str, shown: str) -> Iterator[tuple[Span, Any]]:
    whole = text.strip()
    if whole.startswith("["):
        for item in _decoded(whole, Span(shown), is_list=True):
            yield Span(shown), item
        return
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    if lines and lines[0][1].strip() == "{":
        # One entity, set out on several lines.
        yield Span(shown), _decoded(whole, Span(shown))
        return
    for number, line in lines:
        yield Span(shown, number), _decoded(line, Span(shown, number))


def _decoded(text: str, span: Span, *, is_list: bool = False) -> Any:
    try:
        found = json.loads(text)
    except RecursionError:
        raise _too_deep(span) from None
    except ValueError as error:
        raise _broken(span, f"it is no JSON ({str(error).partition(':')[0].lower()})") from None
    if is_list and not isinstance(found, list):
        raise _broken(span, "it is no list of entities")
    return found


def _take(value: Any, span: Span, found: dict[str, Entity], depth: int) -> str:
    """Take an entity and what is nested in it; return its id."""
    if depth > _DEEPEST:
        raise _too_deep(span)
    if not isinstance(value, dict) or not all(isinstance(value.get(key), str) and value[key] for key in _ENTITY):
        raise _broken(span, "it is no entity: `id` and `schema` are wanted as texts")
    context = {key: one for key, one in value.items() if key not in (*_ENTITY, "properties")}
    name = str(value["id"])
    entity = found.setdefault(name, Entity(name, str(value["schema"]), {}, span, context))
    properties = value.get("properties", {})
    if not isinstance(properties, dict):
        raise _broken(span, "its `properties` are no object")
    for key, values in properties.items():
        for one in values if isinstance(values, list) else [values]:
            _take_value(entity, str(key), one, span, found, depth)
    return name


def _take_value(entity: Entity, key: str, value: Any, span: Span, found: dict[str, Entity], depth: int) -> None:
    if isinstance(value, dict):
        other = _take(value, span, found, depth + 1)
        back = table("reverse").get(key)
        if back:
            _put(found[other], back, entity.id)
        else:
            _put(entity, key, other)
        return
    try:
        text = one_line(value)
    except NotTextError as error:
        entity.remarks.append(f"`{key}` is not taken: {error}")
        return
    if text:
        _put(entity, key, text)


def _put(entity: Entity, key: str, text: str) -> None:
    held = entity.properties.setdefault(key, [])
    if text not in held:
        held.append(text)


def _broken(span: Span, message: str) -> CannotImportError:
    return refused(
        "IMP192", "broken-entity", message, span, "export the entities again: the file was cut off or changed"
    )


def _too_deep(span: Span) -> CannotImportError:
    return refused("IMP193", "entity-too-deep", "entities are nested too deep in it", span, "export them flat")


# Flat entities with their neighbours inside them, as the nested form has them.

_REVERSE = {("Occupancy", "holder"): "positionOccupancies", ("Sanction", "entity"): "sanctions",
            ("Identification", "holder"): "identification", ("Documentation", "entity"): "documentedBy",
            ("UnknownLink", "subject"): "unknownLinkTo", ("Membership", "member"): "membershipMember",
            ("Directorship", "director"): "directorshipDirector"}  # fmt: skip
"""Under which name a neighbour stands, by its schema and the property of its that leads back."""
_AHEAD = ("post", "organization", "document", "object", "proof")
"""Properties whose entity stands in place of its id."""


def nested(entities: Sequence[Made]) -> list[Made]:
    """Return the entities that stand by themselves, each with its neighbours in it.

    An entity that stands in another and is reached from nowhere else has no line of its own; people, bodies and events
    always have one.
    """
    by_id = {one["id"]: one for one in entities}
    back: defaultdict[str, list[tuple[str, str, Made]]] = defaultdict(list)
    inside: set[str] = set()
    for one in entities:
        for (schema, name), reverse in _REVERSE.items():
            if one["schema"] == schema:
                for target in one["properties"].get(name, []):
                    back[target].append((reverse, name, one))
                    inside.add(one["id"])
    return [_with_neighbours(one, by_id, back) for one in entities if one["id"] not in inside]


def _with_neighbours(entity: Made, by_id: dict[str, Made], back: dict[str, list[tuple[str, str, Made]]]) -> Made:
    properties: dict[str, Any] = {**_ahead(entity, by_id, 0)}
    for reverse, name, other in back.get(entity["id"], []):
        inner = {**other, "properties": _ahead(other, by_id, 0)}
        inner["properties"].pop(name, None)
        properties.setdefault(reverse, []).append(inner)
    return {**entity, "properties": properties}


def _ahead(entity: Made, by_id: dict[str, Made], depth: int) -> dict[str, Any]:
    """Return the properties with entities in place of ids, two deep: the post, and its body."""
    return {
        key: [
            {**by_id[value], "properties": _ahead(by_id[value], by_id, depth + 1)}
            if key in _AHEAD and value in by_id and depth <= 1 else value
            for value in values
        ]
        for key, values in entity["properties"].items()
    }  # fmt: skip
