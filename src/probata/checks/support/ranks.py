"""Ranks of armed forces and police in texts and records: `words/ranks.yaml`."""

from __future__ import annotations

import re
from functools import cache

from probata.checks.prose.words import any_of, word_list


@cache
def ranks(language: str) -> str:
    """Return a pattern for any rank of a language, the longer before the shorter."""
    return "|".join(word_list("ranks", language)["ranks"])


def ends_an_office(before: str, language: str) -> bool:
    """Tell whether the words before a rank make it the end of a title of office: “Attorney General”."""
    return re.search(rf"{any_of('ranks', 'offices', language).pattern}\s+$", before, re.IGNORECASE) is not None


def plain_rank(rank: str) -> str:
    """Return a rank in small letters without hyphens."""
    return " ".join(rank.replace("-", " ").casefold().split())


def ranks_in(text: str | None, language: str) -> set[str]:
    """Return the ranks in a text, such as a title."""
    pattern = rf"(?<![\w-])(?:{ranks(language)})(?!\w)"
    return {plain_rank(match[0]) for match in re.finditer(pattern, text or "", re.IGNORECASE)}
