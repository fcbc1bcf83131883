"""The numbers in which a text and its translation differ."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from probata.checks.texts.number_words import is_in_words, loose_numbers
from probata.checks.texts.told_numbers import numbers_told


class NumbersApart(NamedTuple):
    """The numbers of one text that the other has not, or not as often."""

    gone: Counter[str]
    """Of the original."""
    come: Counter[str]
    """Of the translation."""
    new: frozenset[str]
    """Those of them that the other text has not at all."""
    is_loose: bool
    """Whether one of them may be another that languages write with other digits."""


def numbers_apart(original: str, text: str, language: str, other_language: str) -> NumbersApart:
    """Compare two texts; a number that the other has in words or as a Roman numeral is there."""
    one, other = numbers_told(original), numbers_told(text)
    gone = Counter({number: n for number, n in (one - other).items() if not is_in_words(number, text, other_language)})
    come = Counter({number: n for number, n in (other - one).items() if not is_in_words(number, original, language)})
    loose = (loose_numbers(original, language) & gone.keys()) | (loose_numbers(text, other_language) & come.keys())
    return NumbersApart(gone, come, frozenset(gone) - other.keys() | frozenset(come) - one.keys(), bool(loose))
