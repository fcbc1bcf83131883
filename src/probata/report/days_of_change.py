"""The days on which the organisation chart of a case becomes another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from probata.graph.case_graph import CaseGraph
from probata.model.dates import When
from probata.model.role import Role
from probata.pictures.organisation import organisation_on
from probata.pictures.organisation_parts import Organisation

DAY = timedelta(days=1)
MOST_WORK = 20_000
"""Days times relations that are looked at; a case with more of them is looked at on some days only."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What holds from each day on which something changes."""

    organisations: tuple[Organisation, ...]
    """In the order of time."""
    passed_over: int = 0
    """Days on which something changes that were not looked at, in a case of very many."""

    def ends(self) -> dict[date, date]:
        """Return until when each holds, by its first day: that day alone where the days between are not known."""
        if self.passed_over:
            return {whole.day: whole.day for whole in self.organisations}
        return {whole.day: after.day - DAY for whole, after in pairwise(self.organisations)}


def changes(graph: CaseGraph, roles: Sequence[Role], wanted: Sequence[date], last: date | None) -> Changes:
    """Return what holds from each day on which something changes until `last`; of very many days, those wanted first.

    Where an end is not known to the day, both the first and the last day that it may mean are such days.
    """
    days = sorted(day for day in set(_days(graph, roles)) if last is None or day <= last)
    most = max(MOST_WORK // (len(graph.commands) + len(roles) + 1), 1)
    looked_at = days if len(days) <= most else sorted({*wanted[:most], *days[:: len(days) // most + 1]})
    found: list[Organisation] = []
    for day in looked_at:
        whole = organisation_on(graph, roles, day)
        if not found or replace(found[-1], day=day) != whole:
            found.append(whole)
    return Changes(tuple(found), len(set(days) - set(looked_at)))


def _days(graph: CaseGraph, roles: Iterable[Role]) -> Iterator[date]:
    for role in roles:
        yield from _of(role.dates.stated, role.dates.certain, role.dates.possible, *(seat.dates for seat in role.seats))
        if role.as_of:
            yield from _after(role.as_of.last)
    for command in graph.commands:
        if command.dates:
            yield from _of(command.dates.stated, command.dates.certain, command.dates.possible)
    for body in graph.bodies:
        yield from _of(*(ends.value for ends in (body.founded, body.dissolved) if ends))
    for post in graph.positions:
        yield from _of(*(ends.value for ends in (post.created, post.abolished) if ends))


def _of(*periods: When | None) -> Iterator[date]:
    for when in periods:
        if when is not None:
            yield from (day for day in (when.first, when.latest_start) if day not in (date.min, date.max))
            yield from (day for end in (when.earliest_end, when.last) for day in _after(end))


def _after(day: date) -> Iterator[date]:
    if day not in (date.min, date.max):
        yield day + DAY


def chosen(found: Sequence[Organisation], wanted: Iterable[date], most: int) -> tuple[Organisation, ...]:
    """Return those to draw, `most` of them: those in force on the days wanted, then others evenly over the time."""
    if len(found) <= most:
        return tuple(found)
    kept: dict[int, None] = {}
    for day in wanted:
        earlier = [place for place, whole in enumerate(found) if whole.day <= day]
        kept[earlier[-1] if earlier else 0] = None
    places = list(kept)[:most]
    others = [place for place in range(len(found)) if place not in places]
    room = most - len(places)
    places += [others[number * len(others) // room] for number in range(room)]
    return tuple(found[place] for place in sorted(places))
