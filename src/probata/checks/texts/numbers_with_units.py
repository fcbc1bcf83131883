"""Numbers of a text, in digits or in English words, each with the word behind it: `thirty days`, `9 members`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from probata.checks.texts.typed_numbers import stands_in_a_name
from probata.checks.texts.word_lists import word_list
from probata.checks.texts.worded_numbers import small_numbers

_STEM = 6


class NumberWithUnit(NamedTuple):
    """A number with its place and unit."""

    start: int
    end: int
    """Where the number ends, without its unit."""
    value: int
    unit: str
    """The word behind it, cut short."""


def numbers_with_units(text: str, language: str = "en") -> Iterator[NumberWithUnit]:
    """Give the numbers up to four digits; those that name something, dates and years are left out."""
    for match in _number(language).finditer(text):
        written = " ".join(match["number"].casefold().replace("-", " ").split())
        value = int(written) if written.isdecimal() else small_numbers()[written]
        is_year = written.isdecimal() and len(written) == len("2022")
        if not is_year and not stands_in_a_name(text[: match.start()]) and not _is_month(match["unit"], language):
            yield NumberWithUnit(*match.span("number"), value, match["unit"].casefold()[:_STEM].rstrip("s"))


def _is_month(word: str, language: str) -> bool:
    return word.casefold() in word_list("tenure", language)["months"]


@cache
def _number(language: str) -> re.Pattern[str]:
    words = [word for word in small_numbers() if word not in {"a", "one"}] if language == "en" else []
    spelled = sorted((word.replace(" ", r"[\s-]+") for word in words), key=len, reverse=True)
    number = "|".join([r"\d{1,4}", *spelled])
    return re.compile(
        rf"(?<![\w.,/–-])(?P<number>{number})(?:[\s\u00a0\u202f]+|-)(?P<unit>[^\W\d_]{{3,}})", re.IGNORECASE
    )
