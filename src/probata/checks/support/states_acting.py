"""For which States those charged acted, where what is charged happened, and whose bodies did it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from probata.checks.engine.case import CheckInput
from probata.model.allegation import Allegation
from probata.model.body import Body
from probata.model.event import Event
from probata.model.position import Position


@dataclass(frozen=True, slots=True)
class Acting:
    """What the records tell of the States in an allegation, as to some conduct."""

    own: tuple[str, ...]
    """The States of the bodies in which those charged held their posts; that of the case where none is recorded."""
    places: tuple[str, ...]
    """Countries of the events charged that have this conduct."""
    bodies: tuple[Body, ...]
    """Bodies recorded as acting in them, or in the allegation."""

    def abroad(self, case: CheckInput) -> tuple[str, ...]:
        """Return the places that are in none of the own States."""
        return tuple(place for place in self.places if not _is_among(case, place, self.own))

    def foreign(self, case: CheckInput) -> tuple[Body, ...]:
        """Return the bodies of other States."""
        return tuple(body for body in self.bodies if body.country and not _is_among(case, body.country, self.own))


def acting(case: CheckInput, allegation: Allegation, conduct: frozenset[str]) -> Acting:
    """Gather it from the events that are charged and have any of the conduct; those of background are left out."""
    found = (case.graph.find("events", Event, event) for event in allegation.events)
    events = [event for event in found if event and not event.context_only and conduct & set(event.conduct)]
    named = (body for event in events for body in (*event.lead_bodies, *event.bodies))
    places = dict.fromkeys(event.country for event in events if event.country)
    return Acting(_own(case, allegation), tuple(places), _bodies(case, (*named, *allegation.bodies)))


def _own(case: CheckInput, allegation: Allegation) -> tuple[str, ...]:
    seats = (seat for role in case.roles_of(allegation) for seat in role.seats)
    posts = (case.graph.find("positions", Position, seat.position) for seat in seats)
    countries = (body.country for body in _bodies(case, (post.body for post in posts if post and post.body)))
    own = tuple(dict.fromkeys(country for country in countries if country))
    return own or ((case.graph.case.state,) if case.graph.case.state else ())


def _bodies(case: CheckInput, ids: Iterable[str]) -> tuple[Body, ...]:
    found = (case.graph.find("bodies", Body, one) for one in dict.fromkeys(ids))
    return tuple(body for body in found if body)


def _is_among(case: CheckInput, state: str, states: tuple[str, ...]) -> bool:
    return any(case.catalogue.is_same_state(state, one) for one in states)
