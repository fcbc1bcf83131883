"""The recorded paragraphs and clauses of authorities, and the words of our sentences that are cited to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from probata.checks.texts.cited_places import numbers_of_place
from probata.checks.texts.printed_sentences import printed_sentences
from probata.checks.texts.segments import Segment, segments_of
from probata.checks.texts.sentences import Sentence
from probata.graph.case_graph import CaseGraph
from probata.model.authority import Authority
from probata.model.citation import parse_pinpoint


@dataclass(frozen=True, slots=True)
class Passage:
    """A holding with its paragraph, or a clause with its number."""

    place: str
    numbers: frozenset[int]
    text: str


@dataclass(frozen=True, slots=True)
class CitedWords:
    """What a sentence says before a citation of one authority and no other work."""

    sentence: Sentence
    start: int
    """Where it begins in the sentence."""
    words: str
    authority: Authority
    place: str
    passages: tuple[Passage, ...]
    """The recorded passages at that place."""
    others: tuple[Passage, ...]
    """Those at other places."""


def cited_words(graph: CaseGraph, language: str) -> Iterator[CitedWords]:
    """Give what our sentences in a language say of recorded passages; a place that is not recorded is left out."""
    authorities = {one.id: one for one in graph.authorities if one.holdings or one.clauses}
    for sentence in printed_sentences(graph, language) if authorities else ():
        for segment in segments_of(sentence):
            authority = authorities.get(segment.cited[0][0]) if len(segment.cited) == 1 else None
            if authority:
                yield from _at_place(sentence, segment, authority)


def _at_place(sentence: Sentence, segment: Segment, authority: Authority) -> Iterator[CitedWords]:
    place = segment.cited[0][1].strip()
    found = parse_pinpoint(place)
    passages = tuple(_passages(authority, found["type"])) if found else ()
    numbers = numbers_of_place(found["value"]) if found else set()
    at = tuple(one for one in passages if one.numbers & numbers)
    if at and numbers == {number for one in at for number in one.numbers & numbers}:
        others = tuple(one for one in passages if one not in at)
        yield CitedWords(sentence, segment.start, segment.own, authority, place, at, others)


def _passages(authority: Authority, kind: str) -> Iterator[Passage]:
    if kind == "paragraph":
        for holding in authority.holdings:
            if holding.paragraph and (numbers := numbers_of_place(holding.paragraph)):
                yield Passage(f"para {holding.paragraph}", numbers, holding.text)
    elif kind == "clause":
        for clause in authority.clauses:
            if clause.number and (numbers := numbers_of_place(str(clause.number))):
                yield Passage(f"cl {clause.number}", numbers, f"{clause.heading or ''}. {clause.text}")
