"""The clauses that legal bases name of an authority, by its short name or number: `Directive 17, clauses 2 to 9`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from probata.checks.texts.legal_bases import legal_bases
from probata.checks.texts.places_in_words import places_in_words
from probata.graph.case_graph import CaseGraph
from probata.model.authority import Authority


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
