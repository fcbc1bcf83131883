"""What an entity of ours says beside its properties: fields that FollowTheMoney has no property for.

Only what stands in `FIELDS` goes out or is taken in. Remarks, what a source shows and who may see it never do.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from probata.importers.ftm.entity import Entity
from probata.importers.plain_text import NotTextError, one_line

FIELDS: Mapping[str, tuple[str, ...]] = {
    "people": ("name",),
    "bodies": ("kind", "native", "founded", "dissolved", "short_name", "abbreviation"),
    "positions": ("native",),
    "roles": ("title", "dates", "acting"),
    "events": ("kind", "native", "dates"),
    "commands": ("kind", "dates"),
    "sources": ("type", "language", "translated_title"),
    "listings": ("dates",),
}
"""Fields of each kind that are kept whole."""


def said_beside(entity: Entity, kind: str) -> dict[str, Any]:
    """Return the fields that an entity of ours says beside its properties, as texts and parts of texts."""
    if entity.block.get("kind_of_record") != kind:
        return {}
    found = {key: _texts(entity.block[key]) for key in FIELDS.get(kind, ()) if key in entity.block}
    return {key: value for key, value in found.items() if value}


def own_id(entity: Entity) -> str:
    """Return the id of the record of which an entity of ours was made; empty for those of others."""
    name = entity.block.get("id")
    return name if isinstance(name, str) else ""


def place_in(proof: Entity) -> dict[str, str]:
    """Return the place in a document that an entity of ours says; empty where it says none."""
    place = _texts(proof.block.get("pinpoint", ""))
    return place if isinstance(place, dict) else {}


def _texts(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _texts(one) for key, one in value.items()}
    try:
        return one_line(value)
    except NotTextError:
        return ""
