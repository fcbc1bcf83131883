"""Roles as `Occupancy`, relations of command as `UnknownLink`, listings as `Sanction`."""

from __future__ import annotations

from collections.abc import Iterator

from probata.graph.case_graph import CaseGraph
from probata.importers.ftm.made import Made, entity_id, made
from probata.importers.ftm.times import ends_of_tenure, ends_of_time
from probata.model.command import CommandRelation
from probata.model.listing import Listing
from probata.model.role import Role

_COMMANDS = {
    "command_de_jure": "commander of, by law", "command_de_facto": "commander of, in fact", "oversight": "oversees",
    "administrative": "administers", "coordination": "coordinates",
}  # fmt: skip


def occupancies(role: Role, graph: CaseGraph, without_like: list[str]) -> Iterator[Made]:
    """Give one occupancy for each post that is held; a role without a post is none."""
    if not graph.has("people", role.person):
        return
    seats = [seat for seat in role.seats if graph.has("positions", seat.position)]
    if not seats:
        without_like.append(f"role `{role.id}`: no post is recorded that it holds")
    for number, seat in enumerate(seats, 1):
        name = entity_id("roles", role.id) + (f"-{number}" if len(seats) > 1 else "")
        cited = [one.source for one in role.citations if graph.has("sources", one.source)]
        ends = ends_of_time(seat.dates) if seat.dates else ends_of_tenure(role.dates)
        yield made("roles", role, "Occupancy", {
            "holder": [entity_id("people", role.person)], "post": [entity_id("positions", seat.position)],
            "status": [role.status], **ends, "proof": [entity_id("sources", one) for one in cited],
        }, name)  # fmt: skip


def _link(name: str, graph: CaseGraph) -> str:
    return next((entity_id(kind, name) for kind in ("bodies", "positions") if graph.has(kind, name)), "")


def command(relation: CommandRelation, graph: CaseGraph) -> Made | None:
    """Return the link between the two, with what it is in `role`; `None` where one of them does not go out."""
    superior, subordinate = (_link(one, graph) for one in (relation.superior, relation.subordinate))
    if not superior or not subordinate:
        return None
    return made("commands", relation, "UnknownLink", {
        "subject": [superior], "object": [subordinate],
        "role": [_COMMANDS[relation.kind]], **ends_of_tenure(relation.dates),
        "proof": [entity_id("sources", one.source) for one in relation.citations if graph.has("sources", one.source)],
    })  # fmt: skip


def listing(listed: Listing) -> Made:
    """Return the listing of a person."""
    return made("listings", listed, "Sanction", {
        "entity": [entity_id("people", listed.person)], "authority": [listed.authority],
        "program": [listed.programme], "reason": [listed.reason], **ends_of_time(listed.dates),
    })  # fmt: skip
