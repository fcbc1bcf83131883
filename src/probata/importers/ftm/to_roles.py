"""`Occupancy` and its like as roles, `Sanction` as a listing, our own `UnknownLink` as a relation of command."""

from __future__ import annotations

from typing import Any

from probata.importers.ftm.entity import Entity
from probata.importers.ftm.library import Library
from probata.importers.ftm.tables import holdings
from probata.importers.ftm.values import one_date
from probata.importers.records.period import period

_STATUSES = {"current", "ended", "unknown"}


def role(entity: Entity, library: Library) -> dict[str, Any]:
    """Return a role. A date on which somebody was seen in a post is neither its beginning nor its end."""
    status = entity.first("status").lower()
    said = status if status in _STATUSES else ""
    if status and not said:
        entity.remarks.append(f"`status` `{status}` is not taken: it is neither current, ended nor unknown")
    if entity.schema in holdings():
        names = holdings()[entity.schema]
        posts, holder = [f"{entity.id}-post"], entity.first(names["person"])
        title = _word(entity)
    else:
        posts, holder = [one.first("post") for one in library.siblings(entity)], entity.first("holder")
        found = library.find(posts[0])
        title = found.caption if found else posts[0]
    seats = list(filter(None, posts))
    return {"person": holder, "seats": seats, "title": title, "dates": _tenure(entity), "status": said}


def post_of_holding(entity: Entity) -> dict[str, Any]:
    """Return the post that is held at a body without being named as one: `Colonel` at a brigade."""
    return {"title": _word(entity), "body": entity.first(holdings()[entity.schema]["body"])}


def listing(entity: Entity, library: Library) -> dict[str, Any]:
    """Return a listing; `programId` and the rest of what identifies it is told as not kept."""
    start, end = one_date(entity, "startDate") or one_date(entity, "listingDate"), one_date(entity, "endDate")
    return {
        "person": entity.first("entity"),
        "authority": entity.first("authority"),
        "programme": entity.first("program"),
        "dates": period(start, end) if start or end else "",
        "reason": entity.first("reason"),
    }


def command(entity: Entity, library: Library) -> dict[str, Any]:
    """Return a relation of command that went out of a case; its kind stands in our own block."""
    entity.used.update(("role", "startDate", "endDate"))
    return {"superior": entity.first("subject"), "subordinate": entity.first("object")}


def _word(entity: Entity) -> str:
    return next(iter(entity.all("role")), "") or holdings()[entity.schema]["word"]


def _tenure(entity: Entity) -> Any:
    start, end, seen = (one_date(entity, name) for name in ("startDate", "endDate", "date"))
    if start or end:
        return period(start, end)
    return {"stated": seen, "start_known": "false", "end_known": "false"} if seen else ""
