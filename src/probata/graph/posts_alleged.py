"""The posts of a role on which an allegation rests."""

from __future__ import annotations

from collections.abc import Iterator

from probata.graph.case_graph import CaseGraph
from probata.model.allegation import Allegation
from probata.model.position import Position
from probata.model.role import Role


def posts_alleged(graph: CaseGraph, role: Role, allegation: Allegation) -> Iterator[tuple[str, str | None]]:
    """Give the posts of a role, each with its body; where the allegation names the body of some, those alone.

    A post that is not recorded has no body.
    """
    posts = [(seat.position, graph.find("positions", Position, seat.position)) for seat in role.seats]
    named = [(one, post) for one, post in posts if post and post.body in allegation.bodies]
    yield from ((one, post.body if post else None) for one, post in named or posts)
