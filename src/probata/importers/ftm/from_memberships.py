"""Members and directors of a body as `Membership` and `Directorship`, beside the `Occupancy` of their post.

Programs that draw networks tie a person to a body by these, and know nothing of posts. They say again what the
occupancy says, and coming back they are passed over for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from probata.graph.case_graph import CaseGraph
from probata.importers.ftm.made import Made, entity_id, made
from probata.importers.ftm.tables import called, holdings
from probata.importers.ftm.times import ends_of_tenure, ends_of_time
from probata.model.body import Body
from probata.model.position import Position
from probata.model.role import Role, Seat

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def memberships(role: Role, graph: CaseGraph, schema_of: dict[str, str]) -> Iterator[Made]:
    """Give what a role is beside its occupancies; `schema_of` says which schema each entity of a body has."""
    for number, seat in enumerate(role.seats, 1):
        post = graph.find("positions", Position, seat.position)
        body = graph.find("bodies", Body, post.body or "") if post else None
        if post is None or body is None or not graph.has("people", role.person):
            continue
        schema = _schema(post.title, schema_of.get(entity_id("bodies", body.id), ""))
        if schema:
            yield _made(role, seat, post, body, schema, f"-{number}" if len(role.seats) > 1 else "")


def _made(role: Role, seat: Seat, post: Position, body: Body, schema: str, number: str) -> Made:
    names = holdings()[schema]
    ends = ends_of_time(seat.dates) if seat.dates else ends_of_tenure(role.dates)
    return made("roles", role, schema, {
        names["person"]: [entity_id("people", role.person)], names["body"]: [entity_id("bodies", body.id)],
        "role": [post.title], "status": [role.status], **ends,
    }, f"{entity_id('roles', role.id)}-{schema.lower()}{number}")  # fmt: skip


def _schema(title: str, of_body: str) -> str:
    """Return as what the holder of a post is told, too; empty for most.

    The director of an authority heads an office; a directorship is one of a company or another body that is none.
    """
    words = _WORD.findall(title.casefold())
    head = next((word for word in words if word not in called()["before"]), "")
    if head in called()["Membership"]:
        return "Membership"
    return "Directorship" if head in called()["Directorship"] and of_body != "PublicBody" else ""
