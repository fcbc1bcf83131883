"""A part that is more than the whole of which it is said to be: “72 of 27 prisoners”."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from probata.checks.texts.sentences import Sentence
from probata.checks.texts.typed_numbers import TypedNumber, numbers_in
from probata.checks.texts.word_lists import word_list


def part_above_whole(sentence: Sentence) -> tuple[TypedNumber, TypedNumber] | None:
    """Return the first such part with its whole, in digits; `None` for none, or where one of them is rounded.

    They stand beside each other, and a word behind the whole says what is counted.
    """
    numbers = [one for one in numbers_in(sentence, sentence.language) if not one.is_percent]
    for part, whole in pairwise(numbers):
        end = whole.start + len(whole.written)
        between = sentence.own[part.start + len(part.written) : whole.start]
        is_counted = re.match(r"\s+[^\W\d_]{3,}", sentence.own[end:]) is not None
        if part.value > whole.value and is_counted and _of(sentence.language).fullmatch(between):
            return None if part.is_rounded or whole.is_rounded else (part, whole)
    return None


@cache
def _of(language: str) -> re.Pattern[str]:
    words = "|".join(word_list("numbers")[f"of_{language}"]).replace(" ", r"\s+")
    return re.compile(rf"\s+(?:{words})\s+", re.IGNORECASE)
