"""Superiors above subordinates: the rows of an organisation chart, and the order in each row.

The method is that of Sugiyama, Tagawa and Toda (1981): rows by longest path, helpers where a line passes a row, order
by the mean place of neighbours. Everything is decided by the order of the input, so that the same records give the
same picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

Edge = tuple[int, int]
"""From an item to one in a row below."""
SWEEPS = 8


@dataclass(frozen=True, slots=True)
class Layers:
    """Rows of items. Items below `count` are the boxes; the others are places where a line passes a row."""

    count: int
    rows: tuple[tuple[int, ...], ...]
    chains: tuple[tuple[int, ...], ...]
    """For each line its items from the upper box to the lower one; neighbours stand in rows that touch."""
    reversed_lines: frozenset[int]
    """Lines whose lower end is the superior, as in a circle of command."""

    def segments(self) -> tuple[Edge, ...]:
        """Return the parts of all lines between two rows."""
        return tuple(pair for _, pair in self.numbered_segments())

    def numbered_segments(self) -> tuple[tuple[int, Edge], ...]:
        """Return the same, each with the place of its line among the lines."""
        return tuple((line, pair) for line, chain in enumerate(self.chains) for pair in pairwise(chain))


def layers_of(count: int, edges: Sequence[Edge], capacity: int) -> Layers:
    """Arrange `count` boxes in rows of `capacity` at most; `edges` lead from superior to subordinate."""
    turned = frozenset(_closing(count, edges))
    down = [(b, a) if n in turned else (a, b) for n, (a, b) in enumerate(edges)]
    row_of = _rows(count, down, capacity)
    rows: list[list[int]] = [[] for _ in range(max(row_of, default=-1) + 1)]
    for item, row in enumerate(row_of):
        rows[row].append(item)
    chains = []
    helper = count
    for upper, lower in down:
        between = range(row_of[upper] + 1, row_of[lower])
        chains.append((upper, *range(helper, helper + len(between)), lower))
        for row in between:
            rows[row].append(helper)
            helper += 1
    return _ordered(Layers(count, tuple(map(tuple, rows)), tuple(chains), turned))


def _closing(count: int, edges: Sequence[Edge]) -> Iterable[int]:
    """Give the edges that close a circle, found by going down from each item in turn."""
    below: list[list[tuple[int, int]]] = [[] for _ in range(count)]
    for number, (a, b) in enumerate(edges):
        below[a].append((number, b))
    state = [0] * count  # 0 not met, 1 on the way, 2 done
    for start in range(count):
        if state[start]:
            continue
        way = [(start, iter(below[start]))]
        state[start] = 1
        while way:
            item, rest = way[-1]
            step = next(rest, None)
            if step is None:
                state[item] = 2
                way.pop()
            elif state[step[1]] == 1:
                yield step[0]
            elif state[step[1]] == 0:
                state[step[1]] = 1
                way.append((step[1], iter(below[step[1]])))


def _rows(count: int, edges: Sequence[Edge], capacity: int) -> list[int]:
    """Return the row of each box: below all its superiors, and no higher than it must be where it has none."""
    depth = [0] * count
    for _ in range(count):
        for a, b in edges:
            depth[b] = max(depth[b], depth[a] + 1)
    with_superior = {b for _, b in edges}
    for item in range(count):
        lower = [depth[b] for a, b in edges if a == item]
        if item not in with_superior and lower:
            depth[item] = min(lower) - 1
    return _cut(depth, capacity)


def _cut(depth: Sequence[int], capacity: int) -> list[int]:
    """Divide rows that hold too many boxes; those of one row do not stand above each other."""
    row_of = [0] * len(depth)
    row = 0
    for level in sorted(set(depth)):
        members = [item for item, own in enumerate(depth) if own == level]
        for place, item in enumerate(members):
            row_of[item] = row + place // capacity
        row += -(-len(members) // capacity)
    return row_of


def _ordered(layers: Layers) -> Layers:
    """Order each row so that few lines cross."""
    rows = [list(row) for row in layers.rows]
    above: dict[int, list[int]] = {}
    below: dict[int, list[int]] = {}
    for a, b in layers.segments():
        below.setdefault(a, []).append(b)
        above.setdefault(b, []).append(a)
    best, fewest = [list(row) for row in rows], _crossings(rows, layers.segments())
    for sweep in range(SWEEPS):
        going_down = sweep % 2 == 0
        numbers = range(1, len(rows)) if going_down else range(len(rows) - 2, -1, -1)
        for number in numbers:
            fixed = {item: place for place, item in enumerate(rows[number - 1 if going_down else number + 1])}
            rows[number] = _by_mean(rows[number], above if going_down else below, fixed)
        crossings = _crossings(rows, layers.segments())
        if crossings < fewest:
            best, fewest = [list(row) for row in rows], crossings
    return Layers(layers.count, tuple(map(tuple, best)), layers.chains, layers.reversed_lines)


def _by_mean(row: Sequence[int], neighbours: dict[int, list[int]], fixed: dict[int, int]) -> list[int]:
    def mean(place: int) -> float:
        places = [fixed[item] for item in neighbours.get(row[place], ())]
        return sum(places) / len(places) if places else float(place)

    return [row[place] for place in sorted(range(len(row)), key=mean)]


def _crossings(rows: Sequence[Sequence[int]], segments: Iterable[Edge]) -> int:
    place = {item: (number, index) for number, row in enumerate(rows) for index, item in enumerate(row)}
    by_row: dict[int, list[Edge]] = {}
    for a, b in segments:
        by_row.setdefault(place[a][0], []).append((place[a][1], place[b][1]))
    return sum((a - c) * (b - d) < 0 for found in by_row.values() for (a, b), (c, d) in combinations(found, 2))
