"""What an organisation chart consists of, and the parts of it that hang together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date


@dataclass(frozen=True, slots=True)
class Held:
    """A post that a person holds on the day, surely or possibly."""

    person: str
    post: str
    """Title of the post in the box of its body; in the box of the post, its body where no line leads there."""
    is_certain: bool


@dataclass(slots=True)
class Unit:
    """A body, or a post that stands by itself."""

    name: str
    held: list[Held] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Link:
    """A relation of command; the ends are places in the list of units."""

    superior: int
    subordinate: int
    kind: str
    is_certain: bool
    limit: str = ""
    """What the relation is about, where it does not reach everything."""


@dataclass(frozen=True, slots=True)
class Organisation:
    """What a chart shows."""

    day: date
    units: tuple[Unit, ...]
    links: tuple[Link, ...]


def near_posts(whole: Organisation) -> Organisation:
    """Keep what is joined with a held post, directly or through others; everything where no post is held."""
    kept = [joined for joined in joined_units(whole) if any(whole.units[place].held for place in joined)]
    return part_of(whole, [place for joined in kept for place in joined]) if kept else whole


def joined_units(whole: Organisation) -> list[list[int]]:
    """Return the places of units in groups that no relation joins with each other, in the order of the units."""
    group = list(range(len(whole.units)))
    for link in whole.links:
        old, new = sorted((group[link.superior], group[link.subordinate]), reverse=True)
        group = [new if own == old else own for own in group]
    return [[place for place, own in enumerate(group) if own == first] for first in sorted(set(group))]


def part_of(whole: Organisation, kept: Iterable[int]) -> Organisation:
    """Return some units, and the links whose two ends are among them."""
    places = {old: new for new, old in enumerate(sorted(kept))}
    links = tuple(
        replace(link, superior=places[link.superior], subordinate=places[link.subordinate])
        for link in whole.links
        if link.superior in places and link.subordinate in places
    )
    return Organisation(whole.day, tuple(whole.units[old] for old in places), links)
