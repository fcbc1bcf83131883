"""The statements that go with a filing, and their exhibits."""

from __future__ import annotations

from probata.graph.case_graph import CaseGraph
from probata.model.case_file import Filing
from probata.model.statement import Statement


def statements_filed(graph: CaseGraph, filing: Filing) -> tuple[Statement, ...]:
    """Return the statement of a filing, and those of the filings that support it."""
    filings = (filing, *(one for one in graph.case.filings if one.supports_filing == filing.id))
    ids = dict.fromkeys(one.statement for one in filings if one.statement)
    return tuple(found for key in ids if (found := graph.find("statements", Statement, key)))


def with_exhibits_filed(graph: CaseGraph, filing: Filing) -> CaseGraph:
    """Return the case without the exhibits of statements that do not go with a filing."""
    filed = {key for one in statements_filed(graph, filing) for key in one.exhibits}
    others = frozenset(key for one in graph.statements for key in one.exhibits if key not in filed)
    return graph.without("exhibits", others)
