"""Numbers that a sentence in English writes in words: “twelve”, “four thousand”, “two hundred thousand”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from probata.checks.texts.by_wording import by_wording
from probata.checks.texts.sentences import Sentence
from probata.checks.texts.typed_numbers import TypedNumber, is_measure, is_said_to_be_rounded, stands_in_a_name
from probata.checks.texts.word_lists import word_list

_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}
_SCALE = re.compile("|".join(_SCALES), re.IGNORECASE)
HAS_NUMBER = re.compile(rf"\d|{_SCALE.pattern}", re.IGNORECASE)
"""What stands wherever a number does, in digits or as one of `worded_numbers`."""
_MOST = 99
_NEAR = 40
"""Characters before a number in which the words stand that call what was told before."""
_COUNT = 10
"""From which number a word is taken for a count, whatever stands round it."""
_TOLD = re.compile(
    r"\b(?:the|these|those|his|her|their|its|our|my|both|all|first|last|next|other|or|to|between|from)\s+$",
    re.IGNORECASE,
)
_Found = tuple[int, str, Fraction, bool, str, bool]
"""All that is known of a number but its sentence, in the order of `TypedNumber`; many checks ask for the same ones."""
_OF = re.compile(r"\bof\s+(?:the|these|those|its|their|all)\s+$", re.IGNORECASE)
"""Before the whole of which a part is told: “of the twelve”."""


def worded_numbers(sentence: Sentence) -> Iterator[TypedNumber]:
    """Give the numbers, each as far as it is one of tens before a scale; “hundreds of” gives none."""
    found = _with_scales(sentence.own)
    yield from (TypedNumber(sentence, *one) for one in found)


@by_wording
def _with_scales(text: str) -> tuple[_Found, ...]:
    found = []
    for match in _worded().finditer(text) if _SCALE.search(text) else ():
        value = small_numbers()[_plain(match["small"])]
        for scale in match["scales"].casefold().split():
            value *= _SCALES[scale]
        found.append(_found(match, value))
    return tuple(found)


def small_worded_numbers(sentence: Sentence) -> Iterator[TypedNumber]:
    """Give the numbers from ten to 99, and those below where they are a part of others: “nine of the 27”.

    Fewer are mostly told of who acts in a scene, “two guards”, and not of what is counted. Left out are those that call
    what was told before, “the twelve”, ranges, names and measures.
    """
    yield from (TypedNumber(sentence, *found) for found in _without_scales(sentence.own))


@by_wording
def _without_scales(text: str) -> tuple[_Found, ...]:
    found = []
    for match in _small().finditer(text):
        before, behind = text[: match.start()], text[match.end() :]
        value = small_numbers()[_plain(match[0])]
        if value < _COUNT and not _of_others().match(behind):
            continue
        if not stands_in_a_name(before) and not is_measure(behind) and not _is_told_before(before):
            found.append(_found(match, value))
    return tuple(found)


def _found(match: re.Match[str], value: int) -> _Found:
    return match.start(), match[0], Fraction(value), False, "", is_said_to_be_rounded(match.string[: match.start()])


def every_small_number(sentence: Sentence) -> Iterator[TypedNumber]:
    """Give the numbers from one to 99, also those that call what was told before, “the other three”; “the one” is none.

    They count parts of a total, and much else besides.
    """
    yield from (TypedNumber(sentence, *found) for found in _all_small(sentence.own))


def has_small_number(text: str) -> bool:
    """Tell whether a text has one of these."""
    return bool(_all_small(text))


@by_wording
def _all_small(text: str) -> tuple[_Found, ...]:
    found = []
    for match in _every().finditer(text):
        before = text[: match.start()]
        if not stands_in_a_name(before) and not is_measure(text[match.end() :]):
            found.append(_found(match, small_numbers()[_plain(match[0])]))
    return tuple(found)


@cache
def _every() -> re.Pattern[str]:
    pronouns = "".join(rf"(?<!\b{word}\s)" for word in ("no", "any", "the", "this", "that", "each", "every", "some"))
    scales = "|".join(_SCALES)
    return re.compile(
        rf"(?<![\w-])(?:{_words()}|{pronouns}one)(?!\w|\s*[-–]|\s+(?:{scales}|thirds?|quarters?|per\s?cent)\b)",
        re.IGNORECASE,
    )


@cache
def any_number() -> re.Pattern[str]:
    """Return what stands wherever a number does, in digits or in words, whatever its size."""
    words = sorted({word.split()[0] for word in small_numbers() if word != "a"})
    return re.compile(rf"{HAS_NUMBER.pattern}|\b(?:{'|'.join(words)})\b", re.IGNORECASE)


def in_words(value: Fraction) -> str:
    """Return the pattern of a number below a hundred in words, to be searched for in any case; empty for others."""
    word = next((word for word, number in small_numbers().items() if number == value and word != "a"), "")
    return word.replace(" ", r"[\s-]+")


def _plain(words: str) -> str:
    return " ".join(words.casefold().replace("-", " ").split())


@cache
def _small() -> re.Pattern[str]:
    range_on = rf"(?:or|to)\s+(?:\d|(?:{_words()})\b)"
    not_behind = rf"\s*[-–]|\s+(?:{range_on}|(?:{'|'.join(_SCALES)}|thirds?|quarters?|fifths?|percent|per\s+cent)\b)"
    return re.compile(rf"(?<![\w-])(?:{_words()})(?!\w|{not_behind})", re.IGNORECASE)


@cache
def _of_others() -> re.Pattern[str]:
    of = "|".join(word_list("numbers")["of_en"])
    return re.compile(rf"\s+(?:{of})\s+(?:\d|(?:{_words()})\b)", re.IGNORECASE)


def _is_told_before(before: str) -> bool:
    """Tell whether the words before a number call what was counted before, or begin a range."""
    near = max(0, len(before) - _NEAR)
    return _TOLD.search(before, near) is not None and _OF.search(before, near) is None


@cache
def _words() -> str:
    words = (word.replace(" ", r"[\s-]+") for word in small_numbers() if word not in {"a", "one"})
    return "|".join(sorted(words, key=len, reverse=True))


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
