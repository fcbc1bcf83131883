"""The recorded counts of events and of those affected by allegations, and the sentence that tells of one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from probata.checks.texts.cited_places import cited_places, numbers_of_place
from probata.checks.texts.named_events import named_events
from probata.checks.texts.paragraphs import paragraph_of
from probata.checks.texts.sentences import Sentence
from probata.checks.texts.word_lists import any_of
from probata.graph.case_graph import CaseGraph
from probata.model.quantity import Bound, Count

_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 6
"""Letters by which two words are one."""
_SHARED = 2
"""Words of its title by which a sentence tells of a record."""


class RecordedCount(NamedTuple):
    """A count with what its record says of itself."""

    record: str
    title: frozenset[str]
    unit: frozenset[str]
    words: frozenset[str]
    """The words of its title, its unit and its description, cut short, in all languages."""
    counted: Count


def recorded_counts(graph: CaseGraph) -> tuple[RecordedCount, ...]:
    """Return the counts of the case that are no least numbers, and not of a part of something."""
    return graph.once("recorded counts", lambda: tuple(_recorded(graph)))


def _recorded(graph: CaseGraph) -> Iterator[RecordedCount]:
    for event in graph.events:
        if event.count:
            texts = (event.title, *event.other_names, *_translations(event, "title"))
            more = (event.description or "", *_translations(event, "description"))
            yield from _one(f"events/{event.id}", texts, more, event.count)
    for allegation in graph.allegations:
        affected = allegation.affected
        if affected.count:
            more = (affected.community or "", *_translations(affected, "community"))
            yield from _one(f"allegations/{allegation.id}", (allegation.title,), more, affected.count)


def _one(record: str, titles: tuple[str, ...], more: tuple[str, ...], count: Count) -> Iterator[RecordedCount]:
    if count.value.bound not in {Bound.AT_LEAST, Bound.NOT_APPLICABLE} and not count.value.is_percent:
        units = (count.unit or "", *_translations(count, "unit"))
        yield RecordedCount(record, _words(*titles), _words(*units), _words(*titles, *more, *units), count)


def _translations(named: object, field: str) -> tuple[str, ...]:
    return tuple(texts[field] for texts in getattr(named, "translations", {}).values() if texts.get(field))


def _words(*texts: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for text in texts for word in _WORD.findall(text.casefold()))


def counts_told_of(graph: CaseGraph, sentence: Sentence, word: re.Match[str]) -> Iterator[tuple[RecordedCount, bool]]:
    """Give the counts of which a number in a word is told, each with whether that is sure.

    A record is told of where its event is named, or the place of its count is cited, and what the word counts is one of
    its words; it may be a word for people, or for what was named before, where two words of the title stand by. Where
    neither is so, its unit and two words of its title are not sure.
    """
    behind = sentence.own[word.end() :].lstrip().removeprefix("de ")  # in French the word stands without it
    noun = next(iter(_WORD.findall(behind.casefold()[: _STEM * 4])), "")
    is_open = any_of("quantity", "of_people", sentence.language).match(behind) is not None
    named = {f"events/{event.id}" for event in named_events(graph).in_text(sentence.own)}
    said = _words(sentence.own)
    for one in recorded_counts(graph):
        is_about, is_counted = len(said & one.title) >= _SHARED, noun[:_STEM] in one.words
        is_sure = one.record in named or (_cites_place(sentence, one.counted) and (is_about or not is_open))
        if is_sure and (is_open or is_counted):
            yield one, True
        elif not is_open and noun[:_STEM] in one.unit and is_about:
            yield one, False


def _cites_place(sentence: Sentence, count: Count) -> bool:
    """Tell whether the paragraph of a sentence cites the page from which a count is taken."""
    paragraph = sentence.text.value[slice(*paragraph_of(sentence))]
    places = {
        (cited.source, number)
        for cited in count.citations
        for number in numbers_of_place(cited.pinpoint.value if cited.pinpoint else "")
    }
    return any((key, number) in places for key, place in cited_places(paragraph) for number in numbers_of_place(place))
