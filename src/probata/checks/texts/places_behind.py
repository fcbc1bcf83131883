"""The places of sources that bear out a word of a sentence: those of the citation behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from probata.checks.texts.cited_places import cited_places, numbers_of_place
from probata.checks.texts.sentences import Sentence
from probata.graph.case_graph import CaseGraph
from probata.model.allegation import Allegation

Places = tuple[tuple[str, frozenset[int]], ...]
"""Sources, each with the pages or paragraphs of it."""
_CITED = re.compile(r"\[[^\[\]@]*@[^\[\]]*\]")


def places_behind(graph: CaseGraph, sentence: Sentence, start: int) -> Places:
    """Return the places of the first citation behind a number, or else of those that stand in a field beside it."""
    cited = next((match for match in _CITED.finditer(sentence.raw) if match.start() > start), None)
    if cited:
        found = list(cited_places(cited[0]))
    else:
        found = [(one.source, one.pinpoint.value if one.pinpoint else "") for one in sentence.text.citations]
        found += _of_evidence(graph, sentence)
    placed = ((key, numbers_of_place(place)) for key, place in found)
    return tuple((key, numbers) for key, numbers in placed if numbers)


def _of_evidence(graph: CaseGraph, sentence: Sentence) -> Iterator[tuple[str, str]]:
    text = sentence.text
    allegation = graph.find("allegations", Allegation, text.record_id) if text.kind == "allegations" else None
    if allegation and text.loc[0] == "evidence" and isinstance(text.loc[1], int):
        item = allegation.evidence[text.loc[1]]
        if item.pinpoint:
            yield item.source, item.pinpoint.value
