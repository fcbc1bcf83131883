"""Word by word: what of two paragraphs stays, goes and comes, without islands that nobody would read as kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from probata.redline.atoms import Atom
from probata.redline.patience import Pair, same


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
        changes = [_size(old[a + n : c], new[b + n : d]) for (a, b, n), (c, d, _) in pairwise(edges)]
        lengths = [_length(old[a : a + n]) for a, _, n in kept]
        dropped = [
            index
            for index, (a, _, n) in enumerate(kept)
            if lengths[index] <= min(changes[index], changes[index + 1]) and all(one.is_text for one in old[a : a + n])
        ]
        if not dropped:
            return kept
        del kept[min(dropped, key=lambda index: lengths[index])]


def _size(old: Sequence[Atom], new: Sequence[Atom]) -> int:
    return max(_length(old), _length(new))


def _length(atoms: Sequence[Atom]) -> int:
    return sum(len(atom.text) for atom in atoms)
