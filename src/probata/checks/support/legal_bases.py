"""The legal bases of events and relations of command, `Directive 17, cl 5`, and the places that they name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from probata.checks.prose.citations import numbers_of_place
from probata.graph.case_graph import CaseGraph
from probata.model.authority import Authority
from probata.model.citation import Citation, PinpointType, kind_of_place


class LegalBasis(NamedTuple):
    """A basis with its record."""

    kind: str
    record_id: str
    words: str
    citations: tuple[Citation, ...]
    """What the record cites."""


def legal_bases(graph: CaseGraph) -> Iterator[LegalBasis]:
    """Give the bases of the events, then those of the relations of command; a record without one is left out."""
    for event in graph.events:
        if event.legal_basis:
            yield LegalBasis("events", event.id, event.legal_basis, event.citations)
    for command in graph.commands:
        if command.legal_basis:
            yield LegalBasis("commands", command.id, command.legal_basis, command.citations)


_NUMBER = r"\d{1,5}[a-zA-Z]?(?:\(\w{1,4}\))*"
_JOINED = r"(?:\s*[-–,]\s*|\s+(?:to|and)\s+)"
_PLACE = re.compile(
    r"(?<![\w.-])(?P<word>para(?:graph)?s?\.?|cls?\.?|clauses?|arts?\.?|articles?|sections?|regs?\.?|regulations?)\s+"
    rf"(?P<numbers>{_NUMBER}(?:{_JOINED}{_NUMBER})*)(?![\w(])",
    re.IGNORECASE,
)
_PART = re.compile(r"(?<=\d)(?:[a-zA-Z]?(?:\(\w{1,4}\))+|[a-zA-Z]\b)")
"""What stands behind a number and is a part of its place."""
_TO = re.compile(r"\s+to\s+")


class PlaceInWords(NamedTuple):
    """A place, and where it stands in a text."""

    start: int
    end: int
    kind: PinpointType
    numbers: frozenset[int]


def places_in_words(text: str) -> Iterator[PlaceInWords]:
    """Give the places of a text; what stands in brackets behind a number is a part of that place."""
    for match in _PLACE.finditer(text):
        if kind := kind_of_place(match["word"].casefold()):
            yield PlaceInWords(match.start(), match.end(), kind, main_numbers(match["numbers"]))


def main_numbers(value: str) -> frozenset[int]:
    """Return the numbers of a place without those of its parts: 4 of `4(2)`, all of a range; none where it has none."""
    return numbers_of_place(_TO.sub("-", _PART.sub("", value)))


class ClauseOfBasis(NamedTuple):
    """Clauses that the legal basis of a record names."""

    kind: str
    record_id: str
    words: str
    authority: Authority
    numbers: frozenset[int]


def clauses_of_bases(graph: CaseGraph, authorities: Iterable[Authority]) -> Iterator[ClauseOfBasis]:
    """Give the clauses named right behind one of these authorities; each law of a basis ends at a semicolon."""
    named = [(name, one) for one in authorities for name in (one.short, one.number) if name]
    for basis in legal_bases(graph):
        for part in basis.words.split(";"):
            authority = next((one for name, one in named if re.match(rf"\s*{re.escape(name)}\s*,", part)), None)
            for place in places_in_words(part) if authority else ():
                if authority and place.kind == "clause":
                    yield ClauseOfBasis(basis.kind, basis.record_id, part.strip(), authority, place.numbers)
