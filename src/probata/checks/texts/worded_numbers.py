"""Numbers of a hundred and more that a sentence in English writes in words: “four thousand”, “two hundred thousand”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from probata.checks.texts.sentences import Sentence
from probata.checks.texts.typed_numbers import TypedNumber, is_said_to_be_rounded
from probata.checks.texts.word_lists import word_list

_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}
_MOST = 99


def worded_numbers(sentence: Sentence) -> Iterator[TypedNumber]:
    """Give the numbers, each as far as it is one of tens before a scale; “hundreds of” gives none."""
    for match in _worded().finditer(sentence.own):
        value = small_numbers()[" ".join(match["small"].casefold().replace("-", " ").split())]
        for scale in match["scales"].casefold().split():
            value *= _SCALES[scale]
        before = sentence.own[: match.start()]
        yield TypedNumber(
            sentence, match.start(), match[0], Fraction(value), False, "", is_said_to_be_rounded(before)
        )  # fmt: skip


@cache
def small_numbers() -> dict[str, int]:
    """Return the numbers below a hundred by their words, with spaces for hyphens; `a` is one."""
    ones = {int(digits): str(words).split("|")[0] for digits, words in word_list("number_words")["words"].items()}
    tens = {
        20: "twenty",
        30: "thirty",
        40: "forty",
        50: "fifty",
        60: "sixty",
        70: "seventy",
        80: "eighty",
        90: "ninety",
    }
    below_twenty = {number: word for number, word in ones.items() if 0 < number < min(tens)}
    found = {word: number for number, word in {**below_twenty, **tens}.items()} | {"a": 1}
    for ten, word in tens.items():
        found |= {f"{word} {below_twenty[one]}": ten + one for one in range(1, 10)}
    return {word: number for word, number in found.items() if number <= _MOST}


@cache
def _worded() -> re.Pattern[str]:
    small = "|".join(sorted((word.replace(" ", r"[\s-]+") for word in small_numbers()), key=len, reverse=True))
    return re.compile(
        rf"(?<![\w-])(?P<small>{small})\s+(?P<scales>(?:hundred\s+)?(?:thousand|million)|hundred)(?!\w)(?!\s+and\s)",
        re.IGNORECASE,
    )
