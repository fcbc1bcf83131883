"""Citations that begin to name a place and give no number: `report, p.`, `[@uncat, art]`."""

from __future__ import annotations

from probata.checks.texts.citations import PlacedCitation
from probata.checks.texts.words_behind import by_words_behind, read_remark
from probata.graph.case_graph import CaseGraph
from probata.model.citation import Citation, Pinpoint, kind_of_place

_MEANT_ALONE = frozenset({"annex", "figure", "heading", "part", "table"})
"""What a work may have one of, so that the word alone says which."""


def places_without_number(graph: CaseGraph) -> tuple[PlacedCitation, ...]:
    """Return each with its word as the value of the place: those in fields first, then those in Markdown texts."""
    return graph.once("places without a number", lambda: tuple(by_words_behind(graph, _with_place)))


def with_word_as_place(cited: Citation) -> Citation | None:
    """Return a citation whose remark is the word for a place and no more, with the word as its place."""
    return read_remark(cited, _with_place)


def _with_place(key: str, written: str) -> Citation | None:
    kind = kind_of_place(written)
    if kind is None or kind in _MEANT_ALONE:
        return None
    return Citation(source=key, pinpoint=Pinpoint(type=kind, value=written.strip()))
