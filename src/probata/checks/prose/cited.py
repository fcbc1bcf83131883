"""The findings on what two places tell of one matter: another day, number or denial, or more than the other says.

What stands at a place in a work is known from the paragraphs of statements, quotations, clauses and counts that are
taken from it. A citation bears out what stands before it in its paragraph.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from probata.checks.engine.case import CheckInput
from probata.checks.engine.check import TEXTS, check, compared_texts, printed_texts
from probata.checks.engine.finding import Finding
from probata.checks.prose.citations import numbers_of_place, segments_of
from probata.checks.prose.sentences import Sentence, finding_in, our_paragraphs, sentences, sentences_in
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
from probata.diagnostics import Severity, say
from probata.graph.case_graph import CaseGraph
from probata.model.citation import Citation, parse_pinpoint
from probata.model.language import primary
from probata.model.quantity import Bound, Count

_HALF = 0.5
"""Of the words of a clause that is certain, those that the doubted sentence shares."""
_BOUNDS = {Bound.EXACT: "", Bound.AT_LEAST: "at least ", Bound.ABOUT: "about "}
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
    is_beside: bool
    """Whether the citation stands in the same sentence."""

    @property
    def language(self) -> str:
        """The language of the sentence."""
        return self.sentence.language


class Recorded(NamedTuple):
    """Words that a record has from a place."""

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
    lines = (sentence for sentence in sentences(graph, "printed", language) if sentence.text not in read)
    yield from (one for _, found in groupby(lines, lambda one: one.text) for one in _of_paragraph(tuple(found)))


def _of_paragraph(paragraph: Sequence[Sentence]) -> Iterator[Passage]:
    waiting: list[tuple[Sentence, int, str]] = []
    for sentence in paragraph:
        end = 0
        for segment in segments_of(sentence):
            places = tuple(_place(key, parse_pinpoint(written)) for key, written in segment.cited)
            yield from (Passage(*one, places, is_beside=False) for one in waiting)
            yield Passage(sentence, segment.start, segment.own, places, is_beside=True)
            waiting, end = [], segment.start + len(segment.raw)
        if sentence.own[end:].strip(" .\n"):
            waiting.append((sentence, end, sentence.own[end:]))
    for sentence, start, own in waiting:
        if places := tuple(map(_place_of, sentence.text.citations)):
            yield Passage(sentence, start, own, places, is_beside=True)


def _place(source: str, found: dict[str, str] | None) -> Place:
    return Place(source, found["type"], numbers_of_place(found["value"])) if found else Place(source)


def _place_of(cited: Citation) -> Place:
    place = cited.pinpoint
    return _place(cited.source, {"type": place.type, "value": place.value} if place else None)


def _recorded(graph: CaseGraph) -> Iterator[Recorded]:
    exhibited = {one.statement: one.source for one in graph.exhibits if one.statement and one.source}
    for statement in graph.statements:
        if source := statement.source or exhibited.get(statement.id):
            for number, paragraph in enumerate(statement.paragraphs, start=1):
                place = Place(source, "paragraph", frozenset({number}))
                yield Recorded(f"statements/{statement.id}", place, paragraph.text)
    for quotation in graph.quotations:
        if quotation.quoted_in:
            yield Recorded(f"quotations/{quotation.id}", _place_of(quotation.quoted_in), quotation.text)
    for authority in graph.authorities:
        for clause in authority.clauses:
            place = _place(authority.id, {"type": "clause", "value": clause.number or ""})
            yield Recorded(f"authorities/{authority.id}", place, clause.text)
    for event in graph.events:
        yield from _of_count(f"events/{event.id}", event.count)
    for allegation in graph.allegations:
        yield from _of_count(f"allegations/{allegation.id}", allegation.affected.count)


def _of_count(record: str, count: Count | None) -> Iterator[Recorded]:
    """Give a count in words, as a text would, for each place that it is taken from."""
    if count and count.unit and count.value.bound in _BOUNDS:
        words = f"{_BOUNDS[count.value.bound]}{count.value.low:f} {count.unit}"
        yield from (Recorded(record, _place_of(cited), words) for cited in count.citations)


def _compared(graph: CaseGraph) -> Iterator[tuple[Passage, tuple[Recorded, ...]]]:
    """Give each passage with what other records have from the places that it cites."""
    by_source: defaultdict[str, list[Recorded]] = defaultdict(list)
    for one in _recorded(graph):
        by_source[one.place.source].append(one)
    for passage in _passages(graph):
        own = f"{passage.sentence.text.kind}/{passage.sentence.text.record_id}"
        found = (one for key in dict.fromkeys(place.source for place in passage.places) for one in by_source[key])
        others = tuple(one for one in found if one.record != own and any(map(one.place.meets, passage.places)))
        if others:
            yield passage, others


@check("DRA191", Severity.WARNING, "texts and statements", looks_at=compared_texts)
def account_mismatch(case: CheckInput) -> Iterator[Finding]:
    yield from _once(_accounts(case))


def _accounts(case: CheckInput) -> Iterator[Finding]:
    for slip in slips_in(case.graph):
        if sentence := slip.telling.sentence:
            found = _finding(case, sentence, slip.start, slip.end, slip.other.record, slip.stated)
            yield found if slip.is_sure else replace(found, severity=Severity.INFO)
    for passage, recorded in _compared(case.graph):
        numbers = {count.number for count in counted_in(passage.sentence.own, passage.language)}
        theirs = [(one, count) for one in recorded for count in counted_in(one.text, passage.language) if count.noun]
        for count in counted_in(passage.own, passage.language):
            alike = [(one, other) for one, other in theirs if other.noun == count.noun]
            if alike and all(other.number not in numbers for _, other in alike):
                one, other = alike[0]
                yield _of_passage(case, passage, count.start, count.end, one, one.text[other.start : other.end])
        yield from _denials(case, passage, recorded)


def _denials(case: CheckInput, passage: Passage, recorded: Sequence[Recorded]) -> Iterator[Finding]:
    denials = any_of("denials", "denials", passage.language)
    parts = [(one, part) for one in recorded for own in _sentences(one, passage) for part in _clauses(own, passage)]
    for start, clause in clauses_in(passage.own, passage.language):
        for one, part in parts:
            is_denied = bool(denials.search(clause)) != bool(denials.search(part))
            if is_denied and is_alike(clause, part, passage.language):
                yield _of_passage(case, passage, start, start + len(clause), one, part)


def _sentences(one: Recorded, passage: Passage) -> Iterator[str]:
    text = MarkdownText("case", "", (), one.text)
    yield from (found.own for found in sentences_in(text, language=passage.language))


def _clauses(own: str, passage: Passage) -> Iterator[str]:
    yield from (clause for _, clause in clauses_in(own, passage.language))


@check("DRA192", Severity.WARNING, "texts and statements", looks_at=compared_texts)
def stronger_than_source(case: CheckInput) -> Iterator[Finding]:
    yield from _once(_stronger(case))


def _stronger(case: CheckInput) -> Iterator[Finding]:
    for passage, recorded in _compared(case.graph):
        for one in recorded:
            for start, end, stated in _raised(passage.own, one.text, passage.language):
                yield _of_passage(case, passage, start, end, one, stated)
            yield from _made_certain(case, passage, one)
    for sentence, other in accounts_alike(case.graph):
        if other.sentence:
            for start, end, stated in _raised(sentence.own, other.sentence.own, sentence.language):
                yield _finding(case, sentence, start, end, other.record, say.words(_line(stated)))


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


def _made_certain(case: CheckInput, passage: Passage, one: Recorded) -> Iterator[Finding]:
    """Find the clauses that leave out the doubt of the words that they cite, or are certain of it."""
    if one.record.startswith("authorities/"):
        return  # in a law, “may” is a permission
    language = passage.language
    is_plain = not passage.sentence.attributed and not is_hedged(passage.own, language)
    doubted = [own for own in _sentences(one, passage) if is_hedged(own, language) and not is_sure(own, language)]
    parts = [part for own in doubted for part in _clauses(own, passage) if is_hedged(part, language)]
    for start, clause in clauses_in(passage.own, language) if doubted else ():
        certain = (own for own in doubted if is_sure(clause, language) and is_alike(clause, own, language, _HALF))
        plain = (part for part in parts if is_plain and is_alike(clause, part, language))
        if found := next(certain, None) or next(plain, None):
            yield _of_passage(case, passage, start, start + len(clause), one, found)


@check("DRA193", Severity.WARNING, TEXTS, looks_at=printed_texts)
def source_older_than_text(case: CheckInput) -> Iterator[Finding]:
    for passage in _passages(case.graph):
        times = [one for one in times_in(passage.own, passage.language) if one.first.month and passage.is_beside]
        first = min(times, key=lambda one: one.first.first, default=None)
        older = all_older(case, (place.source for place in passage.places), first.first.first) if first else ()
        if first and older and all(one.is_recorded for one in older):
            start, words = passage.start, _line(passage.own[first.start : first.end])
            yield finding_in(
                case, passage.sentence, (start + first.start, start + first.end),
                f"the text tells of {say.words(words)} and cites only older works: {', '.join(map(str, older))}",
                "cite a source from that time or later, or correct the date that is wrong",
            )  # fmt: skip


def _once(findings: Iterator[Finding]) -> Iterator[Finding]:
    """Give the first finding at each place."""
    told = set()
    for found in findings:
        if (found.record, found.span) not in told:
            told.add((found.record, found.span))
            yield found


def _of_passage(case: CheckInput, passage: Passage, start: int, end: int, one: Recorded, stated: str) -> Finding:
    place = passage.start + start, passage.start + end
    return _finding(case, passage.sentence, *place, one.record, say.words(_line(stated)))


def _finding(case: CheckInput, sentence: Sentence, start: int, end: int, record: str, stated: str) -> Finding:
    own = say.words(sentence.words(start, end))
    return finding_in(
        case, sentence, (start, end),
        f"the text says {own}, and {say.record(record)} has {stated}", _CORRECT,
        # The same two words are told once, whichever of several texts has them.
        alike=" ".join(sorted((own.casefold(), stated.casefold()))),
    )  # fmt: skip


def _line(words: str) -> str:
    return " ".join(words.split())
