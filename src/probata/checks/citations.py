"""The citations of a case that stand in fields of their own, wherever in a record they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from probata.checks.check_input import Loc
from probata.graph.case_graph import CaseGraph
from probata.model.citation import Citation
from probata.model.parts import fields_towards
from probata.model.record import Part


@dataclass(frozen=True, slots=True)
class PlacedCitation:
    """A citation with the record and the field that hold it."""

    kind: str
    record_id: str
    loc: Loc
    value: Citation


def citations_in(graph: CaseGraph) -> Iterator[PlacedCitation]:
    """Give every citation of the case and its records; those in Markdown texts are not among them."""
    for loc, value in _citations(graph.case, ()):
        yield PlacedCitation("case", graph.name, loc, value)
    for kind, record in graph.each():
        for loc, value in _citations(record, ()):
            yield PlacedCitation(kind, record.id, loc, value)


def _citations(value: Any, loc: Loc) -> Iterator[tuple[Loc, Citation]]:
    if isinstance(value, Citation):
        yield loc, value
    elif isinstance(value, Part):
        for name in fields_towards(type(value), Citation):
            inner = getattr(value, name)
            if isinstance(inner, (Part, tuple)):
                yield from _citations(inner, (*loc, name))
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            yield from _citations(item, (*loc, position))
