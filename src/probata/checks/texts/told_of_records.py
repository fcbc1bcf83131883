"""Dates that a sentence tells of the recorded events, authorities and bodies, each with its record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from probata.checks.prose.sentences import Sentence
from probata.checks.prose.words import languages_of
from probata.checks.texts.named_authorities import named_authorities
from probata.checks.texts.named_bodies import bodies_in
from probata.checks.texts.named_events import named_events
from probata.checks.texts.told_dates_of_names import (
    BoundTime,
    forms_of_acts,
    forms_of_authorities,
    forms_of_bodies,
    forms_of_events,
    forms_of_numbers,
    times_bound,
)
from probata.graph.case_graph import CaseGraph
from probata.model.authority import Authority
from probata.model.body import Body
from probata.model.event import Event

HAS_YEAR = re.compile(r"(?:1[89]|20)\d\d")


class Told(NamedTuple):
    """A time that a sentence tells of a record."""

    record: Event | Authority | Body
    time: BoundTime


def told_of_records(graph: CaseGraph, sentence: Sentence) -> Iterator[Told]:
    """Give each time that a sentence binds to an event, authority or body that it names."""
    own, language = sentence.own, sentence.language
    if language not in languages_of("event_dates"):
        return
    for event in named_events(graph).placed_in(own):
        if len(event.records) == 1 and _is_name(own, event.start, event.end):
            is_act = event.records[0].kind in {"act", "incident"}
            forms = forms_of_acts(language) if is_act else forms_of_events(language)
            bound = times_bound(own, event.start, event.end, forms, language)
            yield from (Told(event.records[0], time) for time in bound)
    for named in named_authorities(graph).placed_in(own):
        if len(named.records) == 1:
            is_number = own[named.end - 1].isdigit()
            forms = forms_of_numbers(language) if is_number else forms_of_authorities(language)
            bound = times_bound(own, named.start, named.end, forms, language)
            yield from (Told(named.records[0], time) for time in bound)
    for name in bodies_in(graph, own):
        body = graph.find("bodies", Body, name.body)
        bound = times_bound(own, name.start, name.end, forms_of_bodies(language), language)
        yield from (Told(body, time) for time in bound if body)


def _is_name(own: str, start: int, end: int) -> bool:
    """Tell whether words are written as a name: "raids" and "mass arrests" are words of the language before.

    The capital with which a sentence begins says nothing.
    """
    begins = start if any(map(str.isalnum, own[:start])) else start + 1
    return any(map(str.isupper, own[begins:end]))
