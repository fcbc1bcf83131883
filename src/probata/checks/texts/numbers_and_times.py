"""The numbers of a sentence that count something, and times such as `48 hours`; in English both in words, too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from probata.checks.texts.by_wording import by_wording
from probata.checks.texts.sentences import Sentence
from probata.checks.texts.typed_numbers import numbers_in
from probata.checks.texts.word_lists import word_list
from probata.checks.texts.worded_numbers import small_numbers, small_worded_numbers, worded_numbers

NumberWritten = tuple[int, str, Fraction]
"""Where a number begins in its sentence, as it is written, and what it is."""


def numbers_and_times(sentence: Sentence) -> list[NumberWritten]:
    """Return the numbers of a sentence in order, without percentages; dates and what is numbered are none."""
    return sorted((*_numbers(sentence), *_times(sentence.own, sentence.language)))


def _numbers(sentence: Sentence) -> Iterator[NumberWritten]:
    typed = numbers_in(sentence, sentence.language)
    worded = (*small_worded_numbers(sentence), *worded_numbers(sentence)) if sentence.language == "en" else ()
    yield from ((one.start, one.written, one.value) for one in (*typed, *worded) if not one.is_percent)


@by_wording
def _times(text: str, language: str) -> tuple[NumberWritten, ...]:
    return tuple(_all_times(text, language))


def _all_times(text: str, language: str) -> Iterator[NumberWritten]:
    for match in _time(language).finditer(text):
        number = " ".join(match["number"].casefold().replace("-", " ").split())
        value = int(number) if number.isdecimal() else small_numbers().get(number, 0)
        yield match.start("number"), match["number"], Fraction(value)


@cache
def _time(language: str) -> re.Pattern[str]:
    words = [word for word in small_numbers() if word != "a"] if language == "en" else []
    number = "|".join([r"\d{1,4}", *sorted((word.replace(" ", r"[\s-]+") for word in words), key=len, reverse=True)])
    times = word_list("counted_things", language)["times"]
    return re.compile(rf"(?<![\w.,/–-])(?P<number>{number})(?=[\s\u00a0\u202f-]+(?:{times})(?!\w))", re.IGNORECASE)
