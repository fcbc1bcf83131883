"""Where the items of each row stand from left to right: near what they are joined with, and never on each other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from probata.pictures.layers import Layers

PASSES = 9
EDGE = 1.5
"""Points kept free at both edges, for the frames of boxes."""


def places_of(layers: Layers, widths: Sequence[float], gap: float, width: float) -> list[float]:
    """Return the middle of each item, in points; `widths` are those of all items, helpers included.

    The items of a row with their gaps must not be wider than `width` without its edges.
    """
    middles = [0.0] * len(widths)
    for row in layers.rows:
        for place, item in enumerate(row):
            middles[item] = width * (place + 0.5) / len(row)
    above: dict[int, list[int]] = {}
    below: dict[int, list[int]] = {}
    for a, b in layers.segments():
        below.setdefault(a, []).append(b)
        above.setdefault(b, []).append(a)
    for sweep in range(PASSES):
        going_down = sweep % 2 == 0
        for row in layers.rows if going_down else reversed(layers.rows):
            wanted = [_mean(item, above if going_down else below, middles) for item in row]
            for item, middle in zip(row, _apart(wanted, [widths[i] for i in row], gap, width), strict=True):
                middles[item] = middle
    return _centred(middles, widths, width)


def _centred(middles: Sequence[float], widths: Sequence[float], width: float) -> list[float]:
    """Move everything sideways, so that as much is free on the left as on the right."""
    left = min((middle - own / 2 for middle, own in zip(middles, widths, strict=True)), default=0.0)
    right = max((middle + own / 2 for middle, own in zip(middles, widths, strict=True)), default=width)
    return [middle + (width - left - right) / 2 for middle in middles]


def _mean(item: int, neighbours: dict[int, list[int]], middles: Sequence[float]) -> float:
    found = neighbours.get(item)
    return sum(middles[other] for other in found) / len(found) if found else middles[item]


def _apart(wanted: Sequence[float], widths: Sequence[float], gap: float, width: float) -> list[float]:
    """Return middles as near to the wanted ones as they can be without touching (isotonic regression)."""
    offsets = [0.0]
    for left, right in pairwise(widths):
        offsets.append(offsets[-1] + (left + right) / 2 + gap)
    blocks: list[tuple[float, int]] = []
    for value in (want - offset for want, offset in zip(wanted, offsets, strict=True)):
        mean, size = value, 1
        while blocks and blocks[-1][0] > mean:
            before, count = blocks.pop()
            mean, size = (before * count + mean * size) / (count + size), count + size
        blocks.append((mean, size))
    levels = [mean for mean, size in blocks for _ in range(size)]
    low, high = EDGE + widths[0] / 2, width - EDGE - widths[-1] / 2 - offsets[-1]
    return [min(max(level, low), max(low, high)) + offset for level, offset in zip(levels, offsets, strict=True)]
