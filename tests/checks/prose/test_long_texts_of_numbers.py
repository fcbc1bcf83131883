"""Paragraphs full of numbers, as where a table was pasted as text, are read in a moment."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable

from tests.each import each

from probata.checks.prose.numbers import numbers_in
from probata.checks.prose.sentences import LONGEST, Sentence, sentences_in
from probata.checks.prose.texts import MarkdownText

SECONDS = 4
"""The square of the length took minutes."""


def sentence(text: str, language: str = "en") -> Sentence:
    """Return the one sentence of a text, which may be as long as any that checks read."""
    whole = MarkdownText("allegations", "a", ("particulars",), text[: LONGEST - 1], language)
    (found,) = sentences_in(whole, language=language)
    return found


@each("read", [numbers_in])
@each("text", ["12 men and ", "1 000 ", "twelve men or "])
def test_a_sentence_of_numbers_alone_takes_no_time(
    read: Callable[[Sentence], Iterable[object] | bool | None], text: str
) -> None:
    whole = sentence(text * LONGEST)
    start = time.perf_counter()
    found = read(whole)
    if found is not None and not isinstance(found, bool):
        assert all(found)
    assert time.perf_counter() - start < SECONDS
