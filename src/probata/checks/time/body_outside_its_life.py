"""A body acts before it existed, or after it had ended.

Compares the dates of events with the life of each body that takes part (`founded`, `dissolved`), and those of relations
of command with the life of both ends. What surely was over before the body was founded, or began after it was
dissolved, is found; a time that reaches into its life is not.

## Why it matters
Either a date is wrong or the body is another, perhaps its predecessor. Whoever finds it first chooses which.

## Example
```yaml
case: {title: Example}
bodies: [{id: office, name: Recovery Office, founded: 2014-06-27}]
events: [{id: returns, kind: incident, title: Returns, dates: 2013, bodies: [office]}]
```

Use instead:
```yaml
case: {title: Example}
bodies: [{id: office, name: Recovery Office, founded: 2014-06-27}]
events: [{id: returns, kind: incident, title: Returns, dates: 2014, bodies: [office]}]
```

## When to allow it
Never: correct the date from its source, or name the body that was there before.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput, Loc
from probata.checks.finding import Finding
from probata.checks.looked_at import records_of
from probata.checks.tenures.sure_days import is_surely_before
from probata.diagnostics import Severity, say
from probata.model.body import Body
from probata.model.dates import When


def run(case: CheckInput) -> Iterator[Finding]:
    """Look at the bodies of each event, and at both ends of each relation of command."""
    for event in case.graph.events:
        for key in ("lead_bodies", "bodies"):
            for place, body in enumerate(getattr(event, key)):
                yield from _outside(case, "events", event.id, (key, place), event.dates, body)
    for relation in case.graph.commands:
        dates = relation.dates.stated if relation.dates else None
        for key in ("superior", "subordinate"):
            yield from _outside(case, "commands", relation.id, (key,), dates, getattr(relation, key))


def _outside(
    case: CheckInput, kind: str, record_id: str, loc: Loc, when: When | None, body_id: str
) -> Iterator[Finding]:
    body = case.graph.find("bodies", Body, body_id)
    if body is None or when is None:
        return
    founded, dissolved = (one.value if one else None for one in (body.founded, body.dissolved))
    what = ""
    if founded and is_surely_before(when, founded):
        what = f"before {say.body(body_id)} was founded, {say.date(founded)}"
    elif dissolved and is_surely_before(dissolved, when):
        what = f"after {say.body(body_id)} was dissolved, {say.date(dissolved)}"
    if what:
        yield case.finding(
            kind, record_id, f"{say.of(kind, record_id)} is dated {say.date(when)}, {what}",
            "read both dates again in their sources, or name the body that was there at the time", at=loc,
        )  # fmt: skip


CHECK = Check(
    "TIM152", "body-outside-its-life", Severity.WARNING, "bodies", run, looks_at=records_of("events", "commands")
)
