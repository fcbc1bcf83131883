"""Conduct from a time at which the person did not hold the role.

Compares the period of each allegation, and the dates of its events, with the roles on which it rests. The answer is
certain, possible or none, by intervals: a date known to the month is never taken for its first day. A role that the
conduct does not touch must be mended; one that it touches only perhaps, and a period that goes on before or after all
the roles, should be.

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
from datetime import date

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding, Outcome
from probata.diagnostics import Severity
from probata.model.allegation import Allegation
from probata.model.dates import Answer, When
from probata.model.event import Event
from probata.model.role import Role


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare the dates of what is alleged with the roles on which it rests."""
    for allegation in case.pursued:
        alleged = [(n, role) for n, one in enumerate(allegation.roles) if (role := case.role(one.role))]
        if alleged and allegation.period:
            for position, role in alleged:
                yield from _role_and_period(case, allegation, allegation.period, position, role)
            yield from _beyond_all_roles(case, allegation, allegation.period, [role for _, role in alleged])
        if alleged:
            yield from _events_outside(case, allegation, [role for _, role in alleged])


def _role_and_period(
    case: CheckInput, allegation: Allegation, period: When, position: int, role: Role
) -> Iterator[Finding]:
    answer = role.dates.touches(period)
    if answer is Answer.CERTAIN:
        return
    words = "lies outside" if answer is Answer.NO else "perhaps lies outside"
    yield case.finding(
        "allegations", allegation.id,
        f"the period `{period.text}` {words} role `{role.id}`, held `{role.dates.stated.text}`",
        "correct the dates from their sources, or rest the allegation on the role held at the time",
        at=("roles", position, "role"),
        severity=Severity.ERROR if answer is Answer.NO else Severity.WARNING,
        outcome=Outcome.FAILED if answer is Answer.NO else Outcome.CANNOT_TELL,
    )  # fmt: skip


def _beyond_all_roles(case: CheckInput, allegation: Allegation, period: When, roles: list[Role]) -> Iterator[Finding]:
    """Find the days of a period that surely lie before or after all roles, where the period touches one of them."""
    first, last = _span_of(roles)
    if period.core is None or period.last < first or last < period.first:
        return
    sides = [("before", "begins", first, period.core[0] < first), ("after", "ends", last, period.core[1] > last)]
    for side, verb, day, is_beyond in sides:
        if is_beyond:
            yield case.finding(
                "allegations", allegation.id,
                f"part of the period `{period.text}` lies {side} the roles alleged, of which the "
                f"{'first' if side == 'before' else 'last'} {verb} on {day.isoformat()} "
                f"{'at the earliest' if side == 'before' else 'at the latest'}",
                "narrow the period, or say in the particulars what answers for the rest",
                at=("period",), severity=Severity.WARNING,
            )  # fmt: skip


def _span_of(roles: list[Role]) -> tuple[date, date]:
    widest = [role.dates.possible or role.dates.stated for role in roles]
    return min(when.first for when in widest), max(when.last for when in widest)


def _events_outside(case: CheckInput, allegation: Allegation, roles: list[Role]) -> Iterator[Finding]:
    for position, event_id in enumerate(allegation.events):
        event = case.graph.find("events", Event, event_id)
        dates = event.dates if event and not event.context_only else None
        if dates and all(role.dates.touches(dates) is Answer.NO for role in roles):
            yield case.finding(
                "allegations", allegation.id,
                f"event `{event_id}`, dated `{dates.text}`, lies outside every role that the allegation rests on",
                "rest the allegation on the role held at the time, or mark the event `context_only: true`",
                at=("events", position),
            )  # fmt: skip


CHECK = Check("TIM101", "conduct-outside-tenure", Severity.ERROR, "allegations", run)
