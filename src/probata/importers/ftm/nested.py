"""Flat entities with their neighbours inside them, as the nested form has them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from probata.importers.ftm.made import Made

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
