"""The citations of a case, wherever in a record they are: in fields of their own, and in the Markdown texts."""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check_input import Loc
from probata.checks.texts.cited_places import cited_places
from probata.checks.texts.each_place import time_behind
from probata.checks.texts.markdown_texts import markdown_texts
from probata.diagnostics.value import value
from probata.graph.case_graph import CaseGraph
from probata.model.citation import Citation, Pinpoint, is_citation, parse_pinpoint
from probata.model.parts import fields_towards, parts_at
from probata.model.record import Part


@value()
class PlacedCitation:
    """A citation with the record and the field that hold it."""

    kind: str
    record_id: str
    loc: Loc
    value: Citation


def citations_in(graph: CaseGraph) -> tuple[PlacedCitation, ...]:
    """Return every citation of the case and its records; those in Markdown texts are not among them."""
    return graph.once("citations in fields", lambda: tuple(_in_fields(graph)))


def _in_fields(graph: CaseGraph) -> Iterator[PlacedCitation]:
    for kind, record_id, record in (("case", graph.name, graph.case), *_named(graph)):
        found: list[tuple[Loc, Citation]] = []
        _take(record, (), found)
        yield from (PlacedCitation(kind, record_id, loc, cited) for loc, cited in found)


def citations_in_texts(graph: CaseGraph) -> Iterator[PlacedCitation]:
    """Give the citations of the Markdown texts that name a place, each once for a text; translations repeat them."""
    for text in markdown_texts(graph):
        for key, written in dict.fromkeys(cited_places(text.value)):
            found = parse_pinpoint(written)
            place = Pinpoint.model_validate(found) if found else time_behind(graph, key, written)
            if place:
                cited = Citation(source=key, pinpoint=place)
                yield PlacedCitation(text.kind, text.record_id, text.loc, cited)


def _named(graph: CaseGraph) -> Iterator[tuple[str, str, Part]]:
    yield from ((kind, record.id, record) for kind, record in graph.each())


def _take(part: Part, loc: Loc, found: list[tuple[Loc, Citation]]) -> None:
    if is_citation(part):
        found.append((loc, part))
        return
    for name in fields_towards(type(part), Citation):
        for steps, inner in parts_at(name, getattr(part, name)):
            _take(inner, (*loc, *steps), found)
