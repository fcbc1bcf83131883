"""Which points belong together: a remark with the answers to it, and the answers to these."""

from __future__ import annotations

from collections.abc import Sequence

from probata.model.point import Point


def threads_of(points: Sequence[Point]) -> list[tuple[Point, ...]]:
    """Return the points thread by thread: what was remarked first, then its answers, each in the order of their file.

    A point that answers none of these begins a thread; so does the first of several that answer each other in a circle.
    """
    known: dict[str, Point] = {}
    for point in points:
        known.setdefault(point.id, point)
    threads: dict[str, list[Point]] = {}
    for point in points:
        threads.setdefault(_first(point, known), []).append(point)
    return [tuple(sorted(thread, key=lambda one: one.id != first)) for first, thread in threads.items()]


def is_open(thread: Sequence[Point]) -> bool:
    """Tell whether something in a thread still waits for an answer."""
    return any(point.status == "open" for point in thread)


def _first(point: Point, known: dict[str, Point]) -> str:
    """Return the id of the point that a thread began with; of a circle the one that stands first."""
    seen = [point.id]
    while (answered := known.get(point.answers or "")) is not None:
        if answered.id in seen:
            circle = seen[seen.index(answered.id) :]
            return next(id_ for id_ in known if id_ in circle)
        seen.append(answered.id)
        point = answered
    return point.id
