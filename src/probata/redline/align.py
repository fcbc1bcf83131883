"""Which of two lists of things go together: the same first, then the alike, always in order.

What is left between the same is paired by how alike it is, so that a changed paragraph is shown as changed and not as
another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from probata.redline.patience import Gap, Pair, gaps, once_in_both, same

Entry = tuple[int | None, int | None]
"""Places in the old and the new list; `None` where there is no counterpart."""

MOST_COMPARED: Final = 40_000
"""Pairs that are weighed in one gap; a larger gap is another text, and is shown as taken out and put in."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two lists."""

    keys: Sequence[str]
    """Equal for the same content."""

    names: Sequence[str]
    """What a thing is called in both versions whatever it says; empty for what has no name. As many as `keys`."""


def align(old: Side, new: Side, likeness: Callable[[int, int], float]) -> list[Entry]:
    """Return all places of both lists in one order; of a gap the old ones that have no counterpart come first.

    `likeness` of a place in the old and one in the new list is more than 0 where the two may go together, the more
    the better.
    """
    whole = (0, len(old.keys), 0, len(new.keys))
    pairs = same(old.keys, new.keys)
    pairs += [pair for gap in gaps(pairs, whole) for pair in _named_alike(old.names, new.names, gap)]
    pairs.sort()
    pairs += [pair for gap in gaps(pairs, whole) for pair in _alike(gap, likeness)]
    return list(_in_one_order(sorted(pairs), whole))


def _named_alike(old: Sequence[str], new: Sequence[str], gap: Gap) -> list[Pair]:
    return [(i, j) for i, j in once_in_both(old, new, gap) if old[i]]


def _alike(gap: Gap, likeness: Callable[[int, int], float]) -> list[Pair]:
    """Return the pairs of a gap that are most alike altogether, in order."""
    a, b, c, d = gap
    rows, columns = b - a, d - c
    if not rows or not columns or rows * columns > MOST_COMPARED:
        return []
    weights = [[likeness(a + i, c + j) for j in range(columns)] for i in range(rows)]
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            paired = best[i + 1][j + 1] + weights[i][j] if weights[i][j] > 0 else 0.0
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    found: list[Pair] = []
    i = j = 0
    while i < rows and j < columns:
        if weights[i][j] > 0 and best[i][j] == best[i + 1][j + 1] + weights[i][j]:
            found.append((a + i, c + j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return found


def _in_one_order(pairs: Sequence[Pair], whole: Gap) -> Iterator[Entry]:
    a, end_old, c, end_new = whole
    for i, j in (*pairs, (end_old, end_new)):
        yield from ((n, None) for n in range(a, i))
        yield from ((None, n) for n in range(c, j))
        if i < end_old:
            yield i, j
        a, c = i + 1, j + 1
