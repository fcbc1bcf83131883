"""Leave out, before anything is composed, the relations of command that no source states and we have only read."""

from __future__ import annotations

from probata.graph.case_graph import CaseGraph


def without_own_readings(graph: CaseGraph) -> CaseGraph:
    """Return the graph without the relations recorded as `inferred`; the same graph where there are none."""
    inferred = frozenset(relation.id for relation in graph.commands if relation.inferred)
    return graph.without("commands", inferred) if inferred else graph
