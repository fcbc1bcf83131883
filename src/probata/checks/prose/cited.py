"""The findings on what two places tell of one matter: another day, number or denial, or more than the other says.

What stands at a place in a work is known from the paragraphs of statements, quotations, clauses and counts that are taken
from it. A citation bears out what stands before it in its paragraph.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from probata.checks.engine.case import CheckInput
from probata.checks.engine.check import Looked, printed_texts
from probata.checks.engine.finding import Finding
from probata.checks.prose.citations import numbers_of_place, segments_of
from probata.checks.prose.sentences import Sentence, finding_of_words, our_paragraphs, printed_sentences, sentences_in
from probata.checks.prose.tellings import accounts_alike, slips_in
from probata.checks.prose.texts import MarkdownText
from probata.checks.prose.times import times_in
from probata.checks.prose.values import (
    clauses_in,
    counted_in,
    extents_in,
    is_alike,
    is_hedged,
    is_of_time,
    is_raised,
    is_sure,
)
from probata.checks.prose.words import any_of
from probata.checks.records.dates_of_sources import all_older
from probata.diagnostics import say
from probata.graph.case_graph import CaseGraph
from probata.model.citation import Citation, parse_pinpoint
from probata.model.language import primary
from probata.model.quantity import Bound, Count

_HALF = 0.5
"""Of the words of a clause that is certain, those that the doubted sentence shares."""
_CORRECT = (
    "open the source, and correct the one that is wrong; where they tell of two things, say of which each is told"
)


class Place(NamedTuple):
    """A place in a work; without numbers, the work as a whole."""

    source: str
    kind: str = ""
    numbers: frozenset[int] = frozenset()

    def meets(self, other: Place) -> bool:
        """Tell whether two places share a page, paragraph or the like."""
        return (self.source, self.kind) == (other.source, other.kind) and bool(self.numbers & other.numbers)


class Passage(NamedTuple):
    """Words of ours with the places that bear them out."""

    sentence: Sentence
    start: int
    """Where they begin in the sentence."""
    own: str
    places: tuple[Place, ...]
    is_next: bool
    """Whether the citation stands in the same sentence."""


class Words(NamedTuple):
    """What is recorded from a place."""

    record: str
    place: Place
    text: str


def _passages(graph: CaseGraph) -> tuple[Passage, ...]:
    return graph.once("passages with their places", lambda: tuple(_passages_in(graph)))


def _passages_in(graph: CaseGraph) -> Iterator[Passage]:
    language = primary(graph.case.language)
    paragraphs = our_paragraphs(graph, language)
    yield from (one for paragraph in paragraphs for one in _of_paragraph(paragraph))
    read = {paragraph[0].text for paragraph in paragraphs}
    lines = (sentence for sentence in printed_sentences(graph, language) if sentence.text not in read)
    yield from (one for _, sentences in groupby(lines, lambda one: one.text) for one in _of_paragraph(tuple(sentences)))


def _of_paragraph(paragraph: Sequence[Sentence]) -> Iterator[Passage]:
    waiting: list[tuple[Sentence, int, str]] = []
    for sentence in paragraph:
        end = 0
        for segment in segments_of(sentence):
            places = tuple(_place(key, parse_pinpoint(written)) for key, written in segment.cited)
            yield from (Passage(*one, places, is_next=False) for one in waiting)
            yield Passage(sentence, segment.start, segment.own, places, is_next=True)
            waiting, end = [], segment.start + len(segment.raw)
        if sentence.own[end:].strip(" .\n"):
            waiting.append((sentence, end, sentence.own[end:]))
    for sentence, start, own in waiting:
        if places := tuple(map(_place_of, sentence.text.citations)):
            yield Passage(sentence, start, own, places, is_next=True)


def _place(source: str, found: dict[str, str] | None) -> Place:
    return Place(source, found["type"], numbers_of_place(found["value"])) if found else Place(source)


def _place_of(cited: Citation) -> Place:
    return _place(
        cited.source, {"type": cited.pinpoint.type, "value": cited.pinpoint.value} if cited.pinpoint else None
    )


def _recorded(graph: CaseGraph) -> Iterator[Words]:
    """Give what the records have from places: the words of others, and counts as words."""
    exhibited = {one.statement: one.source for one in graph.exhibits if one.statement and one.source}
    for statement in graph.statements:
        if source := statement.source or exhibited.get(statement.id):
            for number, paragraph in enumerate(statement.paragraphs, start=1):
                yield Words(
                    f"statements/{statement.id}", Place(source, "paragraph", frozenset({number})), paragraph.text
                )
    for quotation in graph.quotations:
        if quotation.quoted_in:
            yield Words(f"quotations/{quotation.id}", _place_of(quotation.quoted_in), quotation.text)
    for authority in graph.authorities:
        for clause in authority.clauses:
            place = _place(authority.id, {"type": "clause", "value": clause.number or ""})
            yield Words(f"authorities/{authority.id}", place, clause.text)
    for event in graph.events:
        yield from _of_count(f"events/{event.id}", event.count)
    for allegation in graph.allegations:
        yield from _of_count(f"allegations/{allegation.id}", allegation.affected.count)


_BOUNDS = {Bound.EXACT: "", Bound.AT_LEAST: "at least ", Bound.ABOUT: "about "}
"""How a text that is then read in English says them."""


def _of_count(record: str, count: Count | None) -> Iterator[Words]:
    if count and count.unit and count.value.bound in _BOUNDS:
        number = f"{_BOUNDS[count.value.bound]}{count.value.low:f} {count.unit}"
        yield from (Words(record, _place_of(cited), number) for cited in count.citations)


def _compared(graph: CaseGraph) -> Iterator[tuple[Passage, tuple[Words, ...]]]:
    """Give each passage with what other records have from the places that it cites."""
    by_source: defaultdict[str, list[Words]] = defaultdict(list)
    for words in _recorded(graph):
        by_source[words.place.source].append(words)
    for passage in _passages(graph):
        text = passage.sentence.text
        found = (one for key in dict.fromkeys(place.source for place in passage.places) for one in by_source[key])
        meeting = (one for one in found if any(map(one.place.meets, passage.places)))
        if others := tuple(one for one in meeting if one.record != f"{text.kind}/{text.record_id}"):
            yield passage, others


def of_accounts(case: CheckInput) -> Iterator[Finding]:
    """Find the days and numbers that no other account has, and what is denied, or counted otherwise, where it is cited."""
    for slip in slips_in(case.graph):
        if sentence := slip.telling.sentence:
            yield _finding(case, sentence, slip.start, slip.end, slip.other.record, slip.stated)
    for passage, recorded in _compared(case.graph):
        language = passage.sentence.language
        numbers = {count.number for count in counted_in(passage.sentence.own, language)}
        for count in counted_in(passage.own, language):
            theirs = [(one, other) for one in recorded for other in counted_in(one.text, language) if other.noun]
            alike = [(one, other) for one, other in theirs if other.noun == count.noun]
            if alike and all(other.number not in numbers for _, other in alike):
                one, other = alike[0]
                yield _of_passage(case, passage, count.start, count.end, one, one.text[other.start : other.end])
        denials = any_of("denials", "denials", language)
        for start, clause in clauses_in(passage.own, language):
            parts = (
                (one, part)
                for one in recorded
                for own in _sentences(one, language)
                for _, part in clauses_in(own, language)
            )
            for one, part in parts:
                if bool(denials.search(clause)) != bool(denials.search(part)) and is_alike(clause, part, language):
                    yield _of_passage(case, passage, start, start + len(clause), one, part)


def of_strength(case: CheckInput) -> Iterator[Finding]:
    """Find the numbers, extents and certainties that go beyond what is cited, or beyond another account."""
    for passage, recorded in _compared(case.graph):
        for one in recorded:
            for start, end, stated in _raised(passage.own, one.text, passage.sentence.language):
                yield _of_passage(case, passage, start, end, one, stated)
            yield from _made_certain(case, passage, one)
    for sentence, other in accounts_alike(case.graph):
        if other.sentence:
            for start, end, stated in _raised(sentence.own, other.sentence.own, sentence.language):
                yield _finding(case, sentence, start, end, other.record, say.words(_line(stated)))


def _made_certain(case: CheckInput, passage: Passage, one: Words) -> Iterator[Finding]:
    """Find the clauses that leave out the doubt of the words that they cite, or are certain of it."""
    if one.record.startswith("authorities/"):
        return  # in a law, “may” is a permission
    language = passage.sentence.language
    is_plain = not passage.sentence.attributed and not is_hedged(passage.own, language)
    doubted = [own for own in _sentences(one, language) if is_hedged(own, language) and not is_sure(own, language)]
    for start, clause in clauses_in(passage.own, language) if doubted else ():
        certain = is_sure(clause, language)
        near = (own for own in doubted if certain and is_alike(clause, own, language, _HALF))
        parts = (part for own in doubted for _, part in clauses_in(own, language) if is_hedged(part, language))
        found = next(near, None) or next(
            (part for part in parts if is_plain and is_alike(clause, part, language)), None
        )
        if found:
            yield _of_passage(case, passage, start, start + len(clause), one, found)


def _sentences(one: Words, language: str) -> Iterator[str]:
    yield from (found.own for found in sentences_in(MarkdownText("case", "", (), one.text), language=language))


def _raised(own: str, text: str, language: str) -> Iterator[tuple[int, int, str]]:
    """Give the numbers and extents that say more than the same ones of another text, with what that has."""
    counts, extents = counted_in(text, language), extents_in(text, language)
    for count in counted_in(own, language):
        alike = [one for one in counts if one.number == count.number and (not count.noun or one.noun == count.noun)]
        is_of_things = not is_of_time(own[count.start : count.end])
        if alike and is_of_things and all(is_raised(count.bound, one.bound) for one in alike):
            yield count.start, count.end, text[alike[0].start : alike[0].end]
    for extent in extents_in(own, language):
        less = [one for one in extents if one.noun == extent.noun]
        if less and all(one.level < extent.level for one in less):
            yield extent.start, extent.end, text[less[0].start : less[0].end]


def of_older_works(case: CheckInput) -> Iterator[Finding]:
    """Find the sentences whose times all lie after every work that they cite for them."""
    for passage in _passages(case.graph):
        times = [one for one in times_in(passage.own, passage.sentence.language) if one.first.month]
        if not times or not passage.is_next:
            continue
        first = min(times, key=lambda one: one.first.first)
        older = all_older(case, (place.source for place in passage.places), first.first.first)
        if older and all(one.is_recorded for one in older):
            start = passage.sentence.start + passage.start
            words = say.words(" ".join(passage.own[first.start : first.end].split()))
            yield finding_of_words(
                case, passage.sentence.text, (start + first.start, start + first.end),
                f"the text tells of {words} and cites only older works: {', '.join(map(str, older))}",
                "cite a source from that time or later, or correct the date that is wrong",
            )  # fmt: skip


def _of_passage(case: CheckInput, passage: Passage, start: int, end: int, one: Words, stated: str) -> Finding:
    place = passage.start + start, passage.start + end
    return _finding(case, passage.sentence, *place, one.record, say.words(_line(stated)))


def _finding(case: CheckInput, sentence: Sentence, start: int, end: int, record: str, stated: str) -> Finding:
    own = _line(sentence.own[start:end])
    return finding_of_words(
        case, sentence.text, (sentence.start + start, sentence.start + end),
        f"the text says {say.words(own)}, and {say.record(record)} has {stated}", _CORRECT,
        alike=" ".join(sorted((say.words(own).casefold(), stated.casefold()))),
    )  # fmt: skip


def _line(words: str) -> str:
    return " ".join(words.split())


def texts_and_statements(case: CheckInput) -> Iterator[Looked]:
    """Give the records with a text that is compared, and the statements."""
    yield from dict.fromkeys((*printed_texts(case), *(Looked(f"statements/{one.id}") for one in case.graph.statements)))
