"""Whether a quotation stands in a text: word for word, with few differences, or not; and on which pages.

What a lawyer marks in a quotation is understood: `[…]`, `(...)`, `…` leave words out; `[x]` stands for other words or
adds some, within a word for other letters, `[T]he`, `arrest[ed]`, and `[sic]` for none; emphasis and inner quotation
marks say nothing of the words. A page may end within it, with foot, footnotes and head of the pages between.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cached_property
from itertools import islice, pairwise

from probata.diagnostics.value import value
from probata.evidence.letters import (
    Letters,
    Lines,
    Way,
    are_joined_alike,
    as_it_stands,
    breaks_of,
    in_order_of_eye,
    is_right_to_left,
    without_marks_of_notes,
    words_of,
)
from probata.evidence.passages import MOST_AT_FOOT, MOST_MATCHES, MOST_REPLACED, passage_near
from probata.evidence.quoted_words import Chunk, Piece, pieces_of


class Verdict(StrEnum):
    """How a quotation stands in a text."""

    EXACT = "exact"
    """Word for word."""
    NEAR = "near"
    """With few differences, or its parts in another order or far apart."""
    NOT_FOUND = "not_found"
    """Neither."""
    NO_TEXT_LAYER = "no_text_layer"
    """Not on the pages with text, and some are pictures without text: it cannot be told."""


@value()
class Compared:
    """What came of comparing a quotation with a text."""

    verdict: Verdict
    pages: tuple[int, ...] = ()
    """Pages on which it stands, from 1, wherever it does; none where it was not found."""
    differs: tuple[tuple[str, str], ...] = ()
    """Of a near one: our words and those of the text in their place; empty text for words that one side has not."""
    is_turned: bool = False
    """Whether its parts stand in the text in another order, or pages apart."""


# The text that it is looked for in.

_MOST_OF_A_WORD = 12
"""Letters of a word for which brackets within it may stand."""
_MOST_AT_HEAD = 400
"""Letters of the head of a page within a sentence."""
_PER_LETTER = 40
"""Letters that may stand between for each letter on the page that has fewer of the quotation."""
_MOST_PAGES_LEFT_OUT = 2
"""Ends of pages over which `[…]` reaches: parts that are further apart do not say together what each says there."""
_Span = tuple[int, int]


class Text:
    """A text page by page, indexed once for all quotations that are looked for in it."""

    def __init__(self, pages: Sequence[str | None], *, is_whole: bool = True) -> None:
        """Take the pages; `None` is a picture without text. One with some words, or none read, makes it not whole."""
        self._pages = tuple(page or "" for page in pages)
        self._is_whole = is_whole and None not in pages
        self._read: dict[Way, Letters] = {}
        self._split: dict[str, Lines] = {}

    @cached_property
    def _ways(self) -> tuple[Way, ...]:
        turned = (in_order_of_eye,) if any(map(is_right_to_left, self._pages)) else ()
        return (as_it_stands, without_marks_of_notes, *turned)

    def _letters(self, way: Way) -> Letters:
        if way not in self._read:
            self._read[way] = Letters(map(self._words_of, map(way, self._pages)))
        return self._read[way]

    def _words_of(self, page: str) -> Lines:
        """Return the words of a page, split once where two ways read it alike."""
        if page not in self._split:
            self._split[page] = words_of(page)
        return self._split[page]

    def find(self, quotation: str) -> Compared:
        """Look for a quotation, which may have marks of Markdown in it. One without a word stands everywhere."""
        pieces = pieces_of(quotation)
        if not pieces:
            return Compared(Verdict.EXACT)
        turned: Compared | None = None
        for way in self._ways:
            letters = self._letters(way)
            if pages := _in_order(letters, pieces):
                return Compared(Verdict.EXACT, pages)
            turned = turned or _out_of_order(letters, pieces)
        if turned:
            return turned
        near = (_near(self._letters(way), pieces) for way in self._ways[1:])
        found = next((one for one in near if one), None)
        return found or Compared(Verdict.NOT_FOUND if self._is_whole else Verdict.NO_TEXT_LAYER)


def _in_order(letters: Letters, pieces: tuple[Piece, ...]) -> tuple[int, ...]:
    """Return the pages on which all pieces stand one after the other, wherever they do."""
    pages: set[int] = set()
    for spans in islice(_matches(letters, pieces[0], 0), MOST_MATCHES):
        chain, behind = list(spans), spans[-1][1]
        for piece in pieces[1:]:
            following = next(_matches(letters, piece, behind), None)
            if following is None:
                return tuple(sorted(pages))
            if min(letters.pages_of(*following[0])) > max(letters.pages_of(*chain[-1])) + _MOST_PAGES_LEFT_OUT:
                break
            chain += following
            behind = following[-1][1]
        else:
            pages.update(page for start, end in chain for page in letters.pages_of(start, end))
    return tuple(sorted(pages))


def _out_of_order(letters: Letters, pieces: tuple[Piece, ...]) -> Compared | None:
    if len(pieces) == 1:
        return None
    found = [next(_matches(letters, piece, 0), None) for piece in pieces]
    if None in found:
        return None
    spans = [span for one in found if one for span in one]
    pages = {page for start, end in spans for page in letters.pages_of(start, end)}
    return Compared(Verdict.NEAR, tuple(sorted(pages)), is_turned=True)


def _matches(letters: Letters, piece: Piece, behind: int) -> Iterator[tuple[_Span, ...]]:
    """Give the places of a piece behind a letter, as the spans of its chunks."""
    for first in _places(letters, piece[0], behind):
        if _is_edge(letters, piece[0].opens_word, first[0], -1) and (spans := _continued(letters, piece, first)):
            yield spans


def _continued(letters: Letters, piece: Piece, first: _Span) -> tuple[_Span, ...] | None:
    """Return the spans of a piece of which the first chunk stands somewhere; `None` where the others do not follow."""
    if len(piece) == 1:
        return (first,) if _is_edge(letters, piece[0].closes_word, first[1], 1) else None
    if piece[0].closes_word and not letters.begins(first[1]):
        return None
    until = letters.starts[min(letters.word_at(first[1]) + MOST_REPLACED + 1, len(letters.words))]
    following = piece[1]
    for at in _alike(letters, following, first[1], until + len(following.letters)):
        if following.opens_word and not letters.begins(at):
            continue
        if rest := _continued(letters, piece[1:], (at, at + len(following.letters))):
            return (first, *rest)
    return None


def _is_edge(letters: Letters, is_whole: bool, at: int, step: int) -> bool:
    """Tell whether a word begins or ends at a letter; where brackets stand for other letters of it, or not far on."""
    reach = 0 if is_whole else _MOST_OF_A_WORD
    return any(letters.begins(at + step * more) for more in range(reach + 1))


def _places(letters: Letters, chunk: Chunk, behind: int) -> Iterator[_Span]:
    """Give the places of a chunk, on one page or running on to the next."""
    size, is_found = len(chunk.letters), False
    for at in _alike(letters, chunk, behind):
        is_found = True
        yield at, at + size
    if not is_found:
        yield from _across(letters, chunk.letters, behind)


def _alike(letters: Letters, chunk: Chunk, start: int, end: int | None = None) -> Iterator[int]:
    """Give where the letters of a chunk stand, as the same words."""
    ours = breaks_of(chunk.surfaces, chunk.words)
    for at in letters.occurrences(chunk.letters, start, end):
        if are_joined_alike(ours, letters.breaks(at, at + len(chunk.letters))):
            yield at


def _across(letters: Letters, wanted: str, behind: int) -> Iterator[_Span]:
    """Give the places of letters of which the first end a line of one page and the others begin one of the next.

    Few letters before or behind the end of the page are believed only where little stands between.
    """
    text, begin = letters.text, wanted[:3]
    for page, (start, end) in enumerate(pairwise(letters.pages)):
        ends = [*(line for line in letters.lines[page] if line > max(start, end - MOST_AT_FOOT)), end]
        heads = [line for line in letters.lines[page + 1] if line <= end + _MOST_AT_HEAD]
        for at in letters.occurrences(begin, max(start, behind, ends[0] - len(wanted)), end):
            for line in ends:
                size = line - at
                if size <= 0:
                    continue
                if size >= len(wanted) or text[at:line] != wanted[:size]:
                    break
                rest = wanted[size:]
                most = _PER_LETTER * min(size, len(rest))
                found = (head for head in heads if text.startswith(rest, head) and head - line <= most)
                yield from ((at, head + len(rest)) for head in found)


# What is near.


def _near(letters: Letters, pieces: tuple[Piece, ...]) -> Compared | None:
    """Return the passages that pieces repeat with few differences, in their order; `None` where one is nowhere near."""
    pages: set[int] = set()
    differs: list[tuple[str, str]] = []
    behind, is_turned = 0, False
    for piece in pieces:
        if exact := next(_matches(letters, piece, behind), None) or next(_matches(letters, piece, 0), None):
            start, end = exact[0][0], exact[-1][1]
        elif passage := passage_near(letters, piece):
            start, end, found = passage
            differs += found
        else:
            return None
        is_turned = is_turned or start < behind
        behind = end
        pages.update(letters.pages_of(start, end))
    verdict = Verdict.NEAR if differs or is_turned else Verdict.EXACT
    return Compared(verdict, tuple(sorted(pages)), tuple(differs), is_turned)
