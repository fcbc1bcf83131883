"""The days on which our sentences say that a recorded person died, beside the death that the records have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from probata.checks.texts.dates_in_text import ToldTime
from probata.checks.texts.ladders import ladders
from probata.checks.texts.named_people import named_people
from probata.checks.texts.sentences import Sentence
from probata.checks.texts.told_dates_of_names import forms_of_deaths, times_bound
from probata.checks.texts.word_lists import languages_of
from probata.diagnostics import say
from probata.graph.case_graph import CaseGraph
from probata.model.dates import When
from probata.model.language import primary


class RecordedDeath(NamedTuple):
    """When somebody died, and what says so."""

    when: When
    told: str
    """As a finding says it: `event `x``, or the death in the record of the person."""


def told_deaths(graph: CaseGraph, sentence: Sentence) -> Iterator[tuple[ToldTime, RecordedDeath]]:
    """Give each time that a sentence binds to the death of a person whom it names, with the recorded death."""
    deaths = graph.once("recorded deaths", lambda: _recorded(graph))
    if not deaths or sentence.language not in languages_of("event_dates") or not any(map(str.isdigit, sentence.own)):
        return
    for start, end, person in named_people(graph).places_in(sentence.own):
        if person in deaths:
            bound = times_bound(sentence.own, start, end, forms_of_deaths(sentence.language), sentence.language)
            yield from ((time.told, deaths[person]) for time in bound)


def _recorded(graph: CaseGraph) -> Mapping[str, RecordedDeath]:
    """Return the deaths by person: of the person's record, else of the one event that is the death by its title."""
    steps = next((one.steps for one in ladders(primary(graph.case.language)) if one.about == "death"), ())
    found: dict[str, list[RecordedDeath]] = {}
    for event in graph.events:
        is_death = len(event.persons) == 1 and any(step.match(event.title) for step in steps)
        if is_death and event.dates and event.date_type != "estimated":
            found.setdefault(event.persons[0], []).append(RecordedDeath(event.dates, f"event {say.event(event)}"))
    deaths = {person: these[0] for person, these in found.items() if len(these) == 1}
    for person in graph.people:
        if person.death and person.death.value:
            deaths[person.id] = RecordedDeath(person.death.value, f"the death of {say.person(person)}")
    return deaths
