"""Text of neighbouring runs as words: a word that several runs share is one piece all the same.

Word begins a new run wherever somebody typed, checked the spelling or changed a look, in the middle of a word too; of
that a reader sees nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, groupby

from probata.redline.atoms import Atom, Part
from probata.redline.words import key_of, pieces
from probata.word.elements import Element


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
    """Divide the text of neighbours that stand in one link or in none."""
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
    """Give the parts cut at some places, which are counted from the beginning of the first; all ends are among them."""
    places = iter(ends)
    at = 0
    for part in parts:
        marks: tuple[Element, ...] = part.marks
        start, behind = at, at + len(part.text)
        while at < behind:
            end = next(places)
            yield Part(part.text[at - start : end - start], part.run, marks)
            at, marks = end, ()
