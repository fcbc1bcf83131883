"""Dates that a sentence tells of the recorded events, authorities and bodies, each with its record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from probata.checks.texts.deeds_of_events import deeds_of_events
from probata.checks.texts.named_authorities import named_authorities
from probata.checks.texts.named_bodies import bodies_in
from probata.checks.texts.named_events import named_events
from probata.checks.texts.sentences import Sentence
from probata.checks.texts.told_dates_of_names import (
    BoundTime,
    forms_of_acts,
    forms_of_authorities,
    forms_of_bodies,
    forms_of_courts,
    forms_of_deeds,
    forms_of_events,
    forms_of_numbers,
    forms_of_unnamed_events,
    times_bound,
)
from probata.checks.texts.unnamed_events import unnamed_events
from probata.checks.texts.word_lists import languages_of
from probata.graph.case_graph import CaseGraph
from probata.graph.resolve import keys_in_text
from probata.model.authority import Authority
from probata.model.body import Body
from probata.model.event import Event

_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_OF_PLACE = re.compile(r"\s+(?:(?:of|de)\s+\S+|\([^()]*\))$")
_CITED = re.compile(r"\[[^\[\]@]*@[^\[\]]*\]")
_RULING = frozenset({"judgment", "decision"})


class Told(NamedTuple):
    """A time that a sentence tells of a record."""

    record: Event | Authority | Body
    time: BoundTime
    by_court: bool = False
    """Whether the court is named and the authority only cited, so that it may tell of another ruling of that court."""
    others: tuple[Event, ...] = ()
    """Other events of which it may be told as well."""


def told_of_records(graph: CaseGraph, sentence: Sentence) -> Iterator[Told]:
    """Give each time that a sentence binds to a named event, authority or body, or to the court of what it cites."""
    own, language = sentence.own, sentence.language
    if not _YEAR.search(own) or language not in languages_of("event_dates"):
        return
    for event in named_events(graph).placed_in(own):
        is_name = _is_name(own, event.start, event.end)
        are_acts = all(one.kind in {"act", "incident"} for one in event.records)
        forms = forms_of_acts(language) if are_acts else forms_of_events(language)
        if len(event.records) == 1 and is_name:
            bound = times_bound(own, event.start, event.end, forms, language)
            yield from (Told(event.records[0], time) for time in bound)
    yield from _of_unnamed_events(graph, sentence)
    for named in named_authorities(graph).placed_in(own):
        is_number = own[named.end - 1].isdigit()
        forms = forms_of_numbers(language) if is_number else forms_of_authorities(language)
        if len(named.records) == 1:
            bound = times_bound(own, named.start, named.end, forms, language)
            yield from (Told(named.records[0], time) for time in bound)
    yield from _of_bodies(graph, sentence)
    yield from _of_court(graph, sentence)


def _of_unnamed_events(graph: CaseGraph, sentence: Sentence) -> Iterator[Told]:
    own, language = sentence.own, sentence.language
    for one in unnamed_events(graph, sentence):
        bound = times_bound(own, one.start, one.end, forms_of_unnamed_events(language), language)
        yield from (Told(one.event, time) for time in bound)


def told_by_deeds(graph: CaseGraph, sentence: Sentence) -> Iterator[Told]:
    """Give each time that a sentence binds to a verb that tells of a recorded event by its deed alone."""
    own, language = sentence.own, sentence.language
    if _YEAR.search(own) and language in languages_of("event_dates"):
        for first, *others in deeds_of_events(graph, sentence):
            bound = times_bound(own, first.start, first.end, forms_of_deeds(language), language)
            yield from (Told(first.event, time, others=tuple(one.event for one in others)) for time in bound)


def _of_bodies(graph: CaseGraph, sentence: Sentence) -> Iterator[Told]:
    for named in bodies_in(graph, sentence.own):
        body, forms = graph.find("bodies", Body, named.body), forms_of_bodies(sentence.language)
        bound = times_bound(sentence.own, named.start, named.end, forms, sentence.language)
        yield from (Told(body, time) for time in bound if body)


def _is_name(own: str, start: int, end: int) -> bool:
    """Tell whether words are written as a name: "raids" and "mass arrests" are words of the language before.

    The capital with which a sentence begins says nothing.
    """
    begins = start if any(map(str.isalnum, own[:start])) else start + 1
    return any(map(str.isupper, own[begins:end]))


def _of_court(graph: CaseGraph, sentence: Sentence) -> Iterator[Told]:
    for key in dict.fromkeys(keys_in_text(sentence.raw)):
        cited = graph.find("authorities", Authority, key)
        if cited and cited.kind in _RULING and cited.court:
            courts = (cited.court, *(texts["court"] for texts in cited.translations.values() if "court" in texts))
            all_names = (name for court in courts for name in (court, _OF_PLACE.sub("", court)))
            names = "|".join(map(re.escape, dict.fromkeys(all_names)))
            for match in re.finditer(rf"\b(?:{names})\b", sentence.own, re.IGNORECASE):
                is_for_it = _keys_behind(sentence.raw[match.end() :]) == [key]
                forms = forms_of_courts(sentence.language) if is_for_it else {}
                bound = times_bound(sentence.own, match.start(), match.end(), forms, sentence.language)
                yield from (Told(cited, time, by_court=True) for time in bound)


def _keys_behind(raw: str) -> list[str]:
    """Return what the first citation in a text leads to."""
    found = _CITED.search(raw)
    return list(keys_in_text(found[0])) if found else []
