"""What the value of a place is made of: numbers, a place inside the last of them, and words that follow."""

from __future__ import annotations

import re
from dataclasses import replace

from probata.document.inlines import CiteItem

_COUNTED = frozenset(
    {"annex", "article", "chapter", "clause", "figure", "line", "note", "page", "paragraph", "regulation", "rule",
     "section", "table"}
)  # fmt: skip
"""Types whose values are numbers, so that words behind these are no part of the place."""

SUFFIXED = r"(?!\d+\s*[-–]\s*[a-z])"
"""Keeps a pattern of ranges from `7-A`, which is one article with a letter: a range goes from like to like."""

# neither `7-A` nor `L.121-1`
_RANGE = (
    r"(?<![\w.])\d[\d.:/]*[a-z]?\s*[-–]\s*[\d(]|"
    r"(?<!\w)[a-z]\d+\s*[-–]\s*[a-z]\d|"
    r"[)\]]\s*[-–]\s*[\w(]"
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
_WORDS = re.compile(r"[^\W\d_]")
_INSIDE = (
    r"(?:n|nn|fn|note|notes|para|paras|paragraph|paragraphs|art|arts|point|points|line|lines|l|ll|p|pp|sentence|"
    r"sub-?para|sub-?paragraph|sub-?section|par|al|nota|párr|párrs)"
)
_NAMED = r"(?:(?:(?:first|second|third|fourth|last) (?:sentence|indent|alternative)|chapeau|in fine)\b)"
_VALUE = re.compile(
    rf"({_NUMBER}(?:(?:{_JOIN}|\s*[-–]\s*){_NUMBER})*)"
    rf"((?:\s+(?:ff?\b|et seqq?\b)\.?)?(?:,?\s+(?:{_NAMED}|{_INSIDE}\.?\s*(?:{_DIGITS}|\(\w+\))))*)(?!\w)",
    re.IGNORECASE,
)


def is_several(value: str) -> bool:
    """Tell whether a value names several places; `2, para. 4` and `2, with reasons` are one."""
    return bool(_SEVERAL.search(numbers(value)[0]))


def numbers(value: str) -> tuple[str, str]:
    """Return the numbers with which a value begins, and what follows; all of it where it begins with none."""
    found = _VALUE.match(value)
    return (found[1], value[found.end(1) :]) if found else (value, "")


def pieces(value: str, *, of_ranges: bool = False) -> list[str]:
    """Return the numbers of a list, and between them what stands between; ranges are one, or two `of_ranges`."""
    return (_BETWEEN_ALL if of_ranges else _BETWEEN).split(value)


def words_apart(item: CiteItem, *, with_inside: bool = True) -> CiteItem:
    """Put words that follow a place behind the citation: `137, with reasons`; `12, n 4` is a place as a whole.

    Without `with_inside`, as for citeproc, which takes every comma for a sign of several places, `, n 4` is put there
    too.
    """
    place = item.pinpoint
    found = _VALUE.match(place.value) if place and place.type in _COUNTED else None
    if place is None or found is None:
        return item
    end = found.end(1) if not with_inside and found[2].startswith(",") else found.end()
    rest = place.value[end:]
    if not _WORDS.search(rest):
        return item
    between = " " if item.suffix and item.suffix[0].isalnum() else ""
    return replace(item, pinpoint=replace(place, value=place.value[:end]), suffix=f"{rest}{between}{item.suffix}")
