"""Texts as people read them beside a finding, with the numbers of the figures that they print."""

from __future__ import annotations

import re
from collections.abc import Mapping

from probata.checks.tables.amounts import write_amount
from probata.figures import Computed

_WHOLE = re.compile(r"\{\{\s*figure\(\s*['\"](?P<id>[^'\"\n]+)['\"]\s*\)(?:\s*\.\s*(?P<part>\w+))?\s*\}\}")
_WITH_NUMBER = {None, "number"}


def with_numbers(text: str, figures: Mapping[str, Computed]) -> str:
    """Return a text with the numbers of its figures.

    The status and the note of a figure are left out; one that has no result stays as it is written.
    """

    def number(match: re.Match[str]) -> str:
        found = figures.get(match["id"])
        if found is None:
            return match[0]
        shown = write_amount(found.amount) + ("%" if found.is_percent else "")
        return shown if match["part"] in _WITH_NUMBER else ""

    return _WHOLE.sub(number, text)
