"""When the conduct of an allegation is said to have been."""

from __future__ import annotations

from probata.checks.check_input import CheckInput
from probata.model.allegation import Allegation
from probata.model.dates import When
from probata.model.event import Event


def times_of_conduct(case: CheckInput, allegation: Allegation) -> tuple[When, ...]:
    """Return the period of an allegation, or else the dates of its events, background aside; none without dates."""
    if allegation.period:
        return (allegation.period,)
    events = (case.graph.find("events", Event, key) for key in allegation.events)
    return tuple(event.dates for event in events if event and event.dates and not event.context_only)
