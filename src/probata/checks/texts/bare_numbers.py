"""Numbers that a text tells without what they count: “42 were taken”, “another 12 followed”."""

from __future__ import annotations

import re
from functools import cache

from probata.checks.texts.typed_numbers import TypedNumber
from probata.checks.texts.word_lists import any_of, languages_of, word_list

_BEFORE = 30
"""Letters before a number in which the words stand by which it is told beside others."""


def is_bare(number: TypedNumber) -> bool:
    """Tell whether a verb stands right behind a number, so that what it counts was told before; a percentage is none.

    In a language without a list of verbs none is.
    """
    sentence = number.sentence
    if number.is_percent or sentence.language not in languages_of("counted_things"):
        return False
    return _verbs(sentence.language).match(sentence.own, number.start + len(number.written)) is not None


def is_beside_others(number: TypedNumber) -> bool:
    """Tell whether a number is said to come to others or to be left of them: “another 12”, “the remaining 12”."""
    sentence = number.sentence
    before = sentence.own[max(0, number.start - _BEFORE) : number.start]
    found = [match.end() for match in any_of("counted_things", "apart", sentence.language).finditer(before)]
    return bool(found) and not before[found[-1] :].strip()


@cache
def _verbs(language: str) -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{word_list('counted_things', language)['bare']})".replace(" ", r"\s+"), re.IGNORECASE)
