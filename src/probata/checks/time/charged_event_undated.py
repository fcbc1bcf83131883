"""An allegation rests on what happened on a day that nobody records.

Looks at the operations, incidents and acts on which an allegation rests that charges a role, and finds those without
`dates`. It is a note where the event is `part_of` another, or of a part of one, in all of whose time each role
alleged was surely held. Lasting measures and reforms are left alone, and so is what is `context_only`.

## Why it matters
Whether the person held the post then, whether the treaty bound the State, and whether a claim is out of time turns on
the day. A period that is taken from the tenure proves nothing about it: it assumes what is to be shown.

## Example
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
roles: [{id: governor, person: wolk, title: Governor of North Prison, dates: 2015-01/2017-01}]
events: [{id: transfer, kind: incident, title: Transfer to the north wing}]
allegations:
  - {id: a, title: Transfer, statement: S., roles: [{role: governor}], events: [transfer]}
```

Use instead:
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
roles: [{id: governor, person: wolk, title: Governor of North Prison, dates: 2015-01/2017-01}]
events: [{id: transfer, kind: incident, title: Transfer to the north wing, dates: 2016-05}]
allegations:
  - {id: a, title: Transfer, statement: S., roles: [{role: governor}], events: [transfer]}
```

## When to allow it
Where the sources leave the day open and the particulars say between which days it must have been, and from what that is
known. A year, or `2015/2017`, is a date too.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding, Outcome
from probata.checks.looked_at import Looked
from probata.checks.tenures.sure_days import is_approximate, sure_days
from probata.diagnostics import Severity, say
from probata.model.allegation import Allegation
from probata.model.dates import When
from probata.model.event import Event

_ON_DAYS = frozenset({"operation", "incident", "act"})


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the undated events of each allegation that charges a role."""
    for allegation in case.pursued:
        for place, event in _happened(case, allegation):
            if event.dates is None:
                yield _finding(case, allegation, place, event)


def _finding(case: CheckInput, allegation: Allegation, place: int, event: Event) -> Finding:
    whole = next((one for one in _wholes(case, event) if _is_within_tenures(case, allegation, one.dates)), None)
    told = f"it is part of event {say.event(whole)}, in all of whose time each role alleged was held" if whole else ""
    return case.finding(
        "allegations", allegation.id,
        f"event {say.event(event)}, on which allegation {say.allegation(allegation)} rests, has no recorded date: "
        f"{told or 'it is not shown that a role alleged was held then'}",
        f"ask the source when it was and write `dates: …` in `events/{event.id}`; a year or a span is enough",
        at=("events", place), alike=event.id, severity=Severity.INFO if whole else None,
        outcome=Outcome.CANNOT_TELL if whole else Outcome.FAILED,
    )  # fmt: skip


def _wholes(case: CheckInput, event: Event) -> Iterator[Event]:
    """Give the events of which one is part, the nearest first, each once; a circle of parts ends there."""
    ahead, passed = deque(event.part_of), {event.id}
    while ahead:
        whole = case.graph.find("events", Event, ahead.popleft())
        if whole and whole.id not in passed:
            passed.add(whole.id)
            ahead += whole.part_of
            yield whole


def _is_within_tenures(case: CheckInput, allegation: Allegation, when: When | None) -> bool:
    """Tell whether each role alleged was surely held on all days of a time; one that is open or about so has none."""
    held = [sure_days(role) for role in case.roles_of(allegation)]
    if when is None or is_approximate(when) or not held:
        return False
    return all(days and days[0] <= when.first and when.last <= days[1] for days in held)


def _happened(case: CheckInput, allegation: Allegation) -> Iterator[tuple[int, Event]]:
    """Give what happened at some time and is charged to somebody, with its place in the allegation."""
    for place, key in enumerate(allegation.events if allegation.roles else ()):
        event = case.graph.find("events", Event, key)
        if event and event.kind in _ON_DAYS and not event.context_only:
            yield place, event


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the allegations that charge a role with something that happened."""
    for allegation in case.pursued:
        if any(True for _ in _happened(case, allegation)):
            yield Looked(f"allegations/{allegation.id}")


CHECK = Check(
    "TIM131", "charged-event-undated", Severity.WARNING, "allegations", run, looks_at=_looks_at,
    rests_on={"allegations": ("events", "roles")},
)  # fmt: skip
