"""Command is alleged for a time in which the recorded chain of command did not yet hold, or held no more.

Looks at allegations that rest on command and whose chain reaches those who acted at some time. It follows the chain on
each day of the period, of the event and of the role on which a relation begins or is over, and finds the first on which
no command relation leads there any more. Another relation that takes over on that day closes the gap. Where no chain
reaches them at all, `no-command-to-the-unit` says so.

## Why it matters
Control is asked for on the day of each act. What happened before the order that set up the command, or after it was
given to others, falls out of the charge, and the whole looks careless.

## Example
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
bodies: [{id: board, name: Prison Board}, {id: north, name: North Prison}]
positions: [{id: chair, title: Chair of the Prison Board, body: board}]
roles: [{id: r, person: wolk, seats: [chair], title: Chair, dates: 2015/2018, responsibility: command}]
commands: [{id: board-north, superior: board, subordinate: north, kind: command_de_jure, dates: 2014/2016-06-30}]
events: [{id: beatings, kind: incident, title: Beatings, dates: 2016-03/2016-12, bodies: [north]}]
allegations:
  - {id: a, title: Beatings, statement: S., roles: [{role: r}], period: 2016-03/2016-12, events: [beatings]}
```

Use instead:
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
bodies: [{id: board, name: Prison Board}, {id: north, name: North Prison}]
positions: [{id: chair, title: Chair of the Prison Board, body: board}]
roles: [{id: r, person: wolk, seats: [chair], title: Chair, dates: 2015/2018, responsibility: command}]
commands: [{id: board-north, superior: board, subordinate: north, kind: command_de_jure, dates: 2014/2016-06-30}]
events: [{id: beatings, kind: incident, title: Beatings, dates: 2016-03/2016-06-30, bodies: [north]}]
allegations:
  - {id: a, title: Beatings, statement: S., roles: [{role: r}], period: 2016-03/2016-06-30, events: [beatings]}
```

## When to allow it
Where control in fact went on, or came before the rule, and the particulars say from what that is known.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.tenures.commanded import at_hop, charged_to, commanding, may_command_from
from probata.checks.tenures.sure_days import Days, is_approximate, sure_days
from probata.diagnostics import Severity, say
from probata.graph.chain_of_command import ChainOfCommand, Hop
from probata.model.allegation import Allegation
from probata.model.dates import When, parse_when
from probata.model.event import Event
from probata.model.role import Role
from probata.model.tenure import Tenure


@dataclass(frozen=True, slots=True)
class Commanding:
    """The posts and bodies from which a role commands, and the days on which it was surely held."""

    starts: frozenset[str]
    days: Days


def run(case: CheckInput) -> Iterator[Finding]:
    """Follow the chain through the time of each event that is charged."""
    chain = ChainOfCommand(case.graph)
    for allegation in case.pursued:
        held = [
            Commanding(_starts(case, role, allegation, chain), days)
            for role in commanding(case, allegation)
            if (days := sure_days(role))
        ]
        for position, event in charged_to(case, allegation) if held else ():
            span = _span(allegation, event)
            broken = _first_break(chain, held, event, span) if span else None
            if broken:
                yield _finding(case, allegation, position, event, broken)


def _starts(case: CheckInput, role: Role, allegation: Allegation, chain: ChainOfCommand) -> frozenset[str]:
    found = may_command_from(case, role, allegation, chain)
    return frozenset(start for post, body in found for start in (post, body) if start)


def _span(allegation: Allegation, event: Event) -> Days | None:
    """Return the days that surely belong to the event and to the period; an open end is that of the other."""
    times = [when for when in (allegation.period, event.dates) if when]
    ends = [when.earliest_end for when in times if when.end]
    if not ends or any(is_approximate(when) or when.start is None for when in times):
        return None
    first, last = max(when.latest_start for when in times), min(ends)
    return (first, last) if first <= last else None


def _first_break(chain: ChainOfCommand, held: list[Commanding], event: Event, span: Days) -> tuple[date, Hop] | None:
    """Return the first day on which the chain breaks, with the link; `None` where it holds on or never held."""
    units = frozenset((*event.lead_bodies, *event.bodies))
    changes = {day for one in held for day in (one.days[0], *chain.days_of_change(one.starts))}
    broken: tuple[date, Hop] | None = None
    has_held = False
    for day in sorted(day for day in changes | {span[0]} if span[0] <= day <= span[1]):
        starts = frozenset(start for one in held if one.days[0] <= day <= one.days[1] for start in one.starts)
        when = parse_when(day.isoformat())
        if starts and units & chain.reached(starts, when):
            has_held = True
        elif starts and broken is None:
            hop = chain.hop_out_of_time(starts, units, when)
            broken = (day, hop) if hop and _is_over(hop, when) else None
    return broken if has_held else None


def _is_over(hop: Hop, when: When) -> bool:
    """Tell whether a link surely did not hold: where its source only shows it first or last, it may have."""
    if not isinstance(hop.dates, Tenure):
        return True
    return hop.dates.start_known if when.first < hop.dates.stated.first else hop.dates.end_known


def _finding(
    case: CheckInput, allegation: Allegation, position: int, event: Event, broken: tuple[date, Hop]
) -> Finding:
    day, hop = broken
    time = (allegation.period or event.dates or parse_when(day.isoformat())).text
    return case.finding(
        "allegations", allegation.id,
        f"allegation {say.allegation(allegation)} rests on command for {say.date(time)}, and on {say.date(day)} no "
        f"chain of command reaches a body of {say.event(event)}",
        "narrow the period to the time of the relation, or record the relation that held then with its source",
        at=("events", position), notes=(f"the chain breaks at {at_hop(hop, parse_when(day.isoformat()))}",),
    )  # fmt: skip


CHECK = Check("LAW124", "command-for-part-of-time", Severity.WARNING, "allegations", run)
