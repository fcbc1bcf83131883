"""The dates of birth that a text tells: “born on 3 May 1970”, “née en mai 1970”, “nacido el 3 de mayo de 1970”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from probata.checks.prose.times import MONTHS, WRITTEN_DATE, point, point_of
from probata.checks.prose.words import languages_of, word_list
from probata.model.dates import Point

_ENGLISH = re.compile(rf"\bborn\s+(?:on|in)\s+{WRITTEN_DATE}", re.IGNORECASE)


def births_in(text: str, language: str) -> Iterator[tuple[re.Match[str], Point]]:
    """Give each date behind words for a birth, with its place; what no calendar has is left out."""
    pattern = _ENGLISH if language == "en" else _born(language) if language in languages_of("born") else None
    for match in pattern.finditer(text) if pattern else ():
        found = point_of(match) if language == "en" else _point(match, language)
        if found:
            yield match, found


@cache
def _born(language: str) -> re.Pattern[str]:
    """Match words for a birth with a day, month and year as groups, or with a year alone as the last group."""
    months = "|".join(word_list("tenure", language)["months"])
    date = str(word_list("tenure", language)["date"]).replace("months", months)
    words = str(word_list("born", language)["born"]).replace(" ", r"\s+")
    return re.compile(rf"\b(?:{words})\s+(?:{date}|(\d{{4}}))(?!\d)", re.IGNORECASE)


def _point(match: re.Match[str], language: str) -> Point | None:
    day, month, year, alone = match.groups()
    named = MONTHS[word_list("tenure", language)["months"].index(month.lower())] if month else None
    return point(day, named, year or alone)
