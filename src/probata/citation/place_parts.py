"""What the value of a place is made of: numbers, places of other kinds in them or beside, and words that follow."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from probata.document.inlines import CiteItem, Pinpoint
from probata.model.citation import is_time, kind_of_place

COUNTED = frozenset(
    {"annex", "article", "cell", "chapter", "clause", "column", "figure", "frame", "line", "note", "page", "paragraph",
     "part", "regulation", "row", "rule", "section", "slide", "table", "timecode"}
)  # fmt: skip
"""Types whose values are numbers, so that words behind these are no part of the place."""

SUFFIXED = r"(?!\d+\s*[-–]\s*[a-z])"
"""Keeps a pattern of ranges from `7-A`, which is one article with a letter: a range goes from like to like."""

# neither `7-A` nor `L.121-1`
_RANGE = (
    r"(?<![\w.])\d[\d.:/]*[a-z]?\s*[-–]\s*[\d(]|"
    r"(?<!\w)[a-z]\d+\s*[-–]\s*[a-z]\d|"
    r"[)\]]\s*[-–]\s*[\w(]|"
    r"(?<!\w)(?:[ivxlcdm]{2,}\s*[-–]\s*[ivxlcdm]+|[ivxlcdm]\s*[-–]\s*[ivxlcdm]{2,})(?!\w)"
)
_END_OF_NUMBER = r"(?:[\d)\]]|\d-?[a-z])"
_SEVERAL = re.compile(
    rf"{_RANGE}|{_END_OF_NUMBER}\s*&\s*[\w(]|{_END_OF_NUMBER}\s*,\s*(?:\d|\(|(?:\w|[ivxlcdm]+)\b(?!\.?\s*\d))|[\w)\]]\s+(and|to|et|y|à)\s+[\w(]",
    re.IGNORECASE,
)
_AND = r"(?:and|to|et|y|à|&)"
_JOIN = rf"\s*[,;]\s*(?:{_AND}\s+)?|\s+{_AND}\s+|\s*&\s*"
_BETWEEN = re.compile(rf"({_JOIN})")
_BETWEEN_ALL = re.compile(rf"({_JOIN}|(?<!\b[A-Z])(?!(?<=\d)[-–][^\W\d_])\s*[-–]\s*)")  # `A-12` and `7-A` are one
_END = rf"(?=\s*(?:$|[-–,;&(]|{_AND}\b))"
_LETTERS = rf"(?:[ivxlcdm]+|[a-z])(?:\(\w+\))*{_END}"
_DIGITS = r"[a-z]?\d+\w*(?:[.:/]\w+)*(?:\s(?:bis|ter|quater)\b)?(?:\s?\(\w{1,4}\))*"
_NUMBER = rf"(?:{_DIGITS}|\(\w+\)|{_LETTERS}|[a-z]-\d+)"
_FOLLOWING = re.compile(r"\s+(?:ff\b|a\s+\d)", re.IGNORECASE)
"""What makes several of a number: `171 ff`, and Spanish `3 a 6`; elsewhere a lone *a* is the letter of a place."""
_WORDS = re.compile(r"[^\W\d_]")
_INSIDE = r"(?:point|points|sentence|sub-?para|sub-?paragraph|sub-?section|al|nota|párr|párrs)"
"""Words for places that are inside another and are none of the kinds."""
_NAMED = r"(?:(?:(?:first|second|third|fourth|last) (?:sentence|indent|alternative)|chapeau|in fine)\b)"
_NUMBERS = rf"{_NUMBER}(?:(?:{_JOIN}|\s*[-–]\s*){_NUMBER})*"
_TAIL = rf"(?:\s+(?:ff?\b|et seqq?\b)\.?)?(?:,?\s+(?:{_NAMED}|{_INSIDE}\.?\s*(?:{_DIGITS}|\(\w+\))))*(?!\w)"
_VALUE = re.compile(rf"({_NUMBERS})({_TAIL})", re.IGNORECASE)
_NEXT = re.compile(rf",?\s+(?P<word>[^\W\d_]+\.?|[¶§])\s*(?P<value>(?=[a-z]?\d|\(){_NUMBERS}{_TAIL})", re.IGNORECASE)
"""A further place, with the word for its kind."""


def is_several(value: str) -> bool:
    """Tell whether a value names several places, as `171 ff` does; `2, para. 4` and `2, with reasons` are one."""
    if value.isdecimal():
        return False
    found, after = numbers(value)
    return bool(_SEVERAL.search(found) or _FOLLOWING.match(after))


def numbers(value: str) -> tuple[str, str]:
    """Return the numbers with which a value begins, and what follows; all of it where it begins with none."""
    found = None if value.isdecimal() else _VALUE.match(value)
    return (found[1], value[found.end(1) :]) if found else (value, "")


def pieces(value: str, *, of_ranges: bool = False) -> list[str]:
    """Return the numbers of a list, and between them what stands between; ranges are one, or two `of_ranges`."""
    return (_BETWEEN_ALL if of_ranges else _BETWEEN).split(value)


def places_in(kind: str, value: str) -> tuple[tuple[str, str], ...]:
    """Return each place that a value names, by its kind: `890, para 12` of a page is the page and the paragraph.

    Words behind them belong to none; a value that begins with no number is one place as a whole.
    """
    return _read(kind, value)[0]


def places_of(place: Pinpoint) -> tuple[Pinpoint, ...]:
    """Return each place that a pinpoint names, the first by its own kind."""
    if place.value.isdecimal():
        return (place,)
    return tuple(Pinpoint(kind, value) for kind, value in places_in(place.type, place.value))


def words_apart(item: CiteItem) -> CiteItem:
    """Put words that follow a place behind the citation: `137, with reasons`; `12, n 4` are two places."""
    place = item.pinpoint
    rest = _read(place.type, place.value)[1] if place and not place.value.isdecimal() else ""
    if place is None or not _WORDS.search(rest):
        return item
    between = " " if item.suffix and item.suffix[0].isalnum() else ""
    value = place.value.removesuffix(rest)
    return replace(item, pinpoint=replace(place, value=value), suffix=f"{rest}{between}{item.suffix}")


def inside_apart(place: Pinpoint) -> tuple[Pinpoint, str]:
    """Part a place from one inside it, `12` and `, point 4`: citeproc would take the comma for a sign of several."""
    has_more = place.type in COUNTED and not place.value.isdecimal()
    found = _VALUE.match(place.value) if has_more else None
    if found is None or not found[2].startswith(","):
        return place, ""
    return replace(place, value=found[1]), place.value[found.end(1) :]


@lru_cache(maxsize=1024)
def _read(kind: str, value: str) -> tuple[tuple[tuple[str, str], ...], str]:
    """Return the places of a value with their kinds, and what follows them."""
    found = _VALUE.match(value) if kind in COUNTED else None
    if found is None:
        return ((kind, value),), ""
    places, end = [(kind, found[0])], found.end()
    while (after := _NEXT.match(value, end)) and (other := kind_of_place(after["word"].lower())):
        if other == "timecode" and not is_time(after["value"]):
            break
        if other == places[-1][0]:
            places[-1] = (other, f"{places[-1][1]}, {after['value']}")
        else:
            places.append((other, after["value"]))
        end = after.end()
    if not _WORDS.search(value[end:]):  # mere marks are part of the place
        places[-1] = (places[-1][0], places[-1][1] + value[end:])
        end = len(value)
    return tuple(places), value[end:]


# Citations of one work side by side, which say nothing but another place: one citation with all its places.

_NUMBER_OR_RANGE = re.compile(r"(\d+)(?:\s*[-–]\s*(\d+))?")
_COMMA = re.compile(r"\s*,\s*")

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
    for piece in _COMMA.split(value):
        found = _NUMBER_OR_RANGE.fullmatch(piece)
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
