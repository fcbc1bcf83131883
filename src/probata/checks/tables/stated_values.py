"""The numbers that sources state beside a figure, and the figure comes to another."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.figures import Computed
from probata.figures.rules import fits
from probata.model.figure import StatedValue
from probata.model.quantity import Bound


def stated_apart(case: CheckInput, bounds: Collection[Bound]) -> Iterator[tuple[Computed, int, StatedValue]]:
    """Give the stated numbers with one of these bounds that their figure surely does not come to, with their place."""
    for found in case.figures.values():
        for place, stated in enumerate(found.figure.stated):
            if stated.value.bound in bounds and not fits(stated.value, found.amount):
                yield found, place, stated


def stated_finding(case: CheckInput, found: Computed, place: int, message: str, help: str) -> Finding:
    """Return a finding at a stated number."""
    return case.finding("figures", found.figure.id, message, help, at=("stated", place, "value"))
