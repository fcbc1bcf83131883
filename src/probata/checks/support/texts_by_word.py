"""Many texts by their words, so that none is searched for what it has no word of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

T = TypeVar("T")
_WORD = re.compile(r"\w+")


def by_word(texts: Iterable[tuple[str, T]]) -> dict[str, list[tuple[str, T]]]:
    """Return texts, with what belongs to each, by each of their words, and all of them by the empty word."""
    found: dict[str, list[tuple[str, T]]] = {}
    for text, kept in texts:
        for word in {"", *_WORD.findall(text)}:
            found.setdefault(word, []).append((text, kept))
    return found


def with_word_of(letters: str, texts: Mapping[str, Sequence[tuple[str, T]]]) -> Sequence[tuple[str, T]]:
    """Return the texts that have the first word of some letters, in their order; without a word in them, all."""
    word = _WORD.search(letters)
    return texts.get(word[0] if word else "", ())
