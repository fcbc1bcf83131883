"""The words of a printed and of a written text: what each is compared by, and in which order they stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from probata.diagnostics.value import value
from probata.pull.signs_of_lines import signs_of_lines
from probata.pull.stream import END_OF_LINE
from probata.pull.typed_signs import as_typed
from probata.word.piece import MARK

_CITATION: Final = r"\[[^\[\]@]*@[^\[\]]*\]"
_NAME: Final = r"\{\{(?:(?!\{\{).)*?\}\}"
_THINGS: Final = (
    r"\^\[(?:[^\[\]]|\[[^\[\]]*\])*\]"  # a note in the text
    r"|\[\^[^\[\]\s]+\](?!:)"  # the mark of a note that is defined below
    rf"|{_CITATION}|{_NAME}"
)
IN_NOTES: Final = re.compile(
    rf"(?P<thing>{_CITATION}|{_NAME})|(?P<word>[\u2e80-\u9fff\uf900-\ufaff]|[^\W_]+|[^\s])", re.DOTALL
)
WRITTEN: Final = re.compile(rf"(?P<thing>{_THINGS})|(?P<word>[\u2e80-\u9fff\uf900-\ufaff]|[^\W_]+|[^\s])", re.DOTALL)
PLAIN: Final = re.compile(rf"(?P<thing>{MARK})|(?P<word>[\u2e80-\u9fff\uf900-\ufaff]|[^\W_]+|[^\s])", re.DOTALL)
STOPS: Final = frozenset(".,;:")
NEVER_PRINTED: Final = "\1"
"""Key of a written word that has no counterpart in print."""
OF_ANOTHER: Final = "\0"
"""Key of a printed word of another field."""


@value()
class Word:
    """A word, a sign or a thing; its place in its text."""

    key: str
    start: int
    end: int


def words_in(text: str, form: re.Pattern[str]) -> list[Word]:
    """Return the words, signs and things of a text in their order; `form` is `WRITTEN`, `IN_NOTES` or `PLAIN`."""
    typed = as_typed(text)  # sign for sign
    found: list[Word] = []
    for match in form.finditer(text):
        start, end = match.span()
        if text[start] != END_OF_LINE:
            found.append(Word(MARK if match.lastgroup == "thing" else typed[start:end], start, end))
    return found


def without_signs(words: list[Word], written: str) -> list[Word]:
    """Let what is written before a line and never printed be like no word of print: the stop of `2.` is none of it."""
    signs = list(signs_of_lines(written))
    starts = [start for start, _ in signs]
    held = (bisect_right(starts, word.start) - 1 for word in words)
    return [
        replace(word, key=NEVER_PRINTED) if place >= 0 and word.end <= signs[place][1] else word
        for word, place in zip(words, held, strict=True)
    ]


def stops_before_marks(keys: Sequence[str]) -> frozenset[str]:
    """Return the stops behind which the marks of notes stand in print; in the written text they stand before.

    A style may have some so and some not: a comma before the mark, and a semicolon behind it.
    """
    pairs = Counter(pairwise(keys))
    return frozenset(stop for stop in STOPS if pairs[stop, MARK] > pairs[MARK, stop])


def stops_first(words: list[Word], stops: Collection[str]) -> list[Word]:
    """Return written words with each of these stops before the marks of notes that stand before it, as in print."""
    ordered: list[Word] = []
    for word in words:
        if word.key in stops and ordered and ordered[-1].key == MARK:
            ordered.insert(_first_of_marks(ordered), word)
        else:
            ordered.append(word)
    return ordered


def _first_of_marks(words: list[Word]) -> int:
    place = len(words)
    while place and words[place - 1].key == MARK:
        place -= 1
    return place
