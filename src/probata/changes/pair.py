"""Which new paragraph stands for which old one, where a change adds some or leaves some out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import product

_MOST = 250_000
"""Pairs of paragraphs that are compared: of more, the first stands for the first."""
_ANY = 1e-6
"""What it counts that a paragraph has a partner at all, however unlike."""


def paired(old: Sequence[str], new: Sequence[str]) -> tuple[int | None, ...]:
    """Return for each new paragraph the place of the old one that it stands for; `None` for one that is added.

    The order of both stays, and the words that partners have in common are as many as can be.
    """
    if len(old) * len(new) > _MOST:
        return tuple(place if place < len(old) else None for place in range(len(new)))
    best = _best([Counter(one.split()) for one in old], [Counter(one.split()) for one in new])
    found: list[int | None] = []
    i, j = 0, 0
    while j < len(new):
        if i < len(old) and best[i, j] == best.get((i + 1, j), -1.0):
            i += 1
        elif best[i, j] == best.get((i, j + 1), -1.0):
            found.append(None)
            j += 1
        else:
            found.append(i)
            i, j = i + 1, j + 1
    return tuple(found)


def _best(old: Sequence[Counter[str]], new: Sequence[Counter[str]]) -> dict[tuple[int, int], float]:
    """Return how well the paragraphs from two places on can be paired."""
    ends = (*((len(old), j) for j in range(len(new) + 1)), *((i, len(new)) for i in range(len(old) + 1)))
    best = dict.fromkeys(ends, 0.0)
    for i, j in product(reversed(range(len(old))), reversed(range(len(new)))):
        both = _ANY + _alike(old[i], new[j]) + best[i + 1, j + 1]
        best[i, j] = max(both, best[i + 1, j], best[i, j + 1])
    return best


def _alike(old: Counter[str], new: Counter[str]) -> float:
    return 2 * (old & new).total() / ((old.total() + new.total()) or 1)
