"""What somebody is responsible for, without how much of it: whether two texts are about the same people or things."""

from __future__ import annotations

import re
from functools import cache

from probata.checks.prose.words import any_of, word_list

_WORD = re.compile(r"[^\W_]+")


@cache
def object_of(over: str | None) -> tuple[str, ...]:
    """Return the words of an object without those of extent and of the post held; none where nothing is said.

    "All operations, as Director" and "thousands of operations" give the same. No word is stemmed or translated: what is
    worded otherwise is taken to be another thing.
    """
    text = re.sub(word_list("extent")["capacity"], " ", over or "", flags=re.IGNORECASE)
    return tuple(_WORD.findall(any_of("extent", "extent").sub(" ", text).casefold()))
