"""Numbers in a word, such as "thousands", and the least that each can mean (`words/quantity.yaml`)."""

from __future__ import annotations

import re
from functools import cache

from probata.checks.prose.words import Words, languages_of, one_of, whole_words, word_list

_NEAR = re.compile(r"(?:[^\S\n]*\n?[^\S\n]*[\w’'-]+){0,2}")
"""The words among which what is counted stands behind the number."""


def number_word(text: str, language: str = "en") -> tuple[re.Match[str], int] | None:
    """Return the largest number in a word of a text, with the least that it can mean; `None` where there is none.

    A language without a list has no such words.
    """
    if language not in languages_of("quantity") or not _any_number(language).search(text):
        return None
    found = ((pattern.search(text), least) for pattern, least in _number_words(language))
    return next(((match, least) for match, least in found if match), None)


def _any_number(language: str) -> Words:
    return one_of(tuple(entry["word"] for entry in word_list("quantity", language)["numbers"]))


@cache
def _number_words(language: str) -> tuple[tuple[Words, int], ...]:
    entries = word_list("quantity", language)["numbers"]
    return tuple((whole_words(entry["word"]), int(entry["least"])) for entry in entries)


def other_thing(text: str, end: int, language: str = "en") -> str:
    """Return the word right behind a number in a word by which it counts neither persons nor cases; empty for none."""
    if language not in languages_of("quantity"):
        return ""
    near = _NEAR.match(text, end)
    found = whole_words(str(word_list("quantity", language)["other_things"])).search(near[0]) if near else None
    return found[0] if found else ""
