"""What the roles of one person leave of an allegation against several: another's post elsewhere does not cover it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from probata.checks.check_input import CheckInput
from probata.checks.tenures.alleged_grounds import Held
from probata.checks.tenures.sure_days import Days
from probata.checks.tenures.uncovered import as_told, left_by
from probata.model.allegation import Allegation
from probata.model.dates import Answer, When
from probata.model.event import Event
from probata.model.position import Position

By = tuple[str, Held]
"""A person charged, and their first role in the allegation."""


def of_each(held: Sequence[Held]) -> dict[str, list[Held]]:
    """Return the roles of an allegation by person."""
    found: dict[str, list[Held]] = {}
    for one in held:
        found.setdefault(one.role.person, []).append(one)
    return found


def days_left(case: CheckInput, held: Sequence[Held], period: When) -> Iterator[tuple[By, tuple[Days, ...]]]:
    """Give what of a period the roles of each of several persons leave, where these touch it.

    Somebody else charged who held the same post, or one of the same body, may answer for the rest. A person whose
    grounds each have a period of their own answers for that alone, and an open end is told of each role.
    """
    for person, own in _looked_at_alone(held):
        if not period.is_open and any(one.tenure.touches(as_told(period)) is not Answer.NO for one in own):
            tenures = [one.tenure for one in (*own, *_beside(case, own, held))]
            if left := left_by(tenures, period, case.graph.case.as_of):
                yield (person, own[0]), left


def events_left(case: CheckInput, allegation: Allegation, held: Sequence[Held]) -> Iterator[tuple[By, int, Event]]:
    """Give the events that the bodies of a person took part in while neither they nor anyone beside them was there."""
    for person, own in _looked_at_alone(held):
        bodies = frozenset().union(*(_bodies(case, one) for one in own))
        there = [*own, *_beside(case, own, held)]
        for position, key in enumerate(allegation.events):
            event = case.graph.find("events", Event, key)
            dates = event.dates if event and not event.context_only else None
            if event and dates and bodies & {*event.lead_bodies, *event.bodies}:
                missed, met = (all(one.tenure.touches(dates) is Answer.NO for one in some) for some in (there, held))
                if missed and not met:
                    yield (person, own[0]), position, event


def _looked_at_alone(held: Sequence[Held]) -> Iterator[tuple[str, list[Held]]]:
    persons = of_each(held)
    for person, own in persons.items() if len(persons) > 1 else ():
        if not all(one.has_own_times for one in own):
            yield person, own


def _beside(case: CheckInput, own: Sequence[Held], held: Sequence[Held]) -> Iterator[Held]:
    """Give the roles of others in the posts or bodies of a person: who came before or after may bear the rest."""
    bodies = frozenset().union(*(_bodies(case, one) for one in own))
    yield from (one for one in held if one.role.person != own[0].role.person and bodies & _bodies(case, one))


def _bodies(case: CheckInput, held: Held) -> frozenset[str]:
    """Return the bodies of the posts of a role; the posts themselves where no body is recorded."""
    found = ((seat.position, case.graph.find("positions", Position, seat.position)) for seat in held.role.seats)
    return frozenset((post.body if post and post.body else key) for key, post in found)
