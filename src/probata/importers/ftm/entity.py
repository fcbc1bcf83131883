"""One entity of FollowTheMoney, with what of it has been read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from probata.diagnostics import Span
from probata.importers.plain_text import NotTextError, one_line

BLOCK = "probata"
"""The key, beside those of FollowTheMoney, under which an entity of ours says more. The library keeps such keys."""


@dataclass(slots=True)
class Entity:
    """An entity. Every property is a list of texts; a link is the id of another entity."""

    id: str
    schema: str
    properties: dict[str, list[str]]
    span: Span
    context: Mapping[str, Any] = field(default_factory=dict)
    """What stands beside the properties: caption, referents, datasets."""

    remarks: list[str] = field(default_factory=list)
    """What could not be read of it, in one clause each."""

    used: set[str] = field(default_factory=set)
    """Properties that have found their place in a record."""

    def all(self, name: str) -> list[str]:
        """Return the values of a property, which are then used."""
        self.used.add(name)
        return self.properties.get(name, [])

    def first(self, name: str) -> str:
        """Return the first value of a property; of several the others are told."""
        values = self.all(name)
        if len(values) > 1:
            self.remarks.append(f"`{name}`: `{values[0]}` is taken, and not {', '.join(f'`{v}`' for v in values[1:])}")
        return values[0] if values else ""

    @property
    def caption(self) -> str:
        """How it is called."""
        caption = self.context.get("caption")
        names = [*self.properties.get("name", []), *self.properties.get("title", [])]
        return caption if isinstance(caption, str) and caption else (names[0] if names else self.id)

    @property
    def block(self) -> Mapping[str, Any]:
        """What an entity of ours says more; nothing in it is trusted."""
        found = self.context.get(BLOCK)
        return found if isinstance(found, dict) else {}


# Only what stands in `FIELDS` goes out or is taken in. Remarks, what a source shows and who may see it never do.

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
