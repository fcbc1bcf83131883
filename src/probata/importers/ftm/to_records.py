"""Entities as records on their way in: each kind by its own converter, and what has no like named."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from probata.importers.ftm.block import own_id, said_beside
from probata.importers.ftm.entity import Entity
from probata.importers.ftm.library import Library
from probata.importers.ftm.provenance import provenance
from probata.importers.ftm.tables import technical
from probata.importers.ftm.to_bodies import body, position
from probata.importers.ftm.to_events import event, source
from probata.importers.ftm.to_people import person
from probata.importers.ftm.to_roles import command, listing, post_of_holding, role
from probata.importers.records.incoming import Incoming
from probata.importers.records.placed import placed
from probata.importers.records.said import names_in
from probata.importers.same import of_text

ORDER = ("sources", "people", "bodies", "positions", "events", "roles", "commands", "listings")
"""What others name comes before them."""

_CONVERTERS: dict[str, Callable[[Entity, Library], dict[str, Any]]] = {
    "sources": source, "people": person, "bodies": body, "positions": position, "events": event, "roles": role,
    "commands": command, "listings": listing,
}  # fmt: skip


def records_of(entities: Iterable[Entity]) -> tuple[list[Incoming], list[Entity]]:
    """Return the records in the order in which they are taken in, and the entities that are no record of ours.

    An entity that only says something of another (a passport, what a document proves) is used where that one is.
    """
    library = Library(entities)
    found: list[Incoming] = []
    for kind in ORDER:
        if kind == "positions":
            found += map(_post, library.holdings())
        for entity in library.of(kind):
            found.append(_incoming(entity, kind, library))
    return found, library.unused()


def _incoming(entity: Entity, kind: str, library: Library) -> Incoming:
    fields = {**_CONVERTERS[kind](entity, library), **said_beside(entity, kind)}
    for names in ("aliases", "other_names"):
        if names in fields:
            fields[names] = _others(fields[names], kind, {key: one for key, one in fields.items() if key != names})
    if cited := library.citations_of(entity):
        fields["citations"] = cited
    origin = provenance(entity)
    label = entity.caption if entity.caption != entity.id else str(fields.get("title") or entity.id)
    unheld = tuple(sorted(set(entity.properties) - entity.used - technical()))
    wished = own_id(entity) or entity.id
    return Incoming(
        kind, placed(fields, entity.span), label, entity.span, wished,
        known_as=tuple(dict.fromkeys([entity.id, *_referents(entity)])), provenance=origin,
        remarks=tuple(entity.remarks), unheld=unheld,
    )  # fmt: skip


def _post(holding: Entity) -> Incoming:
    """Return the post that a membership, employment or directorship holds: its word, at its body."""
    name = f"{holding.id}-post"
    return Incoming(
        "positions", placed(post_of_holding(holding), holding.span), f"the post of {holding.id}", holding.span, name
    )


def _others(names: list[Any], kind: str, fields: dict[str, Any]) -> list[Any]:
    """Return the names that no other field has."""
    known = names_in(kind, fields)
    return [one for one in names if of_text(one["name"] if isinstance(one, dict) else one) not in known]


def _referents(entity: Entity) -> Iterator[str]:
    found = entity.context.get("referents")
    yield from (one for one in found if isinstance(one, str)) if isinstance(found, list) else ()
