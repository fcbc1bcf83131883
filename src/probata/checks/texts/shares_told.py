"""A part, its whole and its percentage in one sentence, and several percentages as shares of one thing."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from probata.checks.texts.typed_numbers import TypedNumber
from probata.checks.texts.word_lists import word_list

_LONGEST = 300
"""Characters between two shares of one list; more are prose."""


def part_and_whole(own: str, counts: list[TypedNumber], language: str) -> tuple[TypedNumber | None, TypedNumber | None]:
    """Return which count is of which; nothing where the sentence does not say so."""
    first, second = counts
    if any(count.is_rounded for count in counts):
        return None, None
    between = own[first.start + len(first.written) : second.start]
    if _of(language).search(between):
        return first, second
    if _of(language).search(own[: first.start]):
        return second, first
    return None, None


def is_share(own: str, part: TypedNumber, percent: TypedNumber, language: str) -> bool:
    """Whether the words say that the percentage is what the part is of the whole, and nothing else is told of it."""
    between = own[part.start + len(part.written) : percent.start]
    behind = own[percent.start + len(percent.written) :].lstrip()
    if percent.start < part.start or _turns(language).search(between):
        return False
    is_alone = between.endswith("(") and behind.startswith(")")
    is_other_form = _or(language).fullmatch(between.strip()) is not None  # “21 or 25 % were answered”
    is_last = between.rstrip().endswith(",") and behind[:1] in {"", ".", ";"}
    return (
        is_alone
        or is_last
        or is_other_form
        or bool(_that_is(language).search(between) and (not behind or behind[0] in ".,;:)"))
    )


def are_of_one(own: str, percents: list[TypedNumber], language: str) -> bool:
    """Tell whether percentages are listed as shares of one thing: the verb stands behind the first of them alone."""
    gaps = [own[one.start + len(one.written) : other.start] for one, other in pairwise(percents)]
    if max(map(len, gaps)) > _LONGEST:
        return False
    words = "|".join(word_list("numbers")[f"shares_{language}"])
    first = re.match(rf"(?:[^,;:.]*?\s)?(?:{words})\s", gaps[0], re.IGNORECASE)
    last = own[percents[-1].start + len(percents[-1].written) :]
    noun = r"\s+[^\W\d_][\w’'-]*(?:\s+[^\W\d_][\w’'-]*){0,2}"
    joined = r"(?:,|,?\s*\b(?:and|et|y|e)\b)\s*"
    return bool(
        first
        and all(re.search(rf"{joined}$", gap) for gap in gaps)
        and all(
            re.fullmatch(rf"{noun}\s*{joined}", gap) and not re.search(rf"\b(?:{words})\b", gap) for gap in gaps[1:]
        )
        and re.match(rf"{noun}\s*(?:[.,;)\[]|$)", last)
    )


@cache
def _or(language: str) -> re.Pattern[str]:
    """Match the words alone that say that the number behind them is another form of the one before."""
    return re.compile("|".join(word_list("numbers")[f"that_is_{language}"]), re.IGNORECASE)


@cache
def _of(language: str) -> re.Pattern[str]:
    """What stands right before a whole: "of", "of the", in the words of a language."""
    words = "|".join(word_list("numbers")[f"of_{language}"])
    return re.compile(rf"(?<!\w)(?:{words})\s+$", re.IGNORECASE)


@cache
def _that_is(language: str) -> re.Pattern[str]:
    """Match the words right before a number that say that it is another form of what was said."""
    words = "|".join(word_list("numbers")[f"that_is_{language}"])
    return re.compile(rf"(?<!\w)(?:{words})[,:]?\s+(?:(?:el|un|the)\s+)?$", re.IGNORECASE)


@cache
def _turns(language: str) -> re.Pattern[str]:
    """Match the beginning of another clause, in which something else is told."""
    words = "|".join(word_list("numbers")[f"and_{language}"])
    return re.compile(rf"[,;]\s*(?:{words})(?!\w)", re.IGNORECASE)
