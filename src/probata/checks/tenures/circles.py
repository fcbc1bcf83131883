"""Circles in what stands over, before or behind what: chains of command, wholes, works known through others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from probata.checks.engine.case import Loc
from probata.checks.tenures.sure_days import Days
from probata.diagnostics import say

_WORDS = {"part_of": "is part of", "successor_of": "followed", "cited_in": "is known through"}
"""What a link says of the one below; one of command is said of the one above."""


@dataclass(frozen=True, slots=True)
class Link:
    """One that stands over another, holds it as a part or goes before it, and the days on which that surely was so."""

    above: str
    below: str
    kind: str
    record: tuple[str, str]
    at: Loc
    days: Days

    @property
    def words(self) -> str:
        """What it says."""
        words = _WORDS.get(self.kind)
        if words:
            return f"{say.of(self.record[0], self.below)} {words} {say.of(self.record[0], self.above)}"
        return f"{say.body(self.above)} commands {say.body(self.below)}, by relation {say.command(self.record[1])}"


def circles(links: list[Link]) -> Iterator[list[Link]]:
    """Give the links of each circle, the last recorded first, on each day on which a link begins.

    A link at which a circle was given closes no other. Links that only share the day of a handing-over are not at once.
    """
    left = _in_circles(links) if _circle(links) else []
    for day in sorted({link.days[0] for link in left}):
        while circle := _circle([link for link in left if link.days[0] <= day < link.days[1]]):
            yield circle
            left = [link for link in left if link is not circle[0]]


def _in_circles(links: list[Link]) -> list[Link]:
    """Leave away what leads to no circle and from none, so that few links are looked at day by day."""
    while True:
        above, below = {link.above for link in links}, {link.below for link in links}
        kept = [link for link in links if link.above in below and link.below in above]
        if len(kept) == len(links):
            return kept
        links = kept


def _circle(links: list[Link]) -> list[Link]:
    """Return the links of one circle; nothing where there is none."""
    by_ends: dict[tuple[str, str], tuple[int, Link]] = {}
    order = TopologicalSorter[str]()
    for place, link in enumerate(links):
        by_ends.setdefault((link.above, link.below), (place, link))
        order.add(link.below, link.above)
    try:
        order.prepare()
    except CycleError as error:
        nodes: list[str] = error.args[1]
        circle = [by_ends[pair] for pair in pairwise(nodes)]
        last = circle.index(max(circle, key=lambda placed: placed[0]))
        return [link for _, link in (*circle[last:], *circle[:last])]
    return []
