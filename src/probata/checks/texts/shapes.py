"""Texts that differ in their digits alone: a pattern that names no digit stands in all of them or in none.

The records of a large case say the same of other days, units and pages.
"""

from __future__ import annotations

import re
from functools import cache

from probata.checks.texts.by_wording import by_wording

_OTHER_DIGITS = str.maketrans("123456789", "000000000")
_TIMES = re.compile(r"\{\d*,?\d*\}")
"""How often something stands, which is no digit of the text."""
_DIGIT = re.compile(r"\d|\(\?P=")
"""A digit, or what stood before, which may have been one."""


@by_wording
def shape_of(text: str) -> str:
    """Return a text with a nought for each digit from 1 to 9."""
    return text.translate(_OTHER_DIGITS)


@cache
def names_a_digit(pattern: str) -> bool:
    """Tell whether an expression may tell one digit from another: `[1-9]` does, and `\\d` does not."""
    return _DIGIT.search(_TIMES.sub("", pattern)) is not None
