"""Dates that a sentence in English tells of the recorded events and authorities, each with its record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from probata.checks.texts.named_authorities import named_authorities
from probata.checks.texts.named_events import named_events
from probata.checks.texts.sentences import Sentence
from probata.checks.texts.told_dates_of_names import (
    BoundTime,
    forms_of_acts,
    forms_of_authorities,
    forms_of_courts,
    forms_of_events,
    forms_of_numbers,
    times_bound,
)
from probata.graph.case_graph import CaseGraph
from probata.graph.resolve import keys_in_text
from probata.model.authority import Authority
from probata.model.event import Event

_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_OF_PLACE = re.compile(r"\s+(?:of\s+\S+|\([^()]*\))$")
_CITED = re.compile(r"\[[^\[\]]*@[^\[\]]*\]")
_RULING = frozenset({"judgment", "decision"})


class Told(NamedTuple):
    """A time that a sentence tells of a record."""

    record: Event | Authority
    time: BoundTime
    by_court: bool = False
    """Whether the court is named and the authority only cited, so that it may tell of another ruling of that court."""


def told_of_records(graph: CaseGraph, sentence: Sentence) -> Iterator[Told]:
    """Give each time that a sentence binds to a named event or authority, or to the court of the one that it cites."""
    own = sentence.own
    if not _YEAR.search(own):
        return
    for event in named_events(graph).placed_in(own):
        is_name = _is_name(own, event.start, event.end)
        forms = forms_of_acts() if all(one.kind in {"act", "incident"} for one in event.records) else forms_of_events()
        if len(event.records) == 1 and is_name:
            yield from (Told(event.records[0], time) for time in times_bound(own, event.start, event.end, forms))
    for named in named_authorities(graph).placed_in(own):
        forms = forms_of_numbers() if own[named.end - 1].isdigit() else forms_of_authorities()
        if len(named.records) == 1:
            yield from (Told(named.records[0], time) for time in times_bound(own, named.start, named.end, forms))
    yield from _of_court(graph, sentence)


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
            names = "|".join(re.escape(name) for name in (cited.court, _OF_PLACE.sub("", cited.court)))
            for match in re.finditer(rf"\b(?:{names})\b", sentence.own, re.IGNORECASE):
                is_for_it = _keys_behind(sentence.raw[match.end() :]) == [key]
                bound = times_bound(sentence.own, match.start(), match.end(), forms_of_courts()) if is_for_it else ()
                yield from (Told(cited, time, by_court=True) for time in bound)


def _keys_behind(raw: str) -> list[str]:
    """Return what the first citation in a text leads to."""
    found = _CITED.search(raw)
    return list(keys_in_text(found[0])) if found else []
