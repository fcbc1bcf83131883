"""Through what the command or oversight goes that an allegation rests on: posts, relations, and the bodies between."""

from __future__ import annotations

from collections.abc import Iterator

from probata.graph.case_graph import CaseGraph
from probata.graph.chain_of_command import ChainOfCommand
from probata.graph.posts_alleged import posts_alleged
from probata.model.allegation import Allegation
from probata.model.event import Event
from probata.model.role import Role


def under_command(graph: CaseGraph, allegation: Allegation) -> Iterator[str]:
    """Give the records through which command goes, such as `commands/department-over-battalion`; some more than once.

    They are the posts from which it is alleged, the recorded relations on any way from there to a body that acted or
    that the allegation names, and the bodies of all these. When a relation held is not asked: a date that is corrected
    may open a way or close it.
    """
    starts = frozenset(_starts(graph, allegation))
    ends = frozenset((*allegation.bodies, *_acted(graph, allegation)))
    hops = _chain(graph).between(starts, ends)
    yield from (f"commands/{hop.relation}" for hop in hops if hop.relation)
    met = {*starts, *ends, *(one for hop in hops for one in (hop.superior, hop.subordinate))}
    yield from (f"{kind}/{one}" for one in met for kind in ("positions", "bodies") if graph.has(kind, one))


def _starts(graph: CaseGraph, allegation: Allegation) -> Iterator[str]:
    for alleged in allegation.roles:
        if role := graph.find("roles", Role, alleged.role):
            yield from (one for pair in posts_alleged(graph, role, allegation) for one in pair if one)


def _acted(graph: CaseGraph, allegation: Allegation) -> Iterator[str]:
    for key in allegation.events:
        if event := graph.find("events", Event, key):
            yield from (*event.lead_bodies, *event.bodies)


def _chain(graph: CaseGraph) -> ChainOfCommand:
    return graph.once("chain of command", lambda: ChainOfCommand(graph))
