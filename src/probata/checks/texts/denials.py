"""Whether a clause denies what a word of it says: “has not been convicted”, « n’est coupable d’aucun crime »."""

from __future__ import annotations

import re
from functools import cache

from probata.checks.texts.word_lists import any_of, languages_of, whole_words, word_list

_END = re.compile(r"[.;:!?]\s")


def is_denied(text: str, start: int, end: int, language: str) -> bool:
    """Tell whether the clause in which a word stands denies it, or its sentence says that it was undone.

    In a language without a list of such words nothing is denied.
    """
    if language not in languages_of("denials"):
        return False
    begin, stop = _around(_turns(language), text, start, end)
    before, behind = text[begin:start], text[end:stop].lstrip()
    first, last = _around(_END, text, start, end)
    return bool(
        any_of("denials", "denials", language).search(before)
        or whole_words(str(word_list("denials", language)["behind"])).match(behind)
        or any_of("denials", "undone", language).search(text[first:last])
    )


def _around(ends: re.Pattern[str], text: str, start: int, end: int) -> tuple[int, int]:
    """Return what stands around a word between two ends."""
    before = [found.end() for found in ends.finditer(text, 0, start)]
    behind = ends.search(text, end)
    return before[-1] if before else 0, behind.start() if behind else len(text)


@cache
def _turns(language: str) -> re.Pattern[str]:
    return re.compile(rf"{_END.pattern}|{word_list('denials', language)['turns']}", re.IGNORECASE)
