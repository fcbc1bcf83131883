"""Which submissions a filing supports: their readers are its readers too."""

from __future__ import annotations

from probata.graph.case_graph import CaseGraph
from probata.model.case_file import Filing


def supported_filings(graph: CaseGraph, filing: Filing) -> tuple[Filing, ...]:
    """Return the filings that one supports, one after the other, without itself; each once, also in a circle."""
    own = {found.id: found for found in graph.case.filings}
    chain: dict[str, Filing] = {}
    following = filing
    while (named := following.supports_filing) in own and named not in chain:
        chain[named] = following = own[named]
    chain.pop(filing.id, None)
    return tuple(chain.values())
