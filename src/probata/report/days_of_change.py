"""The days on which the organisation chart of a case becomes another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from probata.graph.case_graph import CaseGraph
from probata.model.dates import When
from probata.model.role import Role
from probata.pictures.organisation import organisation_on
from probata.pictures.organisation_parts import Organisation

DAY = timedelta(days=1)


def organisations(graph: CaseGraph, roles: Sequence[Role], last: date | None) -> tuple[Organisation, ...]:
    """Return what holds from each day on which something changes, in the order of time, until `last`.

    Where an end is not known to the day, both the first and the last day that it may mean are such days.
    """
    found: list[Organisation] = []
    for day in sorted(set(_days(graph, roles))):
        if last is None or day <= last:
            whole = organisation_on(graph, roles, day)
            if not found or replace(found[-1], day=day) != whole:
                found.append(whole)
    return tuple(found)


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
