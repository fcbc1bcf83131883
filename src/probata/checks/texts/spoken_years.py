"""The one year of which a sentence of ours speaks, or the years from one to another."""

from __future__ import annotations

import re
from functools import cache

from probata.checks.texts.word_lists import any_of, languages_of, word_list

_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


def one_year(own: str, language: str = "en") -> re.Match[str] | None:
    """Return the year behind a month or behind words such as *in*, as group 1; `None` where any other is named.

    In a language without a list no year is spoken of.
    """
    years = {match[0] for match in _YEAR.finditer(own)}
    return _spoken_of(language).search(own) if len(years) == 1 and language in languages_of("years") else None


def years_between(own: str, language: str = "en") -> re.Match[str] | None:
    """Return the years of a sentence that names two, as groups 1 and 2: “from 2010 to 2020”, “2010–2020”.

    `None` where it names others, and where the words before them tell how long something lasted or somebody served.
    """
    years = _YEAR.findall(own)
    if len(years) != len(("first", "last")) or language not in languages_of("years"):
        return None
    found = _range(language).search(own)
    if found is None or found[1] >= found[2]:
        return None
    clause = re.split(r"[,;:]\s", own[: found.start()])[-1]
    return None if any_of("years", "lasting", language).search(clause) else found


@cache
def _range(language: str) -> re.Pattern[str]:
    words = str(word_list("years", language)["until"]).replace(" ", r"\s+")
    year = r"\b((?:1[89]|20)\d\d)\b"
    return re.compile(rf"{year}(?:\s*[–-]\s*|\s+(?:{words})\s+){year}", re.IGNORECASE)


@cache
def _spoken_of(language: str) -> re.Pattern[str]:
    """Match a year behind words by which a text of a language speaks of it."""
    words = word_list("years", language)
    months = "|".join(word_list("tenure", language)["months"])
    behind_month = rf"(?:\s+(?:{words['behind_month']}))?" if words["behind_month"] else ""
    before = str(words["before"]).replace(" ", r"\s+")
    return re.compile(rf"\b(?:{before}|(?:{months}){behind_month})\s+((?:1[89]|20)\d\d)\b", re.IGNORECASE)
