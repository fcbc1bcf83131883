"""Texts as people read them beside a finding, with the numbers of the figures that they print."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction

from probata.checks.tables.amounts import write_amount
from probata.figures import Computed, decimals_of, ends_shown

_WHOLE = re.compile(r"\{\{\s*figure\(\s*['\"](?P<id>[^'\"\n]+)['\"]\s*\)(?:\s*\.\s*(?P<part>\w+))?\s*\}\}")
_NAMED = re.compile(r"figure\(\s*['\"]([^'\"\n]+)['\"]\s*\)")


def number_of(found: Computed) -> str:
    """Return the number of a figure as findings show it, with the decimals that documents print: `1,231`, `57.1%`."""
    return _without_sign(found) + ("%" if found.is_percent else "")


def _without_sign(found: Computed) -> str:
    low, high = (None if end is None else Fraction(end) for end in ends_shown(found.amount, decimals_of(found)))
    return write_amount(replace(found.amount, low=low, high=high))


def figures_in(text: str, figures: Mapping[str, Computed]) -> Iterator[Computed]:
    """Give the figures that a text prints, in its order; those without a result are left out."""
    yield from (figures[match[1]] for match in _NAMED.finditer(text) if match[1] in figures)


def with_numbers(text: str, figures: Mapping[str, Computed]) -> str:
    """Return a text with the numbers of its figures.

    The status and the note of a figure are left out; one that has no result stays as it is written.
    """

    def number(match: re.Match[str]) -> str:
        found = figures.get(match["id"])
        if found is None:
            return match[0]
        if match["part"] == "number":
            return _without_sign(found)
        return "" if match["part"] else number_of(found)

    return _WHOLE.sub(number, text)
