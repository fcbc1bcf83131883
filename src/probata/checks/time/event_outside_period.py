"""An event that an allegation charges lies outside the allegation's own period.

Compares the dates of each event of an allegation with its `period`. Found is an event that surely was over before the
period, or surely began after it. Events marked `context_only` are passed over, and so is one in the `period` that a
ground of the allegation gives for itself, and one before the period where nothing but a failure to punish is alleged:
what was not punished is earlier. A reform of the law is a note: a rule may be made before it is applied. With the roles
the same dates are compared by `conduct-outside-tenure`.

## Why it matters
Whoever answers an allegation of 2016 has not to answer for 2014. An event outside the period is struck out, and with it
whatever rests on it.

## Example
```yaml
case: {title: Example}
events: [{id: raid, kind: incident, title: Raid on the docks, dates: 2014-05-03}]
allegations:
  - {id: raids, title: Raids, statement: Homes were raided., period: 2016-01/2016-06, events: [raid]}
```

Use instead:
```yaml
case: {title: Example}
events: [{id: raid, kind: incident, title: Raid on the docks, dates: 2016-05-03}]
allegations:
  - {id: raids, title: Raids, statement: Homes were raided., period: 2016-01/2016-06, events: [raid]}
```

## When to allow it
Where the event explains what came later: better mark it `context_only: true`, if no other allegation charges it.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.tenures.failures import NOT_PUNISHED
from probata.checks.tenures.sure_days import are_surely_apart, is_surely_before
from probata.diagnostics import Severity, say
from probata.model.allegation import Allegation
from probata.model.dates import When
from probata.model.event import Event


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare the events of each allegation with its period."""
    for allegation in case.pursued:
        if allegation.period:
            yield from _outside(case, allegation, allegation.period)


def _outside(case: CheckInput, allegation: Allegation, period: When) -> Iterator[Finding]:
    of_grounds = _periods_of_grounds(allegation)
    for position, event, dates in _charged(case, allegation):
        is_before = is_surely_before(dates, period)
        if is_before and _is_of_not_punishing(allegation):
            continue
        if all(are_surely_apart(dates, one) for one in (period, *of_grounds)):
            side = "before" if is_before else "after"
            yield case.finding(
                "allegations", allegation.id,
                f"event {say.event(event)}, dated {say.date(dates)}, lies {side} the period of the allegation, "
                f"{say.date(period)}",
                "correct the date that is wrong, widen the period, or mark the event `context_only: true`",
                at=("events", position), severity=Severity.INFO if event.kind == "reform" else None,
            )  # fmt: skip


def _charged(case: CheckInput, allegation: Allegation) -> Iterator[tuple[int, Event, When]]:
    """Give the dated events that an allegation charges, each with its position."""
    for position, key in enumerate(allegation.events):
        event = case.graph.find("events", Event, key)
        if event and event.dates and not event.context_only:
            yield position, event, event.dates


def _periods_of_grounds(allegation: Allegation) -> tuple[When, ...]:
    grounds = (ground for alleged in allegation.roles for ground in alleged.responsibility)
    return tuple(ground.period for ground in grounds if ground.period)


def _is_of_not_punishing(allegation: Allegation) -> bool:
    """Tell whether nothing is alleged but a failure to punish."""
    grounds = [ground for alleged in allegation.roles for ground in alleged.responsibility]
    return bool(grounds) and all(set(ground.conduct) == {NOT_PUNISHED} for ground in grounds)


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the allegations that charge a dated event; of one without a period it cannot be told."""
    for allegation in case.pursued:
        if any(True for _ in _charged(case, allegation)):
            yield Looked(f"allegations/{allegation.id}", "" if allegation.period else "it has no period")


CHECK = Check(
    "TIM172", "event-outside-period", Severity.WARNING, "allegations that charge an event", run, looks_at=_looks_at
)
