"""What the records have for what a text claims: the times of events, authorities, bodies and lives, and of titles."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from probata.checks.prose.claims import ADOPTED, BEGAN, BORN, DIED, ENDED, IN_FORCE, Claim
from probata.checks.prose.words import any_of, languages_of
from probata.checks.tenures.sure_days import births_of, is_approximate
from probata.diagnostics import say
from probata.graph.case_graph import CaseGraph
from probata.model.authority import Authority
from probata.model.body import Body
from probata.model.dates import When
from probata.model.event import Event
from probata.model.language import primary
from probata.model.person import Person


class Fact(NamedTuple):
    """The times that the records have for a claim, any of which may be meant."""

    times: tuple[When, ...]
    called: str
    """As a finding says it: event `x`, the death of `y`."""
    purpose: str = ""
    """What the date of a record is for, where it is not the day that the record bears itself."""


def fact_of(graph: CaseGraph, claim: Claim) -> Fact | None:
    """Return what the records have for a claim; `None` where they have nothing, or only about so."""
    found = _found(graph, claim)
    return found if found and found.times and not any(map(is_approximate, found.times)) else None


def _found(graph: CaseGraph, claim: Claim) -> Fact | None:
    key = claim.record
    if claim.kind == "events" and (event := graph.find("events", Event, key)):
        return Fact(_some(_of_event(event, claim.frame)), f"event {say.event(key)}")
    if claim.kind == "authorities" and (authority := graph.find("authorities", Authority, key)):
        if claim.frame == IN_FORCE:
            final = authority.final_on.value if authority.final_on else None
            return Fact(_some(final), f"authority {say.authority(key)}", " for its coming into force")
        return Fact(_some(authority.date if claim.frame == ADOPTED else None), f"authority {say.authority(key)}")
    if claim.kind == "bodies" and (body := graph.find("bodies", Body, key)):
        bound = body.founded if claim.frame == BEGAN else body.dissolved
        purpose = " for its founding" if claim.frame == BEGAN else " for its end"
        return Fact(_some(bound.value if bound else None), f"body {say.body(key)}", purpose)
    if claim.frame == BORN and (person := graph.find("people", Person, key)):
        return Fact(births_of(person), f"the birth of {say.person(key)}")
    return deaths_of(graph).get(key) if claim.frame == DIED else None


def _of_event(event: Event, frame: str) -> When | None:
    when = event.dates if event.date_type != "estimated" else None
    if when is None or frame not in {BEGAN, ENDED}:
        return when
    point = when.start if frame == BEGAN else when.end
    return When(when.text, point, point) if point else None


def _some(when: When | None) -> tuple[When, ...]:
    return (when,) if when else ()


def deaths_of(graph: CaseGraph) -> Mapping[str, Fact]:
    """Return the deaths by person: of the person's record, else of the one event that is the death by its title."""
    return graph.once("recorded deaths", lambda: _deaths(graph))


def _deaths(graph: CaseGraph) -> dict[str, Fact]:
    found: dict[str, list[Fact]] = {}
    for event in graph.events:
        if is_death(graph, event) and event.dates and event.date_type != "estimated":
            found.setdefault(event.persons[0], []).append(Fact((event.dates,), f"event {say.event(event)}"))
    deaths = {person: these[0] for person, these in found.items() if len(these) == 1}
    for person in graph.people:
        if person.death and person.death.value:
            deaths[person.id] = Fact((person.death.value,), f"the death of {say.person(person)}")
    return deaths


def is_death(graph: CaseGraph, event: Event) -> bool:
    """Tell whether an event is the death of one person, by how its title begins."""
    language = primary(graph.case.language)
    return (
        len(event.persons) == 1
        and language in languages_of("event_dates")
        and any_of("event_dates", "titles_of_deaths", language).match(event.title) is not None
    )
