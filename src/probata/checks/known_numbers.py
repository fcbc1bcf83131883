"""The numbers that a case knows: its figures, the cells of its tables, and the totals that sources declare."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeGuard

from probata.checks.check_input import CheckInput
from probata.checks.typed_numbers import TypedNumber
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


def known_numbers(case: CheckInput) -> tuple[Known, ...]:
    """Return all known numbers that are exact or a least number, figures first."""
    tables = (known for table in case.tables.values() for known in (*_cells(table), *_totals(table)))
    return (*_figures(case), *tables)


def cited_places(paragraph: str) -> frozenset[_Place]:
    """Return the sources that a paragraph cites, each with the place in it."""
    items = (item for match in _BRACKET.finditer(paragraph) for item in parse_citation(match[1], str) or ())
    return frozenset(
        (item.key, f"{item.pinpoint.type} {item.pinpoint.value}" if item.pinpoint else "") for item in items
    )


def equal_to(number: TypedNumber, known: Sequence[Known]) -> Known | None:
    """Return the known number that a typed one is; a small one must cite the very place that the known one has."""
    if number.value < FEWEST and number.value.denominator == 1 and not number.is_percent:
        return None
    same = [one for one in known if one.value == number.value and one.is_percent == number.is_percent]
    if number.value >= TELLING or not same:
        return same[0] if same else None
    places = cited_places(number.sentence.raw)
    return next((one for one in same if one.places & places), None)


def near_to(number: TypedNumber, known: Sequence[Known]) -> Known | None:
    """Return the known number that a typed one misses by little, where they can be meant to be the same.

    A number that is said to be rounded misses nothing; nor does one in a sentence that cites other sources only.
    """
    if number.is_rounded or number.value < LEAST_NEAR:
        return None
    cited = frozenset(source for source, _ in cited_places(number.sentence.raw))
    near = (one for one in known if one.is_percent == number.is_percent and _misses(number.value, one.value))
    candidates = [one for one in near if not cited or one.sources & cited]
    if not cited and number.value < TELLING:
        return None
    return min(candidates, key=lambda one: abs(one.value - number.value), default=None)


def _misses(value: Fraction, known: Fraction) -> bool:
    return 0 < abs(value - known) <= max(Fraction(1), known * NEAR)


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
