"""Citations of one work side by side, which say nothing but another place: one citation with all its places."""

from __future__ import annotations

import re
from dataclasses import replace

from probata.citation.place_parts import COUNTED, numbers
from probata.document.inlines import CiteItem, Pinpoint

_NUMBERS = re.compile(r"(\d+)(?:\s*[-–]\s*(\d+))?")
_JOIN = re.compile(r"\s*,\s*")

Range = tuple[int, int]


def with_places_joined(items: tuple[CiteItem, ...]) -> tuple[CiteItem, ...]:
    """Return the items of a citation with those joined that differ in nothing but the number of their place.

    Words before the first are said of all; words before or behind another are said of it alone, so it stays apart.
    """
    joined: list[CiteItem] = []
    for item in items:
        place = _both(joined[-1], item) if joined else None
        if place:
            joined[-1] = replace(joined[-1], pinpoint=place)
        else:
            joined.append(item)
    return tuple(joined)


def _both(first: CiteItem, second: CiteItem) -> Pinpoint | None:
    """Return the places of two items as one; nothing where they stay apart."""
    one, other = first.pinpoint, second.pinpoint
    if replace(second, pinpoint=one) != replace(first, prefix="") or not (one and other) or first.suffix:
        return None
    (first_numbers, tail), (second_numbers, other_tail) = numbers(one.value), numbers(other.value)
    if one.type != other.type or one.type not in COUNTED or tail != other_tail:
        return None
    return Pinpoint(one.type, numbers_joined(f"{first_numbers}, {second_numbers}") + tail)


def numbers_joined(value: str) -> str:
    """Return a list of numbers in order, those in sequence as a range; one that is not of digits alone as it stands."""
    ranges: list[Range] = []
    for piece in _JOIN.split(value):
        found = _NUMBERS.fullmatch(piece)
        first, last = (int(found[1]), int(found[2] or found[1])) if found else (1, 0)
        if last < first:  # `231-2`, too, which is short for 231 to 232
            return value
        ranges.append((first, last))
    return ", ".join(f"{first}" if first == last else f"{first}-{last}" for first, last in _in_sequence(ranges))


def _in_sequence(ranges: list[Range]) -> list[Range]:
    found: list[Range] = []
    for first, last in sorted(ranges):
        if found and first <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return found
