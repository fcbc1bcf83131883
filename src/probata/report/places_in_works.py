"""Where in a cited work: `paragraphs 7–8`, as a person writes it."""

from __future__ import annotations

import re

from probata.citation.place_parts import is_several
from probata.model.citation import Pinpoint

_BETWEEN_NUMBERS = re.compile(r"(?<=\d)\s*-\s*(?=\d)")
_OF_ONE = frozenset({"timecode", "whole"})
"""Kinds that have no plural here: a timecode with two ends is one stretch."""


def in_words(place: Pinpoint | None) -> str:
    """Return kind and numbers, the kind in the plural before several; empty where no place is recorded."""
    if place is None:
        return ""
    plural = "s" if place.type not in _OF_ONE and is_several(place.value) else ""
    return f"{place.type}{plural} {_BETWEEN_NUMBERS.sub('–', place.value)}"


def behind(place: Pinpoint | None) -> str:
    """Return the same behind the title of its work: a comma and the place, or nothing."""
    return f", {told}" if (told := in_words(place)) else ""
