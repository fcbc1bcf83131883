"""The numbers that a case knows: its figures, the cells of its tables, and the totals that sources declare."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeGuard

from probata.checks.check_input import CheckInput
from probata.checks.texts.typed_numbers import TypedNumber
from probata.figures import TypedTable, decimals_of, ends_shown
from probata.markup.citation_syntax import parse_citation
from probata.model.citation import Citation, Citations
from probata.model.quantity import Bound, Quantity

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
_BRACKET = re.compile(r"\[([^\[\]]*@[^\[\]]*)\]")
_Place = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Known:
    """A number with what it is."""

    value: Fraction
    is_percent: bool
    told: str
    """What it is, for a finding: `the figure `x``, or a cell."""
    figure: str = ""
    """Id of the figure; empty for a cell or total."""
    places: frozenset[_Place] = frozenset()
    """Sources with the place in them."""

    @property
    def sources(self) -> frozenset[str]:
        """The sources without the places."""
        return frozenset(source for source, _ in self.places)


class KnownNumbers:
    """All known numbers of a case that are exact or a least number, figures before cells."""

    def __init__(self, case: CheckInput) -> None:
        """Collect them."""
        tables = (known for table in case.tables.values() for known in (*_cells(table), *_totals(table)))
        self._by_value: defaultdict[tuple[bool, Fraction], list[Known]] = defaultdict(list)
        for known in (*_figures(case), *tables):
            self._by_value[known.is_percent, known.value].append(known)
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
        if number.value >= TELLING or not same:
            return same[0] if same else None
        places = _cited_beside(number)
        return next((one for one in same if one.places & places), None)

    def near_to(self, number: TypedNumber) -> Known | None:
        """Return the known number that a typed one misses by little, where they can be meant to be the same.

        A number that is said to be rounded misses nothing; nor does one in a sentence that cites other sources only.
        """
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
        cited = frozenset(source for source, _ in _cited_beside(number))
        same = self._by_value.get((number.is_percent, number.value), ())
        if number.is_rounded or number.value.denominator != 1 or number.value % 100 == 0:
            return None
        if any(one.sources & cited for one in same):
            return None
        for one in self._with_digits(len(str(number.value))):
            is_from = bool(one.sources & cited)
            if one.is_percent == number.is_percent and (is_from or (not cited and number.value >= TELLING)):
                apart = _apart(str(one.value), str(number.value))
                if apart == _SWAPPED or (apart == _ONE_OTHER and is_from and number.value >= TELLING):
                    return one, apart == _SWAPPED
        return None

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


_SWAPPED, _ONE_OTHER = "swapped", "one other"


def _apart(one: str, other: str) -> str:
    """Tell how two numbers of the same length differ; empty where they are the same or differ otherwise."""
    places = [place for place, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    match places:
        case [_]:
            return _ONE_OTHER
        case [first, second] if second == first + 1 and one[first] == other[second] and one[second] == other[first]:
            return _SWAPPED
    return ""


def _cited_beside(number: TypedNumber) -> frozenset[_Place]:
    """Return the sources that the sentence of a number cites, or the field beside its line, each with the place."""
    sentence = number.sentence
    items = (item for match in _BRACKET.finditer(sentence.raw) for item in parse_citation(match[1], str) or ())
    in_text = frozenset(
        (item.key, f"{item.pinpoint.type} {item.pinpoint.value}" if item.pinpoint else "") for item in items
    )
    return in_text | _places(sentence.text.citations)


def _figures(case: CheckInput) -> Iterator[Known]:
    for found in case.figures.values():
        if found.amount.low is None or not found.amount.is_exact:
            continue
        shown, _ = ends_shown(found.amount, decimals_of(found))
        places = _places([citation for term in found.terms for citation in term.citations])
        for value in dict.fromkeys((found.amount.low, Fraction(shown or 0))):
            yield Known(value, found.is_percent, f"the figure `{found.figure.id}`", found.figure.id, places)


def _cells(table: TypedTable) -> Iterator[Known]:
    for column in table.columns:
        for row in table.rows if column.type in {"number", "percent"} else ():
            quantity = row.cells[column.key].quantity
            if _is_sure(quantity):
                cells = (row.cells[one.key] for one in table.columns if one.type == "source")
                cited = [citation for cell in cells for citation in cell.citations]
                told = f"`{column.key}` of `{row.key}` in `{table.dataset.id}`"
                places = _places(cited or table.dataset.citations)
                yield Known(Fraction(quantity.low), column.type == "percent", told, places=places)


def _totals(table: TypedTable) -> Iterator[Known]:
    for total in table.dataset.totals:
        column = table.column(total.column)
        if column and _is_sure(total.value):
            told = f"the declared total of `{column.key}` in `{table.dataset.id}`"
            places = _places(total.citations or table.dataset.citations)
            yield Known(Fraction(total.value.low), column.type == "percent", told, places=places)


def _is_sure(quantity: Quantity | None) -> TypeGuard[Quantity]:
    return quantity is not None and quantity.bound in {Bound.EXACT, Bound.AT_LEAST}


def _places(citations: Citations | list[Citation]) -> frozenset[_Place]:
    return frozenset((c.source, f"{c.pinpoint.type} {c.pinpoint.value}" if c.pinpoint else "") for c in citations)
