"""Where the printed words of a text stand in the text as it was written.

Both have the same words; the written text has marks of emphasis, citations in brackets and names in braces besides.
The two are laid beside each other, and a change of printed words becomes a change of the written ones where each of
them has its counterpart.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Final

from probata.diagnostics.value import value
from probata.pull.line_signs import signs_of_lines
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


_OF_EMPHASIS: Final = frozenset("*_")
_EMPHASIS: Final = _OF_EMPHASIS | {"\\"}


@dataclass(slots=True)
class Printed:
    """A stretch of print with what of it comes from the field that is looked for.

    A field may have many texts: the words of the print are found once for all of them.
    """

    text: str
    is_own: Callable[[int], bool]
    """Whether the character at a place comes from the field; things count as its own."""

    words: tuple[Word, ...] = field(init=False)
    """Spaces left out."""

    keys: tuple[str, ...] = field(init=False)
    """What each word is compared by: one key for all those of other fields."""

    own: int = field(init=False)
    """How many words come from the field."""

    def __post_init__(self) -> None:
        """Find the words."""
        self.words = tuple(words_in(self.text, PLAIN))
        are_own = [self.is_own(word.start) for word in self.words]
        pairs = zip(self.words, are_own, strict=True)
        self.keys = tuple(word.key if is_own or word.key == MARK else OF_ANOTHER for word, is_own in pairs)
        self.own = sum(are_own)


@dataclass(frozen=True, slots=True)
class Laid:
    """Printed words beside written ones."""

    printed: Printed
    written: str
    places: tuple[Word | None, ...]
    """The written word of each printed one, those of `printed.words`; `None` where it has none."""

    known: frozenset[int]
    """Where the written words begin that have a printed one."""

    length: int
    """How many words are written."""

    @property
    def covers(self) -> tuple[int, int]:
        """The written characters from the first to the last word that is printed here."""
        held = [word for word in self.places if word]
        return (min(word.start for word in held), max(word.end for word in held)) if held else (0, 0)

    def written_range(self, start: int, end: int, *, with_signs: bool = False) -> tuple[int, int] | None:
        """Return the written characters of a stretch of print that holds words; `None` where that cannot be told.

        `with_signs` where it is whole lines: the signs of emphasis before its first word and behind its last are of it.
        """
        inside = [n for n, word in enumerate(self.printed.words) if word.start >= start and word.end <= end]
        found = [self.places[n] for n in inside]
        if not found or any(word is None for word in found):
            return None
        held = [word for word in found if word]
        first, last = min(word.start for word in held), max(word.end for word in held)
        if with_signs:
            first, last = self._signs_before(first), self._signs_behind(last)
        return (first, last) if self._is_clean(first, last, len(held)) else None

    def _signs_before(self, place: int) -> int:
        while place and self.written[place - 1] in _OF_EMPHASIS and place - 1 not in self.known:
            place -= 1
        return place

    def _signs_behind(self, place: int) -> int:
        while self.written[place : place + 1] in _OF_EMPHASIS and place not in self.known:
            place += 1
        return place

    def before(self, place: int) -> Word | None:
        """Return the written form of the last word before a place of the print.

        Of a stop and the marks of notes behind it, it is the one that is written last: print sets them otherwise.
        """
        number = sum(1 for word in self.printed.words if word.end <= place) - 1
        last = self.places[number] if number >= 0 else None
        while (
            last
            and number
            and self.printed.words[number].key == MARK
            and self.printed.words[number - 1].key in {MARK, *STOPS}
        ):
            number -= 1
            other = self.places[number]
            last = other if other and other.end > last.end else last
        return last

    def behind(self, place: int) -> Word | None:
        """Return the written form of the first word behind a place of the print."""
        return next((self.places[n] for n, word in enumerate(self.printed.words) if word.start >= place), None)

    def thing_at(self, place: int) -> str:
        """Return how the thing at a place of the print was written; empty where that cannot be told."""
        found = self.thing_range(place)
        return self.written[slice(*found)] if found else ""

    def thing_range(self, place: int) -> tuple[int, int] | None:
        """Return where the thing at a place of the print was written; `None` where that cannot be told."""
        number = next((n for n, word in enumerate(self.printed.words) if word.start == place), None)
        word = None if number is None else self.places[number]
        return (word.start, word.end) if word else None

    def _is_clean(self, first: int, last: int, held: int) -> bool:
        """Tell whether written characters hold the words of the stretch and no mark of their own but whole emphasis."""
        words = words_in(self.written[first:last], WRITTEN)
        extra = [word for word in words if first + word.start not in self.known]
        signs = [self.written[first + word.start] for word in extra]
        return len(words) - len(extra) == held and all(
            sign in _EMPHASIS and (sign == "\\" or signs.count(sign) % 2 == 0) for sign in signs
        )


def lay(printed: Printed, written: str, is_markdown: bool, in_note: bool = False) -> Laid:
    """Lay a stretch of print beside the text of its field.

    `in_note` where the print is that of a footnote, whose words stand in a note of the text.
    """
    form = IN_NOTES if in_note else WRITTEN
    there = without_signs(words_in(written, form), written) if is_markdown else words_in(written, PLAIN)
    there = stops_first(there, stops) if (stops := stops_before_marks(printed.keys)) else there
    places = _in_order(printed.keys, there) or _alike(printed.keys, there)
    return Laid(printed, written, tuple(places), frozenset(word.start for word in places if word), len(there))


def _in_order(keys: Sequence[str], there: Sequence[Word]) -> list[Word | None] | None:
    """Lay the words one after the other, which is sure where print has all that is written but its signs.

    Of words that stand twice each is its own so, whatever signs are between them. `None` where print has others.
    """
    places: list[Word | None] = []
    left = iter(there)
    for key in keys:
        if key == OF_ANOTHER:
            places.append(None)
            continue
        word = next((one for one in left if one.key == key or not _is_sign(one)), None)
        if word is None or word.key != key:
            return None
        places.append(word)
    return places if all(map(_is_sign, left)) else None


def _is_sign(word: Word) -> bool:
    return word.key in _EMPHASIS or word.key == NEVER_PRINTED


def _alike(keys: Sequence[str], there: Sequence[Word]) -> list[Word | None]:
    """Lay stretches that are alike, the longest first."""
    places: list[Word | None] = [None] * len(keys)
    matcher = SequenceMatcher(None, keys, [word.key for word in there], autojunk=False)
    for a, b, size in matcher.get_matching_blocks():
        places[a : a + size] = there[b : b + size]
    return places
