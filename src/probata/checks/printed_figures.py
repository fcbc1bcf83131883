"""The figures that a text prints with `{{ figure('…') }}`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from probata.checks.amounts import write_amount
from probata.figures import Computed

_PRINTED = re.compile(r"\{\{\s*figure\(\s*['\"]([^'\"\n]+)['\"]")
_WHOLE = re.compile(r"\{\{\s*figure\(\s*['\"](?P<id>[^'\"\n]+)['\"]\s*\)(?:\s*\.\s*(?P<part>\w+))?\s*\}\}")
_WITH_NUMBER = {None, "number"}


def figures_in(text: str) -> tuple[str, ...]:
    """Return the ids of the figures that a text prints, each once, in order; one that does not exist too."""
    return tuple(dict.fromkeys(_PRINTED.findall(text)))


def with_numbers(text: str, figures: Mapping[str, Computed]) -> str:
    """Return a text as people read it beside a finding: with the numbers of its figures.

    The status and the note of a figure are left out; one that has no result stays as it is written.
    """

    def number(match: re.Match[str]) -> str:
        found = figures.get(match["id"])
        if found is None:
            return match[0]
        shown = write_amount(found.amount) + ("%" if found.is_percent else "")
        return shown if match["part"] in _WITH_NUMBER else ""

    return _WHOLE.sub(number, text)
