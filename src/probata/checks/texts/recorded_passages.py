"""The recorded paragraphs and clauses of authorities, and the words of our sentences that are cited to them.

A source that an exhibit gives as a recorded statement has the paragraphs of that statement, numbered from its first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from probata.checks.texts.cited_places import numbers_of_place
from probata.checks.texts.printed_sentences import printed_sentences
from probata.checks.texts.segments import Segment, segments_of
from probata.checks.texts.sentences import Sentence
from probata.graph.case_graph import CaseGraph
from probata.graph.statements_of_sources import statements_by_source
from probata.model.authority import Authority
from probata.model.citation import parse_pinpoint
from probata.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Passage:
    """A holding with its paragraph, or a clause with its number."""

    place: str
    numbers: frozenset[int]
    text: str


@dataclass(frozen=True, slots=True)
class Recorded:
    """A work whose words are recorded: an authority, or a statement by the source that is cited for it."""

    id: str
    title: str
    """Its name and court; empty for a statement."""
    passages: Mapping[str, tuple[Passage, ...]]
    """By the kind of place: paragraphs, clauses."""
    is_statement: bool = False


@dataclass(frozen=True, slots=True)
class CitedWords:
    """What a sentence says before a citation of one recorded work and no other."""

    sentence: Sentence
    start: int
    """Where it begins in the sentence."""
    words: str
    work: Recorded
    place: str
    passages: tuple[Passage, ...]
    """The recorded passages at that place."""
    others: tuple[Passage, ...]
    """Those at other places."""


def cited_words(graph: CaseGraph, language: str) -> Iterator[CitedWords]:
    """Give what our sentences in a language say of recorded passages; a place that is not recorded is left out."""
    works = graph.once("works with recorded words", lambda: {one.id: one for one in _works(graph)})
    for sentence in printed_sentences(graph, language) if works else ():
        for segment in segments_of(sentence):
            work = works.get(segment.cited[0][0]) if len(segment.cited) == 1 else None
            if work:
                yield from _at_place(sentence, segment, work)


def _at_place(sentence: Sentence, segment: Segment, work: Recorded) -> Iterator[CitedWords]:
    place = segment.cited[0][1].strip()
    found = parse_pinpoint(place)
    passages = work.passages.get(found["type"], ()) if found else ()
    numbers = numbers_of_place(found["value"]) if found else set()
    at = tuple(one for one in passages if one.numbers & numbers)
    if at and numbers == {number for one in at for number in one.numbers & numbers}:
        others = tuple(one for one in passages if one not in at)
        yield CitedWords(sentence, segment.start, segment.own, work, place, at, others)


def _works(graph: CaseGraph) -> Iterator[Recorded]:
    for authority in graph.authorities:
        passages = {"paragraph": tuple(_held(authority)), "clause": tuple(_clauses(authority))}
        if any(passages.values()):
            yield Recorded(authority.id, f"{authority.name or ''} {authority.court or ''}", passages)
    for source, (statement, *_) in statements_by_source(graph).items():
        if statement.paragraphs:
            yield Recorded(source, "", {"paragraph": tuple(_told(statement))}, is_statement=True)


def _held(authority: Authority) -> Iterator[Passage]:
    for holding in authority.holdings:
        if holding.paragraph and (numbers := numbers_of_place(holding.paragraph)):
            yield Passage(f"para {holding.paragraph}", numbers, holding.text)


def _clauses(authority: Authority) -> Iterator[Passage]:
    for clause in authority.clauses:
        if clause.number and (numbers := numbers_of_place(str(clause.number))):
            yield Passage(f"cl {clause.number}", numbers, f"{clause.heading or ''}. {clause.text}")


def _told(statement: Statement) -> Iterator[Passage]:
    for number, paragraph in enumerate(statement.paragraphs, start=1):
        yield Passage(f"para {number}", frozenset({number}), paragraph.text)
