"""Two numbers of one case that count the same, as far as the words of their clauses and what they rest on tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from probata.checks.tables.digits_apart import SWAPPED, digits_apart
from probata.checks.texts.counted_things import CountedThing

_SHARED = 2
"""Words that two clauses on one thing share, what is counted among them."""
_MOST = 300
"""Numbers of one thing that prose tells; with more it is a register, and each would be compared with all others."""


class CountedAlike(NamedTuple):
    """Two numbers that count the same."""

    one: CountedThing
    other: CountedThing
    place: str
    """The source of which both cite the same page or paragraph; empty where they share none."""
    subject: str
    """The record that both are about, `events/strike`; a source before all others, empty where they share none."""
    is_sure: bool
    """Whether they surely count the same; else it may be."""

    @property
    def wholes(self) -> tuple[CountedThing, CountedThing] | None:
        """The wholes of which both are a part; `None` where one of them tells none."""
        wholes = (self.one.as_whole(), self.other.as_whole())
        return (wholes[0], wholes[1]) if wholes[0] and wholes[1] else None


def counted_alike(things: Iterable[CountedThing]) -> Iterator[CountedAlike]:
    """Give the numbers of one language that count the same, two by two, whether or not they are equal.

    Of what more than 300 numbers tell, none are given.
    """
    groups: defaultdict[tuple[str, ...], list[CountedThing]] = defaultdict(list)
    for thing in things:
        for key in sorted(_keys(thing)):
            groups[key].append(thing)
    seen: set[tuple[int, int]] = set()
    for group in (one for one in groups.values() if len(one) <= _MOST):
        for one, other in combinations(group, 2):
            if (both := (id(one), id(other))) not in seen:
                seen.add(both)
                yield from _compared(one, other)


def _keys(thing: CountedThing) -> Iterator[tuple[str, ...]]:
    """Give by what a number is compared: each page that is cited for it, and each subject with each word behind it."""
    language = thing.sentence.language
    yield from {(language, source, str(number)) for source, numbers in thing.places for number in numbers}
    yield from {(language, subject, "", word) for subject in thing.subjects for word in thing.behind}


def _compared(one: CountedThing, other: CountedThing) -> Iterator[CountedAlike]:
    """Give two numbers with how surely they count the same; nothing where they do not, as far as their words tell."""
    has_own = (bool(one.names - other.names), bool(other.names - one.names))
    are_apart = one.persons and other.persons and not one.persons & other.persons
    if not one.behind or not other.behind or {one.part, other.part} == {"whole", "part"}:
        return
    if all(has_own) or are_apart or one.rounded != other.rounded:
        return
    place = next(
        (key for key, here in one.places for source, there in other.places if key == source and here & there), ""
    )
    subject = min(one.subjects & other.subjects, key=lambda name: (not name.startswith("sources/"), name), default="")
    sure = _sureness(one, other, _SHARED + any(has_own), has_place=bool(place))
    if sure is not None and (place or subject):
        yield CountedAlike(one, other, place, subject, sure)


def _sureness(one: CountedThing, other: CountedThing, needed: int, *, has_place: bool) -> bool | None:
    """Return whether two numbers surely count the same, or may; `None` where their clauses share too little.

    From one page the word for what is counted and another one are enough. Elsewhere they are for numbers that are equal
    or have two digits swapped, and there a shared name is a word, too, and what is taken from two pages is not sure.
    Others must begin alike, share one more word, and not be taken from two pages.
    """
    shared = len(one.words & other.words)
    is_near = one.value == other.value or digits_apart(str(one.value), str(other.value)) == SWAPPED
    if one.behind[0] not in other.behind and other.behind[0] not in one.behind:
        return False if has_place and is_near and shared >= needed else None
    if has_place and shared >= needed:
        return True
    has_two_places = bool(one.places and other.places)
    if is_near and shared + bool(one.names & other.names) >= needed:
        return has_place or not has_two_places
    if is_near:
        return False if one.words <= other.words or other.words <= one.words else None
    is_alike = one.behind[0] == other.behind[0] and one.part == other.part and shared > needed
    return False if is_alike and not has_two_places else None
