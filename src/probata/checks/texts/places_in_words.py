"""Places of a law that words name: `clause 9`, `arts 7 and 21`, `regulation 4(2)`, `para 2`, each with its numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from probata.checks.texts.cited_places import numbers_of_place
from probata.model.citation import PinpointType, kind_of_place

_NUMBER = r"\d{1,5}[a-zA-Z]?(?:\(\w{1,4}\))*"
_JOINED = r"(?:\s*[-–,]\s*|\s+(?:to|and)\s+)"
_PLACE = re.compile(
    r"(?<![\w.-])(?P<word>para(?:graph)?s?\.?|cls?\.?|clauses?|arts?\.?|articles?|sections?|regs?\.?|regulations?)\s+"
    rf"(?P<numbers>{_NUMBER}(?:{_JOINED}{_NUMBER})*)(?![\w(])",
    re.IGNORECASE,
)
_PART = re.compile(r"(?<=\d)(?:[a-zA-Z]?(?:\(\w{1,4}\))+|[a-zA-Z]\b)")
"""What stands behind a number and is a part of its place."""
_TO = re.compile(r"\s+to\s+")


class PlaceInWords(NamedTuple):
    """A place, and where it stands in a text."""

    start: int
    end: int
    kind: PinpointType
    numbers: frozenset[int]


def places_in_words(text: str) -> Iterator[PlaceInWords]:
    """Give the places of a text; what stands in brackets behind a number is a part of that place."""
    for match in _PLACE.finditer(text):
        if kind := kind_of_place(match["word"].casefold()):
            yield PlaceInWords(match.start(), match.end(), kind, main_numbers(match["numbers"]))


def main_numbers(value: str) -> frozenset[int]:
    """Return the numbers of a place without those of its parts: 4 of `4(2)`, all of a range; none where it has none."""
    return numbers_of_place(_TO.sub("-", _PART.sub("", value)))
