"""The citations of a sentence with the places that they name, and the numbers of such a place."""

from __future__ import annotations

import re

from probata.checks.texts.by_wording import by_wording

_CITED = re.compile(r"@(?P<key>[\w.:/-]*\w)(?:,(?P<place>[^;\[\]@]*))?")
_RANGE = re.compile(r"(\d{1,9})(?:\s*[-–]\s*(\d{1,9}))?")
_WIDEST = 500
"""Numbers of the longest range that is told apart; a longer one ends there."""


@by_wording
def cited_places(raw: str) -> tuple[tuple[str, str], ...]:
    """Return the key and the place of each citation as it is written, `[@key, pp. 4-5]`; the place may be empty."""
    return tuple((match["key"], match["place"] or "") for match in _CITED.finditer(raw)) if "@" in raw else ()


@by_wording
def numbers_of_place(place: str) -> frozenset[int]:
    """Return the pages or paragraphs that a place names, each one of a range; none where it names none."""
    found: set[int] = set()
    for match in _RANGE.finditer(place):
        first, last = int(match[1]), int(match[2] or match[1])
        found.update(range(first, min(last, first + _WIDEST) + 1))
    return frozenset(found)


def places_agree(recorded: str, cited: str) -> bool:
    """Tell whether two places may be one: they share a number, or one of them names none."""
    ours, theirs = numbers_of_place(recorded), numbers_of_place(cited)
    return not ours or not theirs or bool(ours & theirs)
