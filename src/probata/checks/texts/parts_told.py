"""Parts of a total that one sentence tells as all of it: “three of the five …, the other three”, “7 men and 4 women”.

Parts are all of a total where the sentence speaks of the rest, where of two the second is told the opposite of the
first, or where two of opposite kinds stand in brackets behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import combinations

from probata.checks.texts.numbers_and_times import NumberWritten
from probata.checks.texts.sentences import Sentence
from probata.checks.texts.typed_numbers import is_said_to_be_rounded, numbers_in
from probata.checks.texts.word_lists import LANGUAGES, any_of, whole_words, word_list
from probata.checks.texts.worded_numbers import every_small_number

_MOST = 6
"""Numbers of a sentence that is told of one total; one with more is passed over."""
_BEFORE_REST = 3
"""Words with which a sentence begins that goes on with the rest."""
_NUMBER = "\N{WHITE SQUARE}"
"""What stands for a number where its words are looked for."""


@dataclass(frozen=True, slots=True)
class PartsTold:
    """A total with its parts."""

    sentence: Sentence
    total: NumberWritten
    parts: tuple[NumberWritten, ...]
    rest: NumberWritten | None
    """What is said to be the rest; `None` where two parts are told opposite things."""

    @property
    def come_to(self) -> Fraction:
        """What all of them add up to."""
        return sum((value for _, _, value in (*self.parts, *((self.rest,) if self.rest else ()))), Fraction(0))

    @property
    def add_up(self) -> bool:
        """Whether they, or some of the parts with the rest, come to the total; others may count something else."""
        total = self.total[2] - (self.rest[2] if self.rest else 0)
        if not self.rest:
            return self.come_to == self.total[2]
        several = (some for size in range(1, len(self.parts) + 1) for some in combinations(self.parts, size))
        return any(sum(one[2] for one in some) == total for some in several)


def parts_told(sentence: Sentence) -> Iterator[PartsTold]:
    """Give the total of a sentence with its parts; nothing where it has several totals, or a number is rounded."""
    if sentence.language not in LANGUAGES or not _may_tell(sentence):
        return
    numbers = _numbers(sentence)
    if len(numbers) > _MOST:
        return
    totals = [one for one in numbers if _is_total(sentence, one, numbers)]
    if len(totals) != 1:
        return
    if any(is_said_to_be_rounded(sentence.own[: one[0]]) for one in numbers):
        return
    (total,) = totals
    others = [one for one in numbers if one != total]
    rest, ends = _rest(sentence, others) or (None, 0)
    parts = tuple(one for one in others if one[0] < rest[0]) if rest else tuple(others)
    if rest and parts and total[0] < rest[0] and _is_of_the_same(sentence, total, ends):
        if not _finds("without_number", sentence, min(total[0], parts[0][0]), rest[0]):
            yield PartsTold(sentence, total, parts, rest)
    elif not rest and len(parts) == 2 and _are_opposite(sentence, *parts):
        yield PartsTold(sentence, total, parts, None)


def tells_the_rest(sentence: Sentence) -> bool:
    """Tell whether a sentence begins with what is left of a total that another told: “The other three stayed”."""
    if sentence.language not in LANGUAGES:
        return False
    rest = _rest(sentence, _numbers(sentence)[:1])
    return rest is not None and len(sentence.own[: rest[0][0]].split()) <= _BEFORE_REST


def _may_tell(sentence: Sentence) -> bool:
    return re.search(r"\d", sentence.own) is not None or sentence.language == "en"


def _numbers(sentence: Sentence) -> list[NumberWritten]:
    typed = numbers_in(sentence, sentence.language) if any(map(str.isdigit, sentence.own)) else ()
    worded = every_small_number(sentence) if sentence.language == "en" else ()
    return sorted((one.start, one.written, one.value) for one in (*typed, *worded) if not one.is_percent)


def _is_total(sentence: Sentence, number: NumberWritten, numbers: list[NumberWritten]) -> bool:
    """Tell whether others are said to be of a number: “of 12”, or “12 prisoners, 7 of whom”."""
    if _of(sentence.language).search(sentence.own[: number[0]]):
        return True
    behind = next((one for one in numbers if one[0] > number[0]), None)
    of_them = rf"\s+(?:{word_list('parts_told', sentence.language)['of_them']})"
    return behind is not None and bool(
        re.compile(of_them, re.IGNORECASE).match(sentence.own, behind[0] + len(behind[1]))
    )


@cache
def _of(language: str) -> re.Pattern[str]:
    words = "|".join(word_list("numbers")[f"of_{language}"])
    return re.compile(rf"(?<!\w)(?:{words})\s+$", re.IGNORECASE)


def _rest(sentence: Sentence, numbers: list[NumberWritten]) -> tuple[NumberWritten, int] | None:
    """Return the first number that is said to be all that is left, with where the words that say so end."""
    for one in numbers:
        start, end = one[0], one[0] + len(one[1])
        marked = f"{sentence.own[:start]}{_NUMBER}{sentence.own[end:]}"
        if found := next(filter(None, (pattern.search(marked) for pattern in _left(sentence.language))), None):
            return one, found.end() - len(_NUMBER) + len(one[1])
    return None


@cache
def _left(language: str) -> tuple[re.Pattern[str], ...]:
    forms = (str(one).replace(" ", r"\s+").replace("N", _NUMBER) for one in word_list("parts_told", language)["left"])
    return tuple(re.compile(rf"(?<!\w){form}", re.IGNORECASE) for form in forms)


def _is_of_the_same(sentence: Sentence, total: NumberWritten, ends: int) -> bool:
    """Tell whether the rest may be of what the total counts: no other plural stands right behind its words."""
    noun, word = (_word_at(sentence, place) for place in (total[0] + len(total[1]), ends))
    return word == noun or not word.endswith(("s", "men", "children", "people"))


def _word_at(sentence: Sentence, place: int) -> str:
    found = re.compile(r"\s+([^\W\d_]+)").match(sentence.own, place)
    return found[1].casefold() if found else ""


def _are_opposite(sentence: Sentence, one: NumberWritten, other: NumberWritten) -> bool:
    """Tell whether the words behind two parts are opposites, and nothing says that some are counted twice."""
    first, second = sentence.own[one[0] : other[0]], sentence.own[other[0] :].split(";")[0]
    if any(_finds(key, sentence, one[0], len(sentence.own)) for key in ("without_number", "told_again")):
        return False
    negated = re.compile(str(word_list("parts_told", sentence.language)["negated"]), re.IGNORECASE)
    if negated.search(second) and not negated.search(first):
        return True
    pairs = [tuple(map(whole_words, pair)) for pair in word_list("parts_told", sentence.language)["opposites"]]
    return any(
        here.search(first) and there.search(second) and not here.search(second) and not there.search(first)
        for pair in pairs
        for here, there in (pair, pair[::-1])
    )


def _finds(key: str, sentence: Sentence, start: int, end: int) -> bool:
    return any_of("parts_told", key, sentence.language).search(sentence.own[start:end]) is not None
