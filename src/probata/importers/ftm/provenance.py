"""Where a record from a database comes from, as a remark for the team: a lead, and no evidence by itself."""

from __future__ import annotations

from probata.importers.ftm.block import own_id
from probata.importers.ftm.entity import Entity

_LONGEST = 2_000
_LEADS = ("sourceUrl", "publisherUrl", "wikipediaUrl", "wikidataId")
_TOLD = {"first_seen": "first seen", "last_seen": "last seen", "last_change": "last changed"}


def provenance(entity: Entity) -> str:
    """Return the remark; empty for an entity of ours, which comes back to where it was."""
    if own_id(entity):
        entity.used.update(_LEADS)
        return ""
    sets = entity.context.get("datasets")
    named = ", ".join(one for one in sets if isinstance(one, str)) if isinstance(sets, list) else ""
    days = [
        f"{words} {entity.context[key]}" for key, words in _TOLD.items() if isinstance(entity.context.get(key), str)
    ]
    leads = [text for name in _LEADS for text in entity.all(name)]
    parts = [
        f"FollowTheMoney `{entity.id}`: says a database, and is no evidence until a source is cited",
        f"datasets: {named}" if named else "",
        "; ".join(days),
        f"leads: {' '.join(leads)}" if leads else "",
    ]
    return ". ".join(part for part in parts if part)[:_LONGEST]
