"""What a case takes from judgments at numbered paragraphs: contended, or cited as evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from probata.checks.engine.case import CheckInput, Loc
from probata.checks.prose.citations import numbers_of_place
from probata.citation import places_in
from probata.model.authority import Authority
from probata.model.citation import Citation

DECIDED = frozenset({"judgment", "decision"})
"""Kinds of authorities that hold something."""
_CONTENDED = "what is contended from"


@dataclass(frozen=True, slots=True)
class Placed:
    """Something said of a judgment, with the paragraphs of it that are cited for it."""

    kind: str
    record_id: str
    loc: Loc
    what: str
    """How a finding begins: `what is contended from`."""
    words: str
    authority: Authority
    places: tuple[str, ...]
    numbers: frozenset[int]

    @property
    def record(self) -> str:
        """The record that says it, as findings name it."""
        return f"{self.kind}/{self.record_id}"

    @property
    def is_contended(self) -> bool:
        """Whether it is a contention, which claims the judgment for itself, and not evidence or a report of it."""
        return self.what == _CONTENDED

    @property
    def held_at(self) -> tuple[str, ...]:
        """Places of the holdings that are recorded with one."""
        return tuple(holding.paragraph for holding in self.authority.holdings if holding.paragraph)

    @property
    def is_beside(self) -> bool:
        """Whether none of its paragraphs is that of a holding; never where no holding has a numbered one."""
        held_at = {number for place in self.held_at for number in numbers_of_place(place)}
        return bool(held_at) and not held_at & self.numbers


def contended(case: CheckInput) -> Iterator[Placed]:
    """Give the contentions that cite paragraphs of a judgment by number."""
    decided = _decided(case)
    for record in decided.values():
        for position, value in enumerate(record.contentions):
            said = ("authorities", record.id, ("contentions", position, "value"), _CONTENDED, value.value)
            yield from _placed(said, {record.id: record}, value.citations)
    for allegation in case.pursued:
        for position, one in enumerate(allegation.contentions):
            loc = ("contentions", position, "value")
            said = ("allegations", allegation.id, loc, _CONTENDED, one.value)
            yield from _placed(said, decided, one.citations)


def as_evidence(case: CheckInput) -> Iterator[Placed]:
    """Give the evidence of allegations that is a numbered paragraph of a judgment."""
    decided = _decided(case)
    for allegation in case.pursued if decided else ():
        for position, item in enumerate(allegation.evidence):
            loc = ("evidence", position, "pinpoint")
            said = ("allegations", allegation.id, loc, "what is cited as evidence from", item.supports or "")
            yield from _placed(said, decided, (item,))


def with_holdings(case: CheckInput) -> Iterator[Authority]:
    """Give the judgments and decisions of which a holding is recorded."""
    yield from (one for one in _decided(case).values() if one.holdings)


def _decided(case: CheckInput) -> dict[str, Authority]:
    return {one.id: one for one in case.graph.authorities if one.kind in DECIDED}


def _placed(
    said: tuple[str, str, Loc, str, str], decided: dict[str, Authority], citations: Iterable[Citation]
) -> Iterator[Placed]:
    """Give what is said once for each judgment of which it cites numbered paragraphs."""
    placed: dict[str, list[str]] = {}
    for one in citations:
        named = places_in(one.pinpoint.type, one.pinpoint.value) if one.pinpoint and one.source in decided else ()
        for value in (value for kind, value in named if kind == "paragraph"):
            placed.setdefault(one.source, []).append(value)
    for key, places in placed.items():
        numbers = frozenset(number for place in places for number in numbers_of_place(place))
        if numbers:
            yield Placed(*said, decided[key], tuple(places), numbers)
