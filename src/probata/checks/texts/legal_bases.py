"""The legal bases of events and relations of command: `Law on Public Order of 2015, art 9; Directive 17, cl 5`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from probata.graph.case_graph import CaseGraph
from probata.model.citation import Citation


class LegalBasis(NamedTuple):
    """A basis with its record."""

    kind: str
    record_id: str
    words: str
    citations: tuple[Citation, ...]
    """What the record cites."""


def legal_bases(graph: CaseGraph) -> Iterator[LegalBasis]:
    """Give the bases of the events, then those of the relations of command; a record without one is left out."""
    for event in graph.events:
        if event.legal_basis:
            yield LegalBasis("events", event.id, event.legal_basis, event.citations)
    for command in graph.commands:
        if command.legal_basis:
            yield LegalBasis("commands", command.id, command.legal_basis, command.citations)
