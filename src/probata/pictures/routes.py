"""The ways of the lines between two rows of an organisation chart: upright and level parts that do not run together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from probata.pictures.layers import Edge

PORT_STEP = 14.0
"""Distance of the lines at the edge of a box, where it is wide enough."""
INSIDE = 9.0
"""Least distance of a line from the corner of a box."""
CORNER = 2.0
"""Points from the corner of a box, or from the edge of the canvas, that no line comes nearer."""
TRACK_STEP = 6.0
LEAST_APART = 4.0
"""Least distance of two upright parts of different lines."""
STRAIGHT = 8.0
"""A line that would move sideways by less than this is drawn straight where its neighbours leave room."""


@dataclass(slots=True)
class Segment:
    """A part of a line, from an item of one row to an item of the next."""

    line: int
    """The place of its line among the lines."""
    edge: Edge
    upper: float = 0.0
    lower: float = 0.0
    """Where it leaves the upper item and meets the lower one, from left to right."""
    track: int = -1
    """Which level part it uses, counted from above; -1 where it is straight."""
    rank: int = 0
    """Its place among the lines that meet the lower item."""
    step: float = PORT_STEP
    """Distance to the next line there."""


def route(
    edges: Iterable[tuple[int, Edge]], middles: Sequence[float], widths: Sequence[float], width: float
) -> list[Segment]:
    """Lay the parts of all lines between two rows, each given with its line; each gets places and a track.

    `middles` and `widths` are those of all items, `width` is that of the canvas.
    """
    segments = [Segment(line, edge) for line, edge in edges]
    for end in (0, 1):
        _spread(segments, end, middles, widths)
    _straighten(segments)
    _keep_apart(segments, middles, widths, width)
    _assign_tracks(segments)
    return segments


def _spread(segments: Sequence[Segment], end: int, middles: Sequence[float], widths: Sequence[float]) -> None:
    """Spread the lines at each item, in the order of where they come from or go."""
    by_item: dict[int, list[Segment]] = {}
    for segment in segments:
        by_item.setdefault(segment.edge[end], []).append(segment)
    for item, found in by_item.items():
        found.sort(key=lambda segment: middles[segment.edge[1 - end]])
        room = max(widths[item] - 2 * INSIDE, 0)
        step = min(PORT_STEP, room / max(len(found) - 1, 1))
        for rank, segment in enumerate(found):
            place = middles[item] + (rank - (len(found) - 1) / 2) * step
            if end == 0:
                segment.upper = place
            else:
                segment.lower, segment.rank, segment.step = place, rank, step


def _straighten(segments: Sequence[Segment]) -> None:
    """Let a line whose two ends are nearly below each other go straight, where its neighbours leave room."""
    for segment in segments:
        if abs(segment.upper - segment.lower) >= STRAIGHT:
            continue
        beside = [other.upper for other in segments if other is not segment and other.edge[0] == segment.edge[0]]
        below = [other.lower for other in segments if other is not segment and other.edge[1] == segment.edge[1]]
        if not _is_near(segment.lower, beside):
            segment.upper = segment.lower
        elif not _is_near(segment.upper, below, PORT_STEP - 2):
            segment.lower = segment.upper


def _keep_apart(segments: Sequence[Segment], middles: Sequence[float], widths: Sequence[float], width: float) -> None:
    """Move upper ends that stand above the lower end of another line: upright parts would run together."""
    for segment in segments:
        others = [place for other in segments if other is not segment for place in (other.upper, other.lower)]
        shifts = (n * sign * (LEAST_APART + 0.1) for n in range(len(others) + 1) for sign in (1, -1))
        item = segment.edge[0]
        reach = max(widths[item] / 2 - CORNER, len(others) * LEAST_APART if widths[item] < INSIDE else 0.0)
        left, right = max(CORNER, middles[item] - reach), min(width - CORNER, middles[item] + reach)
        places = (place for shift in shifts if left <= (place := segment.upper + shift) <= right)
        free = (place for place in places if not _is_near(place, others))
        segment.upper = next(free, segment.upper)


def _is_near(place: float, others: Iterable[float], least: float = LEAST_APART) -> bool:
    return any(abs(place - other) < least for other in others)


def _assign_tracks(segments: Sequence[Segment]) -> None:
    """Give each line a level part of its own where it would lie on another; the longest run highest."""
    tracks: list[list[tuple[float, float]]] = []
    for segment in sorted(segments, key=lambda segment: -abs(segment.upper - segment.lower)):
        if abs(segment.upper - segment.lower) < 0.5:
            continue
        left, right = sorted((segment.upper, segment.lower))
        free = (n for n, taken in enumerate(tracks) if all(b + 3 < left or right + 3 < a for a, b in taken))
        segment.track = next(free, len(tracks))
        if segment.track == len(tracks):
            tracks.append([])
        tracks[segment.track].append((left, right))
