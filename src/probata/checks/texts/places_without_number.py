"""Citations that begin to name a place and give no number: `report, p.`, `[@uncat, art]`."""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.texts.citations import PlacedCitation, citations_in
from probata.checks.texts.cited_places import cited_places
from probata.checks.texts.markdown_texts import markdown_texts
from probata.graph.case_graph import CaseGraph
from probata.model.citation import Citation, Pinpoint, kind_of_place

_MEANT_ALONE = frozenset({"annex", "figure", "heading", "part", "table"})
"""What a work may have one of, so that the word alone says which."""


def places_without_number(graph: CaseGraph) -> tuple[PlacedCitation, ...]:
    """Return each with its word as the value of the place: those in fields first, then those in Markdown texts."""
    return graph.once("places without a number", lambda: tuple(_all(graph)))


def _all(graph: CaseGraph) -> Iterator[PlacedCitation]:
    for cited in citations_in(graph):
        if found := with_word_as_place(cited.value):
            yield PlacedCitation(cited.kind, cited.record_id, cited.loc, found)
    for text in markdown_texts(graph):
        for key, place in dict.fromkeys(cited_places(text.value)):
            if found := _with_place(key, place):
                yield PlacedCitation(text.kind, text.record_id, text.loc, found)


def with_word_as_place(cited: Citation) -> Citation | None:
    """Return a citation whose remark is the word for a place and no more, with the word as its place."""
    return None if cited.pinpoint else _with_place(cited.source, cited.remark or "")


def _with_place(key: str, written: str) -> Citation | None:
    kind = kind_of_place(written)
    if kind is None or kind in _MEANT_ALONE:
        return None
    return Citation(source=key, pinpoint=Pinpoint(type=kind, value=written.strip()))
