"""Numbers in a word, such as "thousands", and the least that each can mean (`words/quantity.yaml`)."""

from __future__ import annotations

import re
from functools import cache

from probata.checks.texts.word_lists import Words, one_of, whole_words, word_list


def number_word(text: str) -> tuple[re.Match[str], int] | None:
    """Return the largest number in a word of a text, with the least that it can mean; `None` where there is none."""
    if not one_of(tuple(entry["word"] for entry in word_list("quantity")["numbers"])).search(text):
        return None
    found = ((pattern.search(text), least) for pattern, least in _number_words())
    return next(((match, least) for match, least in found if match), None)


@cache
def _number_words() -> tuple[tuple[Words, int], ...]:
    return tuple((whole_words(entry["word"]), int(entry["least"])) for entry in word_list("quantity")["numbers"])
