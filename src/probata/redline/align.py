"""Which of two lists of things go together: the same first, then the alike, always in order.

What is left between the same is paired by how alike it is, so that a changed paragraph is shown as changed and not as
another.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

# The same of two lists, in order, as in a patience diff: what stands once in both fixes its neighbours.

Pair = tuple[int, int]
Gap = tuple[int, int, int, int]
"""Where a stretch begins and ends in the old list, then in the new one."""

MOST_REPEATED: Final = 4_000_000
"""Pairs of a stretch in which nothing stands once, within which the same are looked for."""


def same(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Return the places of equal keys that go together, in order."""
    found: list[Pair] = []
    waiting: list[Gap] = [(0, len(old), 0, len(new))]
    while waiting:
        a, b, c, d = waiting.pop()
        while a < b and c < d and old[a] == new[c]:
            found.append((a, c))
            a, c = a + 1, c + 1
        while a < b and c < d and old[b - 1] == new[d - 1]:
            b, d = b - 1, d - 1
            found.append((b, d))
        anchors = once_in_both(old, new, (a, b, c, d))
        if anchors:
            found += anchors
            waiting += gaps(anchors, (a, b, c, d))
        elif (b - a) * (d - c) <= MOST_REPEATED:
            found += _repeated(old[a:b], new[c:d], a, c)
    return sorted(found)


def once_in_both(old: Sequence[str], new: Sequence[str], gap: Gap) -> list[Pair]:
    """Return the pairs of keys that stand once on either side, as many as keep one order."""
    a, b, c, d = gap
    in_old, in_new = Counter(old[a:b]), Counter(new[c:d])
    place = {key: c + n for n, key in enumerate(new[c:d]) if in_new[key] == 1}
    return rising([(a + n, place[key]) for n, key in enumerate(old[a:b]) if in_old[key] == 1 and key in place])


def _repeated(old: Sequence[str], new: Sequence[str], a: int, c: int) -> Iterator[Pair]:
    if not old or not new:
        return
    for block in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        for n in range(block.size):
            yield a + block.a + n, c + block.b + n


def rising(pairs: Sequence[Pair]) -> list[Pair]:
    """Return the longest part of pairs, sorted by the first, in which the second rises too."""
    ends: list[int] = []  # smallest last second of a part of each length
    last: list[int] = []  # which pair that is
    before: list[int] = []
    for n, (_, second) in enumerate(pairs):
        length = bisect_left(ends, second)
        before.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [second]
        last[length : length + 1] = [n]
    found: list[Pair] = []
    n = last[-1] if last else -1
    while n >= 0:
        found.append(pairs[n])
        n = before[n]
    return found[::-1]


def gaps(pairs: Sequence[Pair], whole: Gap) -> Iterator[Gap]:
    """Give the stretches between pairs in order in which both sides, or one of them, have something."""
    a, end_old, c, end_new = whole
    for i, j in (*pairs, (end_old, end_new)):
        if i > a or j > c:
            yield a, i, c, j
        a, c = i + 1, j + 1


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
    pairs += [pair for gap in gaps(pairs, whole) for pair in most_alike(gap, likeness)]
    return list(in_one_order(sorted(pairs), whole))


def _named_alike(old: Sequence[str], new: Sequence[str], gap: Gap) -> list[Pair]:
    return [(i, j) for i, j in once_in_both(old, new, gap) if old[i]]


def most_alike(gap: Gap, likeness: Callable[[int, int], float]) -> list[Pair]:
    """Return the pairs of a gap that are most alike altogether, in order; none of a gap of very many."""
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


def in_one_order(pairs: Sequence[Pair], whole: Gap) -> Iterator[Entry]:
    """Give all places of both lists; before each pair the old ones that have no counterpart, then the new ones."""
    a, end_old, c, end_new = whole
    for i, j in (*pairs, (end_old, end_new)):
        yield from ((n, None) for n in range(a, i))
        yield from ((None, n) for n in range(c, j))
        if i < end_old:
            yield i, j
        a, c = i + 1, j + 1
