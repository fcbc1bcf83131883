"""The years that the name of a law or decision gives: its own, and those of its changes and printings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from probata.checks.prose.words import any_of, word_list

_YEAR = r"(?:1[89]|20)\d\d"
_FOUND = re.compile(rf"(?<![\w/.-]){_YEAR}(?![\w/-])")


class LawYear(NamedTuple):
    """A year in the name of a law."""

    year: int
    is_own: bool
    """Whether it may be that of the law; else it was amended, revised or printed then, and is no younger."""


def years_of_law(name: str) -> Iterator[LawYear]:
    """Give the years in a name; the numbers of articles are none."""
    for match in _FOUND.finditer(name):
        before, behind = name[: match.start()], name[match.end() :]
        if not _places().search(before):
            is_changed = _changed().search(before) or _changes().match(behind)
            yield LawYear(int(match[0]), not is_changed)


def is_revised(words: str) -> bool:
    """Tell whether a name or citation says that the law was changed, so that it bears more days than one."""
    unspaced = str(word_list("law_years")["revised_unspaced"])
    return bool(any_of("law_years", "revised").search(words) or re.search(unspaced, words))


@cache
def _changed() -> re.Pattern[str]:
    """Match a word of change in the clause before a year, other years between: “amended in 2018, 2020 and 2022”."""
    others = rf"(?:,\s*{_YEAR})*(?:,?\s*(?:and|et|y)\s*|,\s*)?"
    return re.compile(rf"(?<!\w)(?:{_words('changed')})(?!\w)[^;,()]*{others}$", re.IGNORECASE)


@cache
def _changes() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{_words('changes')})(?!\w)", re.IGNORECASE)


@cache
def _places() -> re.Pattern[str]:
    """Match what names a place right before its number, with other numbers between: “articles 12 and 2019”."""
    return re.compile(rf"(?<!\w)(?:{_words('places')})\s*(?:\d+\s*(?:,|and|et|y|to|–|-)\s*)*$", re.IGNORECASE)


def _words(key: str) -> str:
    return "|".join(word_list("law_years")[key]).replace(" ", r"\s+")
