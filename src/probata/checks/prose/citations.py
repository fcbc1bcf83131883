"""The citations of a case, in fields of records and in texts, and the places in works that they name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from probata.checks.engine.case import CheckInput, Loc
from probata.checks.engine.finding import Finding
from probata.checks.prose.sentences import Sentence, at_words
from probata.checks.prose.texts import MarkdownText, markdown_texts
from probata.checks.prose.words import by_wording
from probata.citation import places_in
from probata.diagnostics.value import value
from probata.graph.case_graph import CaseGraph
from probata.model.citation import Citation, Pinpoint, bare_time, is_citation, kind_of_place, parse_pinpoint
from probata.model.parts import fields_towards, parts_at
from probata.model.record import Part
from probata.model.source_record import Source

_CITED = re.compile(r"@(?P<key>[\w.:/-]*\w)(?:,(?P<place>[^;\[\]@]*))?")
_RANGE = re.compile(r"(\d{1,9})(?:\s*[-–]\s*(\d{1,9}))?")
_WIDEST = 500
"""Numbers of the longest range that is told apart; a longer one ends there."""


@by_wording
def cited_places(raw: str) -> tuple[tuple[str, str], ...]:
    """Return the key and the place of each citation as it is written, `[@key, pp. 4-5]`; the place may be empty."""
    return tuple((match["key"], match["place"] or "") for match in _CITED.finditer(raw)) if "@" in raw else ()


@by_wording
def numbers_of_place(place: str) -> frozenset[int]:
    """Return the pages or paragraphs that a place names, each one of a range; none where it names none."""
    found: set[int] = set()
    for match in _RANGE.finditer(place):
        first, last = int(match[1]), int(match[2] or match[1])
        found.update(range(first, min(last, first + _WIDEST) + 1))
    return frozenset(found)


def places_agree(recorded: str, cited: str) -> bool:
    """Tell whether two places may be one: they share a number, or one of them names none."""
    ours, theirs = numbers_of_place(recorded), numbers_of_place(cited)
    return not ours or not theirs or bool(ours & theirs)


def each_place(graph: CaseGraph, cited: Citation) -> tuple[Citation, ...]:
    """Return the citation once for each place that it names, with no other; none where it names no place.

    A citation with one place is returned as it is.
    """
    place = cited.pinpoint or time_behind(graph, cited.source, cited.remark or "")
    if place is None:
        return ()
    alone = _alone(place.type, place.value)
    if place is cited.pinpoint and alone == (place,):
        return (cited,)
    return tuple(cited.model_copy(update={"pinpoint": one}) for one in alone)


@by_wording
def _alone(kind: str, value: str) -> tuple[Pinpoint, ...]:
    return tuple(_place(*one) for one in places_in(kind, value))


def time_behind(graph: CaseGraph, key: str, words: str) -> Pinpoint | None:
    """Return the time with which the words behind a work begin, as its notes print it; `None` where there is none.

    Behind a judgment, a treaty or a work that is not recorded, it is one with hours, `0:03:10`.
    """
    source = graph.find("sources", Source, key)
    found = bare_time(words, in_recording=source is not None and source.is_recording)
    return _place("timecode", found[0]) if found else None


def _place(kind: str, value: str) -> Pinpoint:
    return Pinpoint.model_validate({"type": kind, "value": value})


@value()
class PlacedCitation:
    """A citation with the record and the field that hold it."""

    kind: str
    record_id: str
    loc: Loc
    value: Citation


def citations_in(graph: CaseGraph) -> tuple[PlacedCitation, ...]:
    """Return every citation of the case and its records; those in Markdown texts are not among them."""
    return graph.once("citations in fields", lambda: tuple(_in_fields(graph)), settles=True)


def _in_fields(graph: CaseGraph) -> Iterator[PlacedCitation]:
    yield from _in_part("case", graph.name, graph.case)
    yield from graph.from_each("citations", lambda kind, record: _in_part(kind, record.id, record))


def _in_part(kind: str, record_id: str, part: Part) -> Iterator[PlacedCitation]:
    found: list[tuple[Loc, Citation]] = []
    _take(part, (), found)
    yield from (PlacedCitation(kind, record_id, loc, cited) for loc, cited in found)


def citations_in_texts(graph: CaseGraph) -> Iterator[PlacedCitation]:
    """Give the citations of the Markdown texts that name a place, each once for a text; translations repeat them."""
    for text in markdown_texts(graph):
        for key, written in dict.fromkeys(cited_places(text.value)):
            found = parse_pinpoint(written)
            place = Pinpoint.model_validate(found) if found else time_behind(graph, key, written)
            if place:
                cited = Citation(source=key, pinpoint=place)
                yield PlacedCitation(text.kind, text.record_id, text.loc, cited)


def _take(part: Part, loc: Loc, found: list[tuple[Loc, Citation]]) -> None:
    if is_citation(part):
        found.append((loc, part))
        return
    for name in fields_towards(type(part), Citation):
        for steps, inner in parts_at(name, getattr(part, name)):
            _take(inner, (*loc, *steps), found)


_MEANT_ALONE = frozenset({"annex", "figure", "heading", "part", "table"})
"""What a work may have one of, so that the word alone says which."""


def places_without_number(graph: CaseGraph) -> tuple[PlacedCitation, ...]:
    """Return each with its word as the value of the place: those in fields first, then those in Markdown texts."""
    return graph.once("places without a number", lambda: tuple(_without_number(graph)))


def _without_number(graph: CaseGraph) -> Iterator[PlacedCitation]:
    for cited in citations_in(graph):
        if found := with_word_as_place(cited.value):
            yield PlacedCitation(cited.kind, cited.record_id, cited.loc, found)
    for text in markdown_texts(graph):
        for key, words in dict.fromkeys(cited_places(text.value)):
            if found := _with_place(key, words):
                yield PlacedCitation(text.kind, text.record_id, text.loc, found)


def with_word_as_place(cited: Citation) -> Citation | None:
    """Return a citation whose remark is the word for a place and no more, with the word as its place."""
    return None if cited.pinpoint else _with_place(cited.source, cited.remark or "")


def _with_place(key: str, written: str) -> Citation | None:
    kind = kind_of_place(written)
    if kind is None or kind in _MEANT_ALONE:
        return None
    return Citation(source=key, pinpoint=Pinpoint(type=kind, value=written.strip()))


def placed_citations(case: CheckInput) -> tuple[PlacedCitation, ...]:
    """Return the citations of a case that name a place, those in fields first and then those in Markdown texts.

    One that names places of several kinds is there once for each.
    """
    return case.once(
        "citations with a place",
        lambda: tuple(
            one if alone is one.value else replace(one, value=alone)
            for one in chain(citations_in(case.graph), citations_in_texts(case.graph))
            for alone in each_place(case.graph, one.value)
        ),
    )


def at_citation(finding: Finding, case: CheckInput, cited: PlacedCitation) -> Finding:
    """Return a finding at the words of a citation in its text; as it is where the citation is a field of its own."""
    by_place = case.once("Markdown texts by place", lambda: {_field_of(one): one for one in markdown_texts(case.graph)})
    text = by_place.get(_field_of(cited))
    place = cited.value.pinpoint.value if cited.value.pinpoint else ""
    found = text and re.search(rf"@{re.escape(cited.value.source)},[^;\[\]@]*?{re.escape(place)}(?!\d)", text.value)
    return at_words(finding, case.graph, text, found.start(), found.end()) if text and found else finding


def _field_of(one: MarkdownText | PlacedCitation) -> tuple[str, str, Loc]:
    return one.kind, one.record_id, one.loc


_BRACKETED = re.compile(r"\[[^\[\]@]*@[^\[\]]*\]")


class Segment(NamedTuple):
    """The words from one citation to the next, with that citation."""

    start: int
    """Where it begins in its sentence."""
    raw: str
    own: str
    cited: tuple[tuple[str, str], ...]
    """Keys and places, as `cited_places` gives them."""


def segments_of(sentence: Sentence) -> tuple[Segment, ...]:
    """Return the words before each citation in square brackets; what stands behind the last one is left out."""
    return _segments(sentence.raw, sentence.own)


@by_wording
def _segments(whole: str, own: str) -> tuple[Segment, ...]:
    found, ahead = [], 0
    for match in _BRACKETED.finditer(whole) if "@" in whole else ():
        end = match.start()
        found.append(Segment(ahead, whole[ahead:end], own[ahead:end], cited_places(match[0])))
        ahead = match.end()
    return tuple(found)
