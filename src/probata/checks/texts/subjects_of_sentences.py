"""What a sentence is about, as far as the records tell: the sources it rests on, its events, its allegation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from probata.checks.texts.cited_places import cited_places
from probata.checks.texts.named_events import named_events
from probata.checks.texts.sentences import Sentence
from probata.graph.case_graph import CaseGraph
from probata.model.allegation import Allegation
from probata.model.exhibit import Exhibit
from probata.model.source_record import Source
from probata.model.statement import Statement

_WORD = re.compile(r"[\w’'-]+")
_OWN = frozenset({"allegations", "events", "sources"})
"""Kinds of records that are themselves what their texts are about."""


def subjects_of(graph: CaseGraph, sentence: Sentence) -> frozenset[str]:
    """Return the records by their names, `sources/report`; none for a sentence that cites and names nothing.

    A paragraph of a statement is about the sources of the exhibits that it names.
    """
    text = sentence.text
    own = {f"{text.kind}/{text.record_id}"} & {f"{kind}/{text.record_id}" for kind in _OWN}
    sources = {key for key, _ in cited_places(sentence.raw)} | {one.source for one in text.citations}
    sources |= {*_of_evidence(graph, sentence), *_of_exhibits(graph, sentence)}
    events = named_events(graph).in_text(sentence.own)
    return frozenset((*own, *(f"sources/{key}" for key in sources), *(f"events/{event.id}" for event in events)))


def names_of_tellers(graph: CaseGraph, subjects: frozenset[str]) -> frozenset[str]:
    """Return the words of the names of who wrote or published these sources: they say who tells, and not of what."""
    sources = (
        graph.find("sources", Source, name.partition("/")[2]) for name in subjects if name.startswith("sources/")
    )
    names = (
        name
        for source in sources
        if source
        for name in (*(one.literal or one.family or "" for one in source.author), source.publisher or "")
    )
    return frozenset(word for name in names for word in _WORD.findall(name))


def _of_evidence(graph: CaseGraph, sentence: Sentence) -> Iterator[str]:
    text = sentence.text
    allegation = graph.find("allegations", Allegation, text.record_id) if text.kind == "allegations" else None
    if allegation and text.loc[0] == "evidence" and isinstance(text.loc[1], int):
        yield allegation.evidence[text.loc[1]].source


def _of_exhibits(graph: CaseGraph, sentence: Sentence) -> Iterator[str]:
    text = sentence.text
    statement = graph.find("statements", Statement, text.record_id) if text.kind == "statements" else None
    if statement and isinstance(text.loc[1], int):
        for key in statement.paragraphs[text.loc[1]].exhibits:
            exhibit = graph.find("exhibits", Exhibit, key)
            if exhibit and exhibit.source:
                yield exhibit.source
