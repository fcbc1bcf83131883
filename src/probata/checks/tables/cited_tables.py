"""The tables that are taken from the places which a sentence cites, and the amounts that a case gives besides."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from probata.checks.check_input import CheckInput
from probata.checks.tables.table_numbers import TableNumbers, numbers_of
from probata.checks.texts.cited_places import cited_places
from probata.checks.texts.sentences import Sentence


def cited_tables(case: CheckInput, sentence: Sentence) -> tuple[TableNumbers, ...]:
    """Return the tables that come from the pages or paragraphs which a sentence cites, in it or beside its line.

    Nothing where it cites none, or one from which no table comes: what it tells may stand there.
    """
    beside = [(one.source, one.pinpoint.value if one.pinpoint else "") for one in sentence.text.citations]
    places = dict.fromkeys([*cited_places(sentence.raw), *beside])
    tables = case.once("numbers of tables", lambda: numbers_of(case.tables.values()))
    from_each = [[one for one in tables if one.is_from(source, place)] for source, place in places]
    if not all(from_each):
        return ()
    return tuple({one.table.dataset.id: one for found in from_each for one in found}.values())


def recorded_amounts(case: CheckInput) -> frozenset[Fraction]:
    """Return what the figures come to and what events and allegations count: numbers that somebody stands by."""
    return case.once("recorded amounts", lambda: frozenset(_recorded(case)))


def _recorded(case: CheckInput) -> Iterator[Fraction]:
    for found in case.figures.values():
        yield from (end for end in (found.amount.low, found.amount.high) if end is not None)
    counts = (*(event.count for event in case.graph.events), *(one.affected.count for one in case.graph.allegations))
    for count in filter(None, counts):
        yield from (Fraction(count.value.low), Fraction(count.value.high))
