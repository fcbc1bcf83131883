"""Against whom an allegation is made."""

from __future__ import annotations

from probata.graph.case_graph import CaseGraph
from probata.model.allegation import Allegation
from probata.model.role import Role


def persons_charged(allegation: Allegation, graph: CaseGraph) -> tuple[str, ...]:
    """Return the persons against whom an allegation is made, in the order of its roles."""
    roles = (graph.find("roles", Role, alleged.role) for alleged in allegation.roles)
    return tuple(dict.fromkeys(role.person for role in roles if role is not None))
