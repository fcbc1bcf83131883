"""The one year of which a sentence of ours speaks."""

from __future__ import annotations

import re
from functools import cache

from probata.checks.texts.word_lists import languages_of, word_list

_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


def one_year(own: str, language: str = "en") -> re.Match[str] | None:
    """Return the year behind a month or behind words such as *in*, as group 1; `None` where any other is named.

    In a language without a list no year is spoken of.
    """
    years = {match[0] for match in _YEAR.finditer(own)}
    return _spoken_of(language).search(own) if len(years) == 1 and language in languages_of("years") else None


@cache
def _spoken_of(language: str) -> re.Pattern[str]:
    """Match a year behind words by which a text of a language speaks of it."""
    words = word_list("years", language)
    months = "|".join(word_list("tenure", language)["months"])
    behind_month = rf"(?:\s+(?:{words['behind_month']}))?" if words["behind_month"] else ""
    before = str(words["before"]).replace(" ", r"\s+")
    return re.compile(rf"\b(?:{before}|(?:{months}){behind_month})\s+((?:1[89]|20)\d\d)\b", re.IGNORECASE)
