"""Conduct from a time at which the person did not hold the role.

Compares the period of each allegation, and the dates of its events, with the roles on which it rests. The answer is
certain, possible or none, by intervals: a date known to the month is never taken for its first day, and a role with an
open end is sure only up to its `as_of`. A role that the
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
from dataclasses import dataclass
from datetime import date

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding, Outcome
from probata.checks.looked_at import Looked
from probata.diagnostics import Severity
from probata.model.allegation import Allegation
from probata.model.dates import Answer, When
from probata.model.event import Event
from probata.model.role import Role
from probata.model.tenure import Tenure


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare the dates of what is alleged with the roles on which it rests."""
    for allegation in case.pursued:
        held = [
            Held(position, role, tenure_of(role))
            for position, alleged in enumerate(allegation.roles)
            if (role := case.role(alleged.role))
        ]
        if held and allegation.period:
            yield from _roles_and_period(case, allegation, allegation.period, held)
            yield from _beyond_all_roles(case, allegation, allegation.period, held)
        if held:
            yield from _events_outside(case, allegation, held)


@dataclass(frozen=True, slots=True)
class Held:
    """A role of an allegation with its position there, and how long it was held."""

    position: int
    role: Role
    tenure: Tenure


def tenure_of(role: Role) -> Tenure:
    """Return the tenure of a role; one that is current as of a day was surely held until that day."""
    tenure, as_of = role.dates, role.as_of
    if tenure.certain or not tenure.stated.is_open or role.status != "current" or as_of is None:
        return tenure
    until = When(f"{tenure.stated.text} as of {as_of.text}", tenure.stated.start, as_of.start, is_period=True)
    return tenure.model_copy(update={"certain": until})


def _roles_and_period(case: CheckInput, allegation: Allegation, period: When, held: list[Held]) -> Iterator[Finding]:
    answers = [one.tenure.touches(period) for one in held]
    # Where another role surely covers the time, one that is only possible weakens nothing.
    weaker = Severity.INFO if Answer.CERTAIN in answers else Severity.WARNING
    for one, answer in zip(held, answers, strict=True):
        if answer is Answer.CERTAIN:
            continue
        is_outside = answer is Answer.NO
        role = f"role `{one.role.id}`, held `{one.role.dates.stated.text}`"
        yield case.finding(
            "allegations", allegation.id,
            f"the period `{period.text}` lies outside {role}" if is_outside
            else f"the dates leave open whether the period `{period.text}` falls within {role}",
            "correct the dates from their sources, or rest the allegation on the role held at the time" if is_outside
            else "give the dates more closely, or rest the allegation on the role that was surely held at the time",
            at=("roles", one.position, "role"),
            severity=Severity.ERROR if is_outside else weaker,
            outcome=Outcome.FAILED if is_outside else Outcome.CANNOT_TELL,
            alike=f"{period.text} {one.role.id}",
        )  # fmt: skip


def _beyond_all_roles(case: CheckInput, allegation: Allegation, period: When, held: list[Held]) -> Iterator[Finding]:
    """Find the days of a period that surely lie before or after all roles, where the period touches one of them."""
    first, last = _span_of(held)
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


def _span_of(held: list[Held]) -> tuple[date, date]:
    widest = [one.tenure.possible or one.tenure.stated for one in held]
    return min(when.first for when in widest), max(when.last for when in widest)


def _events_outside(case: CheckInput, allegation: Allegation, held: list[Held]) -> Iterator[Finding]:
    for position, event_id in enumerate(allegation.events):
        event = case.graph.find("events", Event, event_id)
        dates = event.dates if event and not event.context_only else None
        if dates and all(one.tenure.touches(dates) is Answer.NO for one in held):
            yield case.finding(
                "allegations", allegation.id,
                f"event `{event_id}`, dated `{dates.text}`, lies outside every role that the allegation rests on",
                "rest the allegation on the role held at the time, or mark the event `context_only: true`",
                at=("events", position),
            )  # fmt: skip


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
)  # fmt: skip
