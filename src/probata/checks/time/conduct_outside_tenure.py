"""Conduct from a time at which the person did not hold the role.

Compares the period of each allegation, the period of each of its grounds (`responsibility: {period: …}`), and the dates
of its events, with the roles on which they rest. A period is read as it is told: `2017/2018` means both years, and one
with an open end goes on to the case's `as_of`. A single date is one day of its month or year, so the answer may be
"perhaps"; a role with an open end is sure only up to its `as_of`.

Each person charged is looked at alone too: what one held elsewhere does not cover the time after another had left,
unless it was a post of the same body.

A role that the conduct does not touch must be mended. Months that no role covers should be: they are named. So should a
role that has ended, in an allegation that goes on and gives its grounds no period of their own.

## Why it matters
Nobody answers by their post for what was done before they came or after they had left. It is the first thing that the
other side looks up, and one wrong month makes the rest of the paper suspect.

## Example
```yaml
case:
  title: Example
people:
  - {id: mara-wolk, name: Mara Wolk}
roles:
  - {id: governor, person: mara-wolk, title: Governor of North Prison, dates: 2015-08/2017-04}
allegations:
  - id: beatings
    title: Beatings at North Prison
    statement: Prisoners were beaten in North Prison in June 2017.
    period: 2017-06
    roles:
      - {role: governor, responsibility: command}
```

Use instead:
```yaml
case:
  title: Example
people:
  - {id: mara-wolk, name: Mara Wolk}
roles:
  - {id: governor, person: mara-wolk, title: Governor of North Prison, dates: 2015-08/2017-04}
allegations:
  - id: beatings
    title: Beatings at North Prison
    statement: Prisoners were beaten in North Prison in March 2017.
    period: 2017-03
    roles:
      - {role: governor, responsibility: command}
```

## When to allow it
Where what is alleged is a failure to investigate or punish afterwards, or a rule made while in office and applied
later. Say so in the particulars.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.tenures.alleged_grounds import held_roles
from probata.checks.tenures.events_outside import events_outside
from probata.checks.tenures.grounds_outside import grounds_outside
from probata.checks.tenures.period_outside import left_by_all, period_outside
from probata.checks.tenures.persons_alone import persons_alone
from probata.checks.tenures.sure_days import Days
from probata.diagnostics import Severity
from probata.model.allegation import Allegation
from probata.model.event import Event


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare the dates of what is alleged with the roles on which it rests."""
    for allegation in case.pursued:
        held = held_roles(case, allegation)
        left: tuple[Days, ...] = ()
        if held and allegation.period:
            left = left_by_all(case, held, allegation.period)
            yield from period_outside(case, allegation, allegation.period, held, left)
        if held:
            yield from grounds_outside(case, allegation, left, held)
            yield from events_outside(case, allegation, held)
            yield from persons_alone(case, allegation, left, held)


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the allegations that rest on a role; of one whose conduct has no date it cannot be told."""
    for allegation in case.pursued:
        if any(case.role(alleged.role) for alleged in allegation.roles):
            dated = allegation.period or any(_dated_events(case, allegation))
            yield Looked(f"allegations/{allegation.id}", "" if dated else "its conduct is not dated")


def _dated_events(case: CheckInput, allegation: Allegation) -> Iterator[Event]:
    events = (case.graph.find("events", Event, key) for key in allegation.events)
    yield from (event for event in events if event and event.dates and not event.context_only)


CHECK = Check(
    "TIM101", "conduct-outside-tenure", Severity.ERROR, "allegations", run,
    unsettles=("superior-relationship", "effective-control", "failed-to-act", "during-tenure"), looks_at=_looks_at,
    rests_on={"allegations": ("events", "period", "roles")},
)  # fmt: skip
