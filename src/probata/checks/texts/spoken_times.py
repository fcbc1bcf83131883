"""The one time of which a sentence or a title of ours speaks: a month, a year, a part of one, or a span of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from probata.checks.texts.dates_in_text import ToldTime, times_in
from probata.checks.texts.word_lists import LANGUAGES, Words, any_of, languages_of, whole_words, word_list
from probata.model.dates import Point

_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_NEAR = 3
"""Words before a time of which one may leave it out."""


def one_time(own: str, language: str = "en") -> ToldTime | None:
    """Return the time of a text that names no other month or year, and leads to it by words such as *in* or *from*.

    `None` where what stands before it tells how long something lasted, where the text leaves something out or
    compares, and in a language without a list.
    """
    if language not in languages_of("years"):
        return None
    found = list(_times(own, language))
    if len(found) != 1 or _others(own, found[0], language):
        return None
    before = own[: found[0].start]
    clause = re.split(r"[,;:]\s", before)[-1]
    is_other = any_of("years", "lasting", language).search(clause) or _left_out(language).search(own)
    return found[0] if _led(language).search(before) and not is_other else None


def _times(own: str, language: str) -> Iterator[ToldTime]:
    """Give the times, a part of a year as its months."""
    ends = 0
    for match, first, last in sorted(_parts(own, language), key=lambda found: found[0].start()):
        year = int(match["year"])
        yield from (one for one in times_in(own, language) if ends <= one.start and one.end <= match.start())
        yield ToldTime(match.start(), match.end(), Point(year, first), Point(year, last))
        ends = match.end()
    yield from (one for one in times_in(own, language) if one.start >= ends)


def _parts(own: str, language: str) -> Iterator[tuple[re.Match[str], int, int]]:
    for pattern, first, last in _part_patterns(language):
        for match in pattern.finditer(own):
            yield match, first, last


@cache
def _part_patterns(language: str) -> tuple[tuple[re.Pattern[str], int, int], ...]:
    words = word_list("years", language)
    behind = rf"\s+(?:{words['of_year']})\s+(?P<year>(?:1[89]|20)\d\d)(?!\d)"
    patterns = (rf"(?<!\w)(?:{part['words']}){behind}".replace(" ", r"\s+") for part in words["parts"])
    return tuple(
        (re.compile(pattern, re.IGNORECASE), int(part["first"]), int(part["last"]))
        for pattern, part in zip(patterns, words["parts"], strict=True)
    )


def _others(own: str, told: ToldTime, language: str) -> bool:
    """Tell whether a text names a month or a year beside its time."""
    rest = f"{own[: told.start]} {own[told.end :]}"
    return bool(_YEAR.search(rest) or months_in(language).search(rest))


@cache
def months_in(language: str) -> re.Pattern[str]:
    """Match the name of a month; English months have a capital, and may be verbs without it."""
    months = word_list("tenure", language)["months"]
    named = [month.capitalize() for month in months] if language == LANGUAGES[0] else months
    return re.compile(rf"(?<!\w)(?:{'|'.join(named)})(?!\w)")


@cache
def _left_out(language: str) -> Words:
    return whole_words(word_list("years", language)["left_out"])


@cache
def _led(language: str) -> re.Pattern[str]:
    words = str(word_list("years", language)["led"]).replace(" ", r"\s+")
    return re.compile(rf"(?:(?<!\w)(?:{words})\s*|,\s|\()$", re.IGNORECASE)


def is_left_out(before: str, language: str) -> bool:
    """Tell whether the last words before a time leave it out, or bound another by it: “before June”, “since May”."""
    return _left_out(language).search(" ".join(before.split()[-_NEAR:])) is not None
