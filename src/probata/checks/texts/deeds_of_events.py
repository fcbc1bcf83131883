"""The recorded events that a sentence tells of by a verb alone, “he died”, where it cites their places and no other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from probata.checks.texts.cited_places import cited_places
from probata.checks.texts.dates_in_text import times_in
from probata.checks.texts.ladders import ladders
from probata.checks.texts.marked_clauses import TIME, listed_words, put_mark
from probata.checks.texts.nouns_of_events import nouns_of
from probata.checks.texts.places_of_events import cites_event_alone
from probata.checks.texts.sentences import Sentence
from probata.checks.texts.unnamed_events import UnnamedEvent
from probata.checks.texts.word_lists import Words
from probata.graph.case_graph import CaseGraph
from probata.graph.grouped import grouped
from probata.model.event import Event
from probata.model.person import Person

_DEEDS = frozenset({"act", "incident", "reform"})
"""Kinds of events that are told by a verb; an operation and a measure last, and much is done in them."""
_OF_DEEDS = frozenset({"death", "treatment"})
"""Ladders of which each word tells of an event that is called by any of them."""
_WORD = re.compile(r"\w+")
_SHORTEST = 4
"""Letters with which a noun and its verb begin: `refusal`, `refused`."""


def deeds_of_events(graph: CaseGraph, sentence: Sentence) -> Iterator[tuple[UnnamedEvent, ...]]:
    """Give each verb with the events, one or more, of which it may tell.

    What happened “again” or “later” is another deed, and so is one to somebody, or of something, that the record of the
    event does not name.
    """
    cited = list(cited_places(sentence.raw))
    events = [event for event in _citing(graph, cited) if event.kind in _DEEDS and cites_event_alone(cited, event)]
    if not events or _tells_of_another(sentence):
        return
    found: dict[tuple[int, int], list[UnnamedEvent]] = {}
    for event in (one for one in events if not _strange_names(graph, sentence, one)):
        for place in sorted({match.span() for verb in _verbs_of(event, sentence.language)
                             for match in verb.finditer(sentence.own)}):  # fmt: skip
            found.setdefault(place, []).append(UnnamedEvent(*place, event))
    yield from (tuple(found[place]) for place in sorted(found))


def _citing(graph: CaseGraph, cited: list[tuple[str, str]]) -> tuple[Event, ...]:
    """Return the events that cite the first of some sources."""
    pairs = ((one.source, event) for event in graph.events for one in event.citations)
    by_source = graph.once("events by source", lambda: grouped(pairs, lambda pair: pair[0]))
    return tuple({event.id: event for _, event in by_source.get(cited[0][0], ())}.values()) if cited else ()


def _tells_of_another(sentence: Sentence) -> bool:
    words = listed_words("event_dates", "another_deed", sentence.language)
    return re.search(rf"\b(?:{words})\b", sentence.own, re.IGNORECASE) is not None


def _strange_names(graph: CaseGraph, sentence: Sentence, event: Event) -> bool:
    """Tell whether a sentence has a name that is none of the event, of its persons, or of a body."""
    people = [person for key in event.persons if (person := graph.find("people", Person, key))]
    translated = (text for texts in event.translations.values() for text in texts.values())
    own = _words_in((event.title, event.place or "", *(one.name.display for one in people), *translated))
    of_bodies = graph.once("words of bodies", lambda: _words_in(
        name for body in graph.bodies for name in (body.name, body.short_name or "", *body.other_names)))  # fmt: skip
    return any(word.casefold() not in own | of_bodies for word in _names_in(sentence))


def _words_in(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word.casefold() for text in texts for word in _WORD.findall(text))


def _names_in(sentence: Sentence) -> Iterator[str]:
    """Give the words with a capital behind the first, and the numbers right behind such a word, but for dates."""
    own = sentence.own
    for time in times_in(own, sentence.language):
        own = put_mark(own, time.start, time.end, TIME)
    for match in list(_WORD.finditer(own))[1:]:
        is_of_name = re.search(r"\b[A-Z]\w*\s$", own[: match.start()]) is not None
        if match[0][0].isupper() or (match[0].isdigit() and is_of_name):
            yield match[0]


def _verbs_of(event: Event, language: str) -> Iterator[Words | re.Pattern[str]]:
    """Give what tells of a deed by which an event is called: the words of its ladder, or the past of its verb."""
    for noun in nouns_of(event, language):
        steps = [
            step
            for ladder in ladders(language)
            if ladder.about in _OF_DEEDS and any(one.fullmatch(noun) for one in ladder.steps)
            for step in ladder.steps
        ]
        past = _past_of(noun, language)
        yield from steps or ((past,) if past else ())


@cache
def _past_of(noun: str, language: str) -> re.Pattern[str] | None:
    begins = re.sub(rf"(?:{listed_words('event_dates', 'endings', language)})$", "", noun)
    if len(begins) < _SHORTEST or " " in begins:
        return None
    past = listed_words("event_dates", "past", language)
    return re.compile(rf"(?<![\w-]){re.escape(begins)}(?:{past})(?!\w)", re.IGNORECASE)
