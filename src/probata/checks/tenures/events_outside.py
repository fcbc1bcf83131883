"""What is found of the events of an allegation that lie outside every role on which it rests."""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.tenures.alleged_grounds import Held
from probata.checks.tenures.held_in_part import holds_in_part
from probata.diagnostics import say
from probata.model.allegation import Allegation
from probata.model.dates import Answer
from probata.model.event import Event


def events_outside(case: CheckInput, allegation: Allegation, held: tuple[Held, ...]) -> Iterator[Finding]:
    """Find the events that no role touches; one without dates, or there for context only, is passed over."""
    for position, event_id in enumerate(allegation.events):
        event = case.graph.find("events", Event, event_id)
        dates = event.dates if event and not event.context_only else None
        if dates and all(one.tenure.touches(dates) is Answer.NO for one in held):
            yield case.finding(
                "allegations", allegation.id,
                f"event {say.event(event_id)} is dated {say.date(dates)}, outside every role on which the allegation "
                "rests",
                "name under `roles` the role held at the time, correct the dates of the event or of the role from "
                "their sources, or mark the event `context_only: true`",
                at=("events", position), in_part=holds_in_part(allegation, held),
            )  # fmt: skip
