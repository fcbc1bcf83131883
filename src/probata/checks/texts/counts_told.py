"""Numbers in our sentences in English that are told of a recorded event, and cannot be its count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from probata.checks.texts.bare_numbers import is_bare, is_beside_others
from probata.checks.texts.cited_places import cited_places, numbers_of_place
from probata.checks.texts.named_events import named_events
from probata.checks.texts.sentences import Sentence
from probata.checks.texts.typed_numbers import TypedNumber, numbers_in
from probata.checks.texts.word_lists import word_list
from probata.checks.texts.worded_numbers import worded_numbers
from probata.graph.case_graph import CaseGraph
from probata.model.event import Event
from probata.model.quantity import Bound, Count, Quantity

_ROUGH = Fraction(1, 4)
"""How far from another a number may be that is only about so."""


class ToldCount(NamedTuple):
    """A number that is told of an event, and what its record counts."""

    number: TypedNumber
    event: Event
    value: Quantity
    is_sure: bool = True
    """False where it may be a part of those whom the event counts."""


def counts_told_otherwise(graph: CaseGraph, sentence: Sentence) -> Iterator[ToldCount]:
    """Give the numbers of a sentence that cannot be the count of the event of which they are told."""
    if not _counted(graph):
        return
    numbers = (*(numbers_in(sentence) if any(map(str.isdigit, sentence.own)) else ()), *worded_numbers(sentence))
    if not numbers:
        return
    if len(numbers) == 1 and _tells_number(sentence, numbers[0]):
        for event, count in _counted_from(graph, sentence):
            if all(_is_another(numbers[0], value) for value in count.given):
                yield ToldCount(numbers[0], event, count.value)
        return
    counted = [(event, event.count) for event in _events_of(graph, sentence) if event.count and event.count.unit]
    if len(counted) == 1 and not counted[0][1].period and not _is_beside_it(sentence):
        yield from _more_than(sentence, numbers, *counted[0])
    elif not counted and len(numbers) == 1 and _is_all(numbers[0]):
        for event, count in _counted_from(graph, sentence):
            if not count.period and all(_is_another(numbers[0], value) for value in count.given):
                yield ToldCount(numbers[0], event, count.value, is_sure=_is_more(numbers[0], count.value))


def _more_than(sentence: Sentence, numbers: tuple[TypedNumber, ...], event: Event, count: Count) -> Iterator[ToldCount]:
    """Give the one number of a sentence on an event that is told of what it counts, or of nothing named, and is more.

    Of two, one may be the whole of which those of the event are a part; others were there before or after it. Beside
    the count itself a number of nothing named is another.
    """
    told = [number for number in numbers if _counts(sentence, number, str(count.unit))]
    if not told and all(_is_more(number, count.value) for number in numbers):
        told = [number for number in numbers if is_bare(number)]
    if len(told) == 1 and all(_is_more(told[0], value) for value in count.given):
        yield ToldCount(told[0], event, count.value)


def _is_all(number: TypedNumber) -> bool:
    """Tell whether a number is told without what it counts, and not as a part or as others besides."""
    before = number.sentence.own[: number.start]
    is_part = re.search(r"\b(?:of|whom)\b[^,;]*$|^\W*of\b[^,;]*,\s*$", before, re.IGNORECASE) is not None
    return is_bare(number) and not is_beside_others(number) and not is_part


def _counted(graph: CaseGraph) -> tuple[tuple[Event, Count], ...]:
    """Return the events whose record counts something, with that count."""
    counted = ((event, event.count) for event in graph.events if event.count)
    return graph.once("events with a count", lambda: tuple(counted))


def _events_of(graph: CaseGraph, sentence: Sentence) -> tuple[Event, ...]:
    """Return the events that a sentence is about: those that it names, and the one in whose record it stands."""
    own = graph.find("events", Event, sentence.text.record_id) if sentence.text.kind == "events" else None
    named = named_events(graph).in_text(sentence.own)
    return tuple({event.id: event for event in (*named, *((own,) if own else ()))}.values())


def _counted_from(graph: CaseGraph, sentence: Sentence) -> Iterator[tuple[Event, Count]]:
    """Give the one event whose count is taken from the same place as the sentence, or in whose record it stands."""
    cited = [(key, numbers_of_place(place)) for key, place in cited_places(sentence.raw)]
    own = sentence.text.record_id if sentence.text.kind == "events" else ""
    found = [(event, count) for event, count in _counted(graph)
             if (event.id == own if own else len(cited) == 1 and cited[0] in _places(count))]  # fmt: skip
    yield from found if len(found) == 1 else ()


def _places(count: Count) -> set[tuple[str, frozenset[int]]]:
    places = ((cited.source, numbers_of_place(cited.pinpoint.value if cited.pinpoint else "")) for cited in
              count.citations)  # fmt: skip
    return {(source, numbers) for source, numbers in places if numbers}


def _tells_number(sentence: Sentence, number: TypedNumber) -> bool:
    """Tell whether a number is said to be how many they were; in an event's own text “its number” may be of a thing."""
    key = "number_of_them" if sentence.text.kind == "events" else "number_at"
    return not number.is_percent and _before(key).search(sentence.own[: number.start]) is not None


def _is_beside_it(sentence: Sentence) -> bool:
    return re.search(rf"\b(?:{word_list('event_dates')['beside']})\b", sentence.own, re.IGNORECASE) is not None


def _counts(sentence: Sentence, number: TypedNumber, unit: str) -> bool:
    behind = sentence.own[number.start + len(number.written) :]
    return not number.is_percent and re.match(rf"\s+{re.escape(unit)}\b", behind, re.IGNORECASE) is not None


def _is_another(number: TypedNumber, value: Quantity) -> bool:
    """Tell whether a number cannot be a count; of one with a direction, such as *more than*, it cannot be told."""
    is_about = _before("about", alone=True).search(number.sentence.own[: number.start]) is not None
    if value.bound is Bound.NOT_APPLICABLE or value.is_percent or (number.is_rounded and not is_about):
        return False
    slack = _ROUGH if is_about or value.bound is Bound.ABOUT else Fraction(0)
    is_below = number.value < Fraction(value.low) * (1 - slack)
    return is_below or _is_more(number, value)


def _is_more(number: TypedNumber, value: Quantity) -> bool:
    if value.bound in {Bound.NOT_APPLICABLE, Bound.AT_LEAST} or value.is_percent:
        return False
    slack = _ROUGH if number.is_rounded or value.bound is Bound.ABOUT else Fraction(0)
    return number.value > Fraction(value.high) * (1 + slack)


@cache
def _before(key: str, *, alone: bool = False) -> re.Pattern[str]:
    """Match words that stand before a number; those of a number may have a word of *about* between."""
    words = word_list("event_dates")
    about = "" if alone else rf"(?:\s*\b(?:{words['about']}))?"
    return re.compile(rf"\b(?:{words[key]}){about}\s*$", re.IGNORECASE)
