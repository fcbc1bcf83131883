"""Whether a quotation stands in a text: word for word, with few differences, or not; and on which pages.

What a lawyer marks in a quotation is understood: `[…]`, `(...)`, `…` leave words out; `[x]` stands for other words or
adds some, within a word for other letters, `[T]he`, `arrest[ed]`, and `[sic]` for none; emphasis and inner quotation
marks say nothing of the words. A page may end within it, with foot, footnotes and head of the pages between.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import Match, SequenceMatcher
from enum import StrEnum
from functools import cached_property
from itertools import islice, pairwise

from probata.diagnostics.value import value
from probata.evidence.letters import (
    WORD,
    Letters,
    Lines,
    Way,
    as_it_stands,
    folded,
    in_order_of_eye,
    is_right_to_left,
    readable,
    without_marks_of_notes,
    words_of,
)


class Verdict(StrEnum):
    """How a quotation stands in a text."""

    EXACT = "exact"
    """Word for word."""
    NEAR = "near"
    """With few differences, or its parts in another order."""
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
    """Whether its parts stand in the text in another order."""


# A quotation as it is looked for.


@value()
class _Chunk:
    """Letters that must stand side by side."""

    letters: str
    words: tuple[str, ...]
    surfaces: tuple[str, ...]
    opens_word: bool = True
    """Whether its first letter begins a word."""
    closes_word: bool = True


_Piece = tuple[_Chunk, ...]
"""Chunks with a pair of brackets between each two."""

_SPAN = re.compile(r"\[([^\[\]]*)\]\{[^{}]*\}")
_NO_WORDS = re.compile(r"\^\[[^\[\]]*\]|\[-?@[^\[\]]*\]|\(\s*sic\s*!?\s*\)", re.IGNORECASE)
_LEFT_OUT = re.compile(r"[\[(<]\s*(?:\.\s?){3,}\s*[\])>]|⋯+|(?:\.\s?){3,}")
_BRACKETS = re.compile(r"\[[^\[\]]*\]")


def _pieces(quotation: str) -> tuple[_Piece, ...]:
    """Part a quotation where words are left out, and each part at its brackets; parts without a word are no parts."""
    plain = _NO_WORDS.sub(" ", _SPAN.sub(r"\1", quotation.replace("〔", "[").replace("〕", "]")))
    found = (_chunks(part) for part in _LEFT_OUT.split(readable(plain)))
    return tuple(piece for piece in found if piece)


def _chunks(part: str) -> _Piece:
    chunks: list[_Chunk] = []
    edges = [0, *(edge for found in _BRACKETS.finditer(part) for edge in found.span()), len(part)]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        if surfaces := tuple(WORD.findall(part[start:end])):
            words = tuple(map(folded, surfaces))
            opens = start == 0 or not part[start].isalnum()
            closes = end == len(part) or not part[end - 1].isalnum()
            chunks.append(_Chunk("".join(words), words, surfaces, opens, closes))
    return tuple(chunks)


# The text that it is looked for in.

_MOST_REPLACED = 10
"""Words for which a pair of brackets may stand."""
_MOST_OF_A_WORD = 12
"""Letters of a word for which brackets within it may stand."""
_MOST_AT_FOOT, _MOST_AT_HEAD = 1500, 400
"""Letters of footnotes, foot and head that may stand between two pages of a sentence."""
_PER_LETTER = 40
"""Letters that may stand between for each letter on the page that has fewer of the quotation."""
_MOST_MATCHES = 200
"""Places of one quotation that are told."""
_SHARE = 0.3
"""Part of the words of a quotation that may differ in what is still near."""
_SHORT = 9
_WINDOWS = 6
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
        pieces = _pieces(quotation)
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


def _in_order(letters: Letters, pieces: tuple[_Piece, ...]) -> tuple[int, ...]:
    """Return the pages on which all pieces stand one after the other, wherever they do."""
    pages: set[int] = set()
    for spans in islice(_matches(letters, pieces[0], 0), _MOST_MATCHES):
        chain, behind = list(spans), spans[-1][1]
        for piece in pieces[1:]:
            following = next(_matches(letters, piece, behind), None)
            if following is None:
                return tuple(sorted(pages))
            chain += following
            behind = following[-1][1]
        pages.update(page for start, end in chain for page in letters.pages_of(start, end))
    return tuple(sorted(pages))


def _out_of_order(letters: Letters, pieces: tuple[_Piece, ...]) -> Compared | None:
    if len(pieces) == 1:
        return None
    found = [next(_matches(letters, piece, 0), None) for piece in pieces]
    if None in found:
        return None
    spans = [span for one in found if one for span in one]
    pages = {page for start, end in spans for page in letters.pages_of(start, end)}
    return Compared(Verdict.NEAR, tuple(sorted(pages)), is_turned=True)


def _matches(letters: Letters, piece: _Piece, behind: int) -> Iterator[tuple[_Span, ...]]:
    """Give the places of a piece behind a letter, as the spans of its chunks."""
    for first in _places(letters, piece[0], behind):
        if _is_edge(letters, piece[0].opens_word, first[0], -1) and (spans := _continued(letters, piece, first)):
            yield spans


def _continued(letters: Letters, piece: _Piece, first: _Span) -> tuple[_Span, ...] | None:
    """Return the spans of a piece of which the first chunk stands somewhere; `None` where the others do not follow."""
    if len(piece) == 1:
        return (first,) if _is_edge(letters, piece[0].closes_word, first[1], 1) else None
    if piece[0].closes_word and not letters.begins(first[1]):
        return None
    until = letters.starts[min(letters.word_at(first[1]) + _MOST_REPLACED + 1, len(letters.words))]
    following = piece[1]
    for at in _occurrences(letters.text, following.letters, first[1], until + len(following.letters)):
        if following.opens_word and not letters.begins(at):
            continue
        if rest := _continued(letters, piece[1:], (at, at + len(following.letters))):
            return (first, *rest)
    return None


def _is_edge(letters: Letters, is_whole: bool, at: int, step: int) -> bool:
    """Tell whether a word begins or ends at a letter; where brackets stand for other letters of it, or not far on."""
    reach = 0 if is_whole else _MOST_OF_A_WORD
    return any(letters.begins(at + step * more) for more in range(reach + 1))


def _places(letters: Letters, chunk: _Chunk, behind: int) -> Iterator[_Span]:
    """Give the places of a chunk, on one page or running on to the next."""
    size, is_found = len(chunk.letters), False
    for at in _occurrences(letters.text, chunk.letters, behind, len(letters.text)):
        is_found = True
        yield at, at + size
    if not is_found:
        yield from _across(letters, chunk.letters, behind)


def _occurrences(text: str, part: str, start: int, end: int) -> Iterator[int]:
    at = text.find(part, start, end)
    while at >= 0:
        yield at
        at = text.find(part, at + 1, end)


def _across(letters: Letters, wanted: str, behind: int) -> Iterator[_Span]:
    """Give the places of letters of which the first end a line of one page and the others begin one of the next.

    Few letters before or behind the end of the page are believed only where little stands between.
    """
    text, begin = letters.text, wanted[:3]
    for page, (start, end) in enumerate(pairwise(letters.pages)):
        ends = [*(line for line in letters.lines[page] if line > max(start, end - _MOST_AT_FOOT)), end]
        heads = [line for line in letters.lines[page + 1] if line <= end + _MOST_AT_HEAD]
        for at in _occurrences(text, begin, max(start, behind, ends[0] - len(wanted)), end):
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


def _near(letters: Letters, pieces: tuple[_Piece, ...]) -> Compared | None:
    """Return the passages that pieces repeat with few differences, in their order; `None` where one is nowhere near."""
    pages: set[int] = set()
    differs: list[tuple[str, str]] = []
    behind, is_turned = 0, False
    for piece in pieces:
        if exact := next(_matches(letters, piece, behind), None) or next(_matches(letters, piece, 0), None):
            start, end = exact[0][0], exact[-1][1]
        elif passage := _passage(letters, piece):
            start, end, found = passage
            differs += found
        else:
            return None
        is_turned = is_turned or start < behind
        behind = end
        pages.update(letters.pages_of(start, end))
    verdict = Verdict.NEAR if differs or is_turned else Verdict.EXACT
    return Compared(verdict, tuple(sorted(pages)), tuple(differs), is_turned)


_OTHER_WORDS = ""
"""In the words that are looked for: brackets that may stand for others."""


def _passage(letters: Letters, piece: _Piece) -> tuple[int, int, list[tuple[str, str]]] | None:
    """Return where the passage nearest to a piece begins and ends, and what differs; `None` where none is near."""
    wanted, surfaces = _with_brackets(piece)
    best: tuple[int, int, int, list[tuple[str, str]]] | None = None
    for start, end in _windows(letters, wanted):
        found = _aligned(letters, start, letters.words[start:end], wanted, surfaces)
        if found and (best is None or found[0] < best[0]):
            best = found
    count = sum(map(bool, wanted))
    if best is None or best[0] > max(1, _SHARE * count) or best[0] * 2 >= count:
        return None
    return best[1], best[2], best[3]


def _with_brackets(piece: _Piece) -> tuple[list[str], list[str]]:
    words, surfaces = list(piece[0].words), list(piece[0].surfaces)
    for before, chunk in pairwise(piece):
        if before.closes_word and chunk.opens_word:
            words.append(_OTHER_WORDS)
            surfaces.append("")
        words += chunk.words
        surfaces += chunk.surfaces
    return words, surfaces


def _windows(letters: Letters, wanted: Sequence[str]) -> Iterator[_Span]:
    """Give the stretches of words in which most runs of words of a piece stand, by their places in it."""
    size = 2 if len(wanted) <= _SHORT else 3
    step = max(8, len(wanted) // 2)
    votes: Counter[int] = Counter()
    for number in range(len(wanted) - size + 1):
        run = "".join(wanted[number : number + size])
        places = list(islice(_occurrences(letters.text, run, 0, len(letters.text)), _MOST_MATCHES))
        weight = 1000 // max(1, len(places))  # what is rare tells more
        votes.update(dict.fromkeys((max(0, letters.word_at(at) - number) // step for at in places), weight))
    sums = {slot: votes[slot] + votes[slot + 1] for slot in {*votes, *(slot - 1 for slot in votes)}}
    for slot in sorted(sums, key=lambda slot: (-sums[slot], slot))[:_WINDOWS]:
        start = max(0, (slot - 1) * step)
        yield start, min(len(letters.words), start + 4 * step + len(wanted) + _room(letters, start, len(wanted)))


def _room(letters: Letters, start: int, size: int) -> int:
    """Return the words that may stand at the foot of a page that ends within a stretch."""
    last = min(start + 3 * size, len(letters.words) - 1)
    return _MOST_AT_FOOT // 5 if letters.page_at(letters.starts[start]) != letters.page_at(letters.starts[last]) else 0


def _aligned(
    letters: Letters, offset: int, words: Sequence[str], wanted: Sequence[str], surfaces: Sequence[str]
) -> tuple[int, int, int, list[tuple[str, str]]] | None:
    """Return how many words differ, where the passage begins and ends among the letters, and what differs."""
    blocks = [one for one in SequenceMatcher(None, words, wanted, autojunk=False).get_matching_blocks() if one.size]
    blocks = _together(letters, offset, blocks)
    if not blocks:
        return None
    first, last = blocks[0], blocks[-1]
    before, after = first.b, len(wanted) - last.b - last.size
    start = max(0, first.a - before)
    end = min(len(words), last.a + last.size + after)
    edges = [(start, 0, 0), *blocks, (end, len(wanted), 0)]
    count, differs = 0, list[tuple[str, str]]()
    for (a, b, size), (next_a, next_b, _) in pairwise(edges):
        theirs, ours = range(a + size, next_a), range(b + size, next_b)
        if not (theirs or ours) or _says_nothing(letters, offset, words, wanted, theirs, ours):
            continue
        count += max(len(theirs), len(ours))
        shown = " ".join(letters.surfaces[offset + at] for at in theirs)
        differs.append((" ".join(filter(None, (surfaces[at] for at in ours))), shown))
    begin = letters.starts[offset + start]
    return count, begin, letters.starts[offset + end], differs


def _together(letters: Letters, offset: int, blocks: list[Match]) -> list[Match]:
    """Leave out words at either end that stand far from the others, and there by chance."""
    largest = max(range(len(blocks)), key=lambda at: blocks[at].size, default=0)

    def is_far(one: Match, other: Match) -> bool:
        theirs, ours = other.a - one.a - one.size, other.b - one.b - one.size
        crosses = _crosses(letters, offset + one.a + one.size, offset + other.a)
        return theirs - ours > (_MOST_AT_FOOT // 5 if crosses else _MOST_REPLACED)

    first = last = largest
    while first > 0 and not is_far(blocks[first - 1], blocks[first]):
        first -= 1
    while last + 1 < len(blocks) and not is_far(blocks[last], blocks[last + 1]):
        last += 1
    return blocks[first : last + 1]


def _crosses(letters: Letters, start: int, end: int) -> bool:
    """Tell whether a page ends among some words."""
    if start >= end or end >= len(letters.words):
        return False
    return letters.page_at(letters.starts[start]) != letters.page_at(letters.starts[end])


def _says_nothing(
    letters: Letters, offset: int, words: Sequence[str], wanted: Sequence[str], theirs: range, ours: range
) -> bool:
    """Tell whether two stretches differ in blanks alone, stand for one another by brackets, or part two pages."""
    ours_joined = "".join(wanted[at] for at in ours)
    if ours_joined == "".join(words[at] for at in theirs):
        return True
    if ours_joined:
        return False
    is_replaced = any(wanted[at] == _OTHER_WORDS for at in ours) and len(theirs) <= _MOST_REPLACED
    return is_replaced or (len(theirs) > 0 and _crosses(letters, offset + theirs[0], offset + theirs[-1] + 1))
