"""Where in a cited work: `paragraphs 7–8`, as a person writes it."""

from __future__ import annotations

import re

from probata.citation.place_parts import is_several, places_in
from probata.model.citation import Pinpoint

_BETWEEN_NUMBERS = re.compile(r"(?<=\d)\s*-\s*(?=\d)")
_OF_ONE = frozenset({"timecode", "whole"})
"""Kinds that have no plural here: a timecode with two ends is one stretch."""


def in_words(place: Pinpoint | None) -> str:
    """Return kind and numbers, the kind in the plural before several; empty where no place is recorded."""
    if place is None:
        return ""
    return ", ".join(_one(kind, value) for kind, value in places_in(place.type, place.value))


def _one(kind: str, value: str) -> str:
    plural = "s" if kind not in _OF_ONE and is_several(value) else ""
    return f"{kind}{plural} {_BETWEEN_NUMBERS.sub('–', value)}"


def behind(place: Pinpoint | None) -> str:
    """Return the same behind the title of its work: a comma and the place, or nothing."""
    return f", {told}" if (told := in_words(place)) else ""
