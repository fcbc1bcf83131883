"""An event for which every source is older than the event itself.

Looks at the events that are charged, and finds those whose sources all bear a date before the earliest day of the
event. A source without a date, or a law, is no such source.

## Why it matters
A source cannot report what had not happened. Either it only announces the event, or one of the dates is wrong: both
leave the event without proof.

## Example
```yaml
case: {title: Example}
sources: [{id: letter, title: Letter to the governor, issued: 2015-03}]
events: [{id: beatings, kind: incident, title: Beatings, dates: 2016-02-10, citations: [letter]}]
```

Use instead:
```yaml
case: {title: Example}
sources: [{id: letter, title: Letter to the governor, issued: 2016-03}]
events: [{id: beatings, kind: incident, title: Beatings, dates: 2016-02-10, citations: [letter]}]
```

## When to allow it
Where the event is fixed by the source itself, such as a rule that enters into force later.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.diagnostics import Severity
from probata.model.event import Event
from probata.model.source_record import Source


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare each event with the dates of its sources."""
    for event in case.graph.events:
        sources = _older(case, event)
        if sources and event.dates:
            told = ", ".join(f"`{source.id}` of `{source.issued.text}`" for source in sources if source.issued)
            yield case.finding(
                "events", event.id,
                f"event `{event.id}`, dated `{event.dates.text}`, has no source but what is older: {told}",
                "cite a source from after the event, or correct the date that is wrong", at=("citations",),
            )  # fmt: skip


def _older(case: CheckInput, event: Event) -> list[Source]:
    """Return the sources of an event where all are surely older than it; none where any is not."""
    found = [case.graph.find("sources", Source, citation.source) for citation in event.citations]
    if event.dates is None or event.dates.start is None or event.dates.start.approximate or event.context_only:
        return []
    first = event.dates.first
    older = [source for source in found if source and source.type != "legislation" and _is_before(source, first)]
    return list(dict.fromkeys(older)) if len(older) == len(found) else []


def _is_before(source: Source, day: date) -> bool:
    issued = source.issued
    return bool(issued and issued.end and not issued.end.approximate and issued.last < day)


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the dated events with a source."""
    for event in case.graph.events:
        if event.citations and event.dates and not event.context_only:
            yield Looked(f"events/{event.id}")


CHECK = Check("TIM107", "source-older-than-event", Severity.WARNING, "events", run, looks_at=_looks_at)
