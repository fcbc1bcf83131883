"""Numbers that a text in another language may write without their digits, or with others."""

from __future__ import annotations

import re
from functools import cache

from probata.checks.texts.told_numbers import NUMBER
from probata.checks.texts.word_lists import Words, whole_words, word_list

_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_LAST_ROMAN = 39
_FIRST_ROMAN = 2
"""`I` is a word of English."""


def is_in_words(number: str, text: str, language: str) -> bool:
    """Tell whether a text has a number, given by its digits, in words or as a Roman numeral: “douze”, “XXe siècle”."""
    digits = number.lstrip("0") or "0"
    pattern = _words(language).get(digits)
    return bool(pattern and pattern.search(text)) or bool(re.search(_roman(digits), text))


def loose_numbers(text: str, language: str) -> frozenset[str]:
    """Return the digits that the same number may not have in another language: `1.5 million`, `the 1980s`."""
    return frozenset(re.sub(r"\D", "", found[0]) for found in _loose(language).finditer(text))


@cache
def _words(language: str) -> dict[str, Words]:
    patterns = word_list("number_words", language)["words"]
    return {str(digits): whole_words(pattern) for digits, pattern in patterns.items()}


@cache
def _roman(digits: str) -> str:
    """Return a pattern for a number as a Roman numeral; one that never matches for a number that is too large."""
    value = int(digits) if len(digits) <= len(str(_LAST_ROMAN)) else 0
    if not _FIRST_ROMAN <= value <= _LAST_ROMAN:
        return r"(?!)"
    return rf"\b{'X' * (value // 10)}{_ONES[value % 10]}(?:e|ème|th|st|nd|rd|º)?\b"


@cache
def _loose(language: str) -> re.Pattern[str]:
    words = word_list("number_words", language)
    scale, decade = (str(words[key]).replace(" ", r"\s+") for key in ("scale", "decade"))
    return re.compile(rf"{NUMBER.pattern}(?:\s+|-)(?:{scale})\b|\b(?:{decade})\b", re.IGNORECASE)
