"""Text in the pieces that a redline marks: words, numbers, spaces, single signs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise
from typing import Final

from probata.redline.align import Pair, same
from probata.redline.atoms import Atom, Part
from probata.word.elements import Element

NO_BREAK_SPACE: Final = "\u00a0"

_WITHOUT_SPACES: Final = "\u2e80-\u303f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\u0e00-\u0eff"
"""Scripts that put no space between words; each sign of them is a piece."""

_PIECE: Final = re.compile(
    rf"[{_WITHOUT_SPACES}]"
    r"|\d+(?:[.,/:\u2019\u202f\u00a0-]\d+)*"
    rf"|[^\W\d_{_WITHOUT_SPACES}]+(?:['\u2019\u00ad-][^\W\d_{_WITHOUT_SPACES}]+)*"
    r"|\s+|.",
    re.DOTALL,
)


def pieces(text: str) -> list[str]:
    """Return the pieces in order; joined they are the text. A number keeps its separators: `1,250.50`, `2020-03-01`."""
    return _PIECE.findall(text)


def is_word(piece: str) -> bool:
    """Tell a word or number from spaces and signs."""
    return any(sign.isalnum() for sign in piece)


def key_of(piece: str) -> str:
    """Return what a piece is compared by: a no-break space is any other, for nobody sees which of them stands there."""
    return piece.replace(NO_BREAK_SPACE, " ") if piece.isspace() else piece


# Word begins a new run wherever somebody typed, checked the spelling or changed a look, in the middle of a word too;
# of that a reader sees nothing.


def in_words(atoms: Iterable[Atom]) -> Iterator[Atom]:
    """Give the pieces with text divided into words; each piece of text has the whole text of one run before.

    A link or a control ends a word. What marks no text and stands in the middle of a word stays there.
    """
    for (is_text, _), group in groupby(atoms, key=lambda atom: (atom.is_text, atom.inside)):
        neighbours = tuple(group)
        yield from _words(neighbours) if is_text else neighbours


def side_by_side(old: Sequence[Part], new: Sequence[Part]) -> Iterator[tuple[Part, Part]]:
    """Give the parts of one word in two versions, cut so that those side by side have the same text."""
    ends = sorted({*accumulate(len(part.text) for part in old), *accumulate(len(part.text) for part in new)})
    yield from zip(_cut(old, ends), _cut(new, ends), strict=True)


def _words(atoms: Sequence[Atom]) -> Iterator[Atom]:
    text = "".join(atom.text for atom in atoms)
    link = atoms[0].key.removesuffix(atoms[0].text)
    words = pieces(text)
    ends = sorted({*accumulate(map(len, words)), *accumulate(len(atom.text) for atom in atoms)})
    parts = _cut([Part(atom.text, part.run, tuple(atom.before)) for atom in atoms for part in atom.parts], ends)
    for word in words:
        held: list[Part] = []
        while sum(len(part.text) for part in held) < len(word):
            held.append(next(parts))
        first = Part(held[0].text, held[0].run)
        key = f"{link}{key_of(word)}"
        yield Atom(key, word, (first, *held[1:]), before=list(held[0].marks), inside=atoms[0].inside)


def _cut(parts: Sequence[Part], ends: Sequence[int]) -> Iterator[Part]:
    places = iter(ends)
    at = 0
    for part in parts:
        marks: tuple[Element, ...] = part.marks
        start, behind = at, at + len(part.text)
        while at < behind:
            end = next(places)
            yield Part(part.text[at - start : end - start], part.run, marks)
            at, marks = end, ()


@dataclass(frozen=True, slots=True)
class Step:
    """A stretch of the merged paragraph: what is kept, or what goes and what comes in its place."""

    old: Sequence[Atom]
    new: Sequence[Atom]
    kept: bool


def steps(old: Sequence[Atom], new: Sequence[Atom]) -> list[Step]:
    """Return the stretches in order; of a kept one both sides have as many pieces."""
    pairs = same([atom.key for atom in old], [atom.key for atom in new])
    stretches = _without_islands(_stretches(pairs), old, new)
    found: list[Step] = []
    a = c = 0
    for first_old, first_new, length in (*stretches, (len(old), len(new), 0)):
        if first_old > a or first_new > c:
            found.append(Step(old[a:first_old], new[c:first_new], kept=False))
        a, c = first_old + length, first_new + length
        if length:
            found.append(Step(old[first_old:a], new[first_new:c], kept=True))
    return found


Stretch = tuple[int, int, int]
"""Where a kept stretch begins in the old and in the new paragraph, and how many pieces it has."""


def _stretches(pairs: Sequence[Pair]) -> list[Stretch]:
    found: list[Stretch] = []
    for i, j in pairs:
        if found and (found[-1][0] + found[-1][2], found[-1][1] + found[-1][2]) == (i, j):
            found[-1] = (*found[-1][:2], found[-1][2] + 1)
        else:
            found.append((i, j, 1))
    return found


def _without_islands(kept: list[Stretch], old: Sequence[Atom], new: Sequence[Atom]) -> list[Stretch]:
    """Leave out kept stretches that are shorter than what changes on either side of them: spaces, `the`, `of`.

    A note, a picture or anything else that is no text is never left out: it would be taken out and put in again.
    """
    while True:
        edges = [(0, 0, 0), *kept, (len(old), len(new), 0)]
        changes = [max(_length(old[a + n : c]), _length(new[b + n : d])) for (a, b, n), (c, d, _) in pairwise(edges)]
        lengths = [_length(old[a : a + n]) for a, _, n in kept]
        dropped = [
            index
            for index, (a, _, n) in enumerate(kept)
            if lengths[index] <= min(changes[index], changes[index + 1]) and all(one.is_text for one in old[a : a + n])
        ]
        if not dropped:
            return kept
        del kept[min(dropped, key=lambda index: lengths[index])]


def _length(atoms: Sequence[Atom]) -> int:
    return sum(len(atom.text) for atom in atoms)
