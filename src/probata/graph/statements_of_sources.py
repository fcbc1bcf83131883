"""Which recorded statements a source holds, as the exhibits say."""

from __future__ import annotations

from collections.abc import Mapping

from probata.graph.case_graph import CaseGraph
from probata.model.statement import Statement


def statements_by_source(graph: CaseGraph) -> Mapping[str, tuple[Statement, ...]]:
    """Return the statements by the ids of their sources, in the order of the exhibits, each once.

    A source without a recorded statement is left out.
    """
    return graph.once("statements by source", lambda: _by_source(graph))


def _by_source(graph: CaseGraph) -> dict[str, tuple[Statement, ...]]:
    found: dict[str, dict[str, Statement]] = {}
    for exhibit in graph.exhibits:
        statement = graph.find("statements", Statement, exhibit.statement or "")
        if exhibit.source and statement:
            found.setdefault(exhibit.source, {})[statement.id] = statement
    return {source: tuple(several.values()) for source, several in found.items()}
