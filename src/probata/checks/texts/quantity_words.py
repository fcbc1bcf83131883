"""Numbers in a word, such as "thousands", and the least that each can mean (`words/quantity.yaml`)."""

from __future__ import annotations

import re
from functools import cache

from probata.checks.texts.word_lists import Words, languages_of, one_of, whole_words, word_list


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
