"""A role or an event on which an allegation rests has no citation at all.

Looks at the roles and events that an allegation put forward names. Any citation in their record counts, wherever it
stands there, and so does one beside the role in the allegation. Events that are background alone are left out. What is
said of the same day in the evidence of the allegation does not count: it need not bear out the record.

## Why it matters
Documents print the post, its dates and the event as facts. The first question is from where they are known, and the
document has no note to answer it.

## Example
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
roles: [{id: governor, person: wolk, title: Governor, dates: 2015/2017, responsibility: command}]
allegations: [{id: beatings, title: Beatings, statement: Prisoners were beaten., roles: [{role: governor}]}]
```

Use instead:
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
sources: [{id: gazette, title: State Gazette 12 of 2015, type: document, rank: primary, held: held}]
roles:
  - {id: governor, person: wolk, title: Governor, dates: 2015/2017, responsibility: command, citations: "gazette, p. 3"}
allegations: [{id: beatings, title: Beatings, statement: Prisoners were beaten., roles: [{role: governor}]}]
```

## When to allow it
Where the record only gathers others that are cited each by itself, such as an operation made of incidents.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.diagnostics import Severity, say
from probata.graph.resolve import cited_keys
from probata.model.event import Event
from probata.model.role import Role


class _Charged(NamedTuple):
    """A role or event that an allegation names."""

    kind: str
    record: Role | Event
    has_source: bool


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the roles, then the events, that cite nothing, each once."""
    for kind, record, has_source in _charged(case):
        if not has_source:
            called = "role" if kind == "roles" else "event"
            yield case.finding(
                kind, record.id, f"{called} {say.of(kind, record)}, on which an allegation rests, cites no source",
                "write under `citations` from where it is known, with the place", at=("title",),
            )  # fmt: skip


def _charged(case: CheckInput) -> Iterator[_Charged]:
    beside = {one.role for allegation in case.pursued for one in allegation.roles if one.citations}
    alleged = dict.fromkeys(one.role for allegation in case.pursued for one in allegation.roles)
    for role in filter(None, map(case.role, alleged)):
        yield _Charged("roles", role, role.id in beside or _cites(role))
    named = dict.fromkeys(event for allegation in case.pursued for event in allegation.events)
    for event in (case.graph.find("events", Event, key) for key in named):
        if event and not event.context_only:
            yield _Charged("events", event, _cites(event))


def _cites(record: Role | Event) -> bool:
    return any(True for _ in cited_keys(record))


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the roles and events on which an allegation rests."""
    yield from (Looked(f"{one.kind}/{one.record.id}") for one in _charged(case))


CHECK = Check("EVI141", "charge-without-source", Severity.WARNING, "roles and events", run, looks_at=_looks_at)
