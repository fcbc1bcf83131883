"""Texts that differ in their digits alone: a pattern that names no digit stands in all of them or in none.

The records of a large case say the same of other days, units and pages.
"""

from __future__ import annotations

import re
from functools import cache

from probata.checks.texts.by_wording import by_wording

_OTHER_DIGITS = str.maketrans("123456789", "000000000")
_NO_DIGIT = re.compile(r"\{\d*,?\d*\}|\\u(?!003)[\da-fA-F]{4}")
"""How often something stands, and a character by its number, which is no digit of the text."""
_DIGIT = re.compile(r"\d|\(\?P=")
"""A digit, or what stood before, which may have been one."""


@by_wording
def shape_of(text: str) -> str:
    """Return a text with a nought for each digit from 1 to 9."""
    return text.translate(_OTHER_DIGITS)


@cache
def names_a_digit(pattern: str) -> bool:
    """Tell whether an expression may tell one digit from another: that for any digit does not, `[1-9]` does."""
    return _DIGIT.search(_NO_DIGIT.sub("", pattern)) is not None
