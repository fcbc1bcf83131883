"""The recorded events that a sentence tells of by a noun alone, “the operation”.

An event is meant where its paragraph names it, cites a place from which its record is taken, or stands in the record
itself, and no other event of the same noun is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from probata.checks.texts.cited_places import cited_places
from probata.checks.texts.marked_clauses import listed_words
from probata.checks.texts.named_events import named_events
from probata.checks.texts.nouns_of_events import nouns_of
from probata.checks.texts.paragraphs import paragraph_of
from probata.checks.texts.places_of_events import cites_event_alone
from probata.checks.texts.sentences import Sentence
from probata.graph.case_graph import CaseGraph
from probata.model.event import Event


class UnnamedEvent(NamedTuple):
    """Where a sentence tells of an event, and of which."""

    start: int
    end: int
    event: Event


def unnamed_events(graph: CaseGraph, sentence: Sentence) -> Iterator[UnnamedEvent]:
    """Give each noun behind a definite article that means one event; what goes on with a preposition is a name."""
    language = sentence.language
    nouns, definite = graph.once(f"nouns of events in {language}", lambda: _nouns(graph, language))
    matches = tuple(definite.finditer(sentence.own)) if definite else ()
    named = [(one.start, one.end) for one in named_events(graph).placed_in(sentence.own)] if matches else []
    for match in matches:
        start, end = match.span(1)
        told = [event for event in nouns[" ".join(match[1].casefold().split())] if _is_told_of(graph, sentence, event)]
        if len(told) == 1 and not any(first < end and start < last for first, last in named):
            yield UnnamedEvent(start, end, told[0])


def _nouns(graph: CaseGraph, language: str) -> tuple[Mapping[str, tuple[Event, ...]], re.Pattern[str] | None]:
    """Return the events by their nouns, and what finds these behind an article; `None` where there are none."""
    found: dict[str, dict[str, Event]] = {}
    for event in graph.events:
        for noun in nouns_of(event, language):
            found.setdefault(noun, {})[event.id] = event
    known = "|".join(re.escape(noun).replace(r"\ ", r"\s+") for noun in sorted(found, key=len, reverse=True))
    article, behind = (listed_words("event_dates", key, language) for key in ("definite", "named_behind"))
    definite = re.compile(rf"\b{article}({known})\b(?!\s+(?:{behind})\b)", re.IGNORECASE) if found else None
    return {noun: tuple(events.values()) for noun, events in found.items()}, definite


def _is_told_of(graph: CaseGraph, sentence: Sentence, event: Event) -> bool:
    text = sentence.text
    if text.kind == "events":
        return text.record_id == event.id
    paragraph = text.value[slice(*paragraph_of(sentence))]
    is_named = any(one.id == event.id for one in named_events(graph).in_text(paragraph))
    return is_named or any(cites_event_alone([one], event) for one in cited_places(paragraph))
