"""The numbers that a case knows: its figures, the cells of its tables, and the totals that sources declare."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

from probata.checks.check_input import CheckInput
from probata.checks.tables.digits_apart import ONE_OTHER, SWAPPED, digits_apart
from probata.checks.tables.known import Known, Place, known_of, places_of
from probata.checks.tables.known_percentages import share_meant, share_missed
from probata.checks.texts.typed_numbers import TypedNumber
from probata.graph.case_graph import CaseGraph
from probata.markup.citation_syntax import parse_citation

FEWEST = 10
"""Smaller numbers are typed for all sorts of reasons."""
LEAST_NEAR = 100
"""Smaller numbers lie near each other by chance."""
NEAR = Fraction(1, 200)
"""Share by which a typed number may miss a known one and still be meant as that."""
_FEWEST_DIGITS = 3
"""Digits of a number of which two may have been swapped."""
TELLING = 1_000
"""A number from here on is taken for a known one wherever it stands."""
_BRACKET = re.compile(r"\[([^\[\]@]*@[^\[\]]*)\]")


class KnownNumbers:
    """All known numbers of a case that are exact or a least number, figures before cells."""

    def __init__(self, case: CheckInput) -> None:
        """Collect them."""
        self._by_value: defaultdict[tuple[bool, Fraction], list[Known]] = defaultdict(list)
        for known in known_of(case):
            self._by_value[known.is_percent, known.value].append(known)
        self._shares = tuple(one for (is_percent, _), same in self._by_value.items() for one in same if is_percent)
        self._tables = tuple(case.tables.values())
        self._values = sorted(self._by_value)
        self._by_length: defaultdict[int, list[Known]] = defaultdict(list)

    def __bool__(self) -> bool:
        """Tell whether there is any."""
        return bool(self._values)

    def equal_to(self, number: TypedNumber) -> Known | None:
        """Return the known number that a typed one is; a small one must cite the very place that the known one has."""
        if number.value < FEWEST and number.value.denominator == 1 and not number.is_percent:
            return None
        same = self._by_value.get((number.is_percent, number.value), [])
        if number.is_percent and (share := share_meant(number, self._shares)):
            return share
        if number.value >= TELLING or not same:
            return same[0] if same else None
        places = _cited_beside(number)
        return next((one for one in same if one.places & places), None)

    def near_to(self, number: TypedNumber) -> Known | None:
        """Return the known number that a typed one misses by little, where they can be meant to be the same.

        A number that is said to be rounded misses nothing; nor does one in a sentence that cites other sources only.
        """
        if number.is_percent:
            missed = share_missed(number, self._shares, self._tables)
            return missed[0] if missed and not missed[1] else None
        cited = frozenset(source for source, _ in _cited_beside(number))
        if number.is_rounded or number.value < (LEAST_NEAR if cited else TELLING):
            return None
        near = [one for one in self._around(number) if not cited or one.sources & cited]
        return min(near, key=lambda one: abs(one.value - number.value), default=None)

    def mistyped(self, number: TypedNumber) -> tuple[Known, bool] | None:
        """Return the known number that a typed one is but for two neighbouring digits swapped, or one that differs.

        The second says which: whether they are swapped. One that differs counts only where the sentence cites what the
        known number is from; a number that ends in noughts is taken to be rounded.
        """
        if number.is_percent:
            missed = share_missed(number, self._shares, self._tables)
            return missed if missed and missed[1] else None
        cited = frozenset(source for source, _ in _cited_beside(number))
        same = self._by_value.get((False, number.value), ())
        if number.is_rounded or number.value.denominator != 1 or number.value % 100 == 0:
            return None
        if any(one.sources & cited for one in same):
            return None
        for one in self._with_digits(len(str(number.value))):
            is_from = bool(one.sources & cited)
            if not one.is_percent and (is_from or (not cited and number.value >= TELLING)):
                apart = digits_apart(str(one.value), str(number.value))
                if apart == SWAPPED or (apart == ONE_OTHER and is_from and number.value >= TELLING):
                    return one, apart == SWAPPED
        return None

    def is_slip(self, graph: CaseGraph, number: TypedNumber) -> bool:
        """Tell whether a number in our own words narrowly misses a known one, or has two of its digits swapped."""
        slip = self.mistyped(number)
        return number.sentence.text.is_own(graph) and bool(self.near_to(number) or (slip and slip[1]))

    def _with_digits(self, count: int) -> Iterator[Known]:
        if count >= _FEWEST_DIGITS and not self._by_length:
            for (_, value), known in self._by_value.items():
                if value.denominator == 1:
                    self._by_length[len(str(value))] += known
        yield from self._by_length[count] if count >= _FEWEST_DIGITS else ()

    def _around(self, number: TypedNumber) -> Iterator[Known]:
        by = max(Fraction(1), number.value * NEAR)
        first = bisect_left(self._values, (number.is_percent, number.value - by))
        last = bisect_right(self._values, (number.is_percent, number.value + by))
        for key in self._values[first:last]:
            yield from self._by_value[key] if key[1] != number.value else ()


def known_numbers(case: CheckInput) -> KnownNumbers:
    """Return the known numbers of a case, collected once: those of large tables take a while."""
    return case.once("known numbers", lambda: KnownNumbers(case))


def _cited_beside(number: TypedNumber) -> frozenset[Place]:
    """Return the sources that the sentence of a number cites, or the field beside its line, each with the place."""
    sentence = number.sentence
    items = (item for match in _BRACKET.finditer(sentence.raw) for item in parse_citation(match[1], str) or ())
    in_text = frozenset(
        (item.key, f"{item.pinpoint.type} {item.pinpoint.value}" if item.pinpoint else "") for item in items
    )
    return in_text | places_of(sentence.text.citations)
