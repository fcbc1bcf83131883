"""Command is alleged, and no recorded chain of command leads to those who acted.

Looks at allegations that rest on command. From the posts of the role in the bodies that the allegation names (else from
all its posts, and their bodies) it follows the command relations that are not ruled out at the time of the conduct, and
asks whether they reach a body of each event that is charged. Oversight, coordination, administration and membership
break the chain, and so does a relation recorded as `inferred`; a part of a body is under whoever commands the whole.
Reforms of the law and background are left aside, and a wider operation where a part of it is charged that the chain
reaches.

## Why it matters
Command responsibility needs effective control over those who did it. A chain that breaks at one link, or is only
supposed, is where the other side will cut.

## Example
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
bodies: [{id: board, name: Prison Board}, {id: north, name: North Prison}]
positions: [{id: chair, title: Chair of the Prison Board, body: board}]
roles: [{id: r, person: wolk, seats: [chair], title: Chair, dates: 2015/2017, responsibility: command}]
commands: [{id: board-north, superior: board, subordinate: north, kind: oversight, dates: 2014/2020}]
events: [{id: beatings, kind: incident, title: Beatings, dates: 2016-03, bodies: [north]}]
allegations:
  - {id: a, title: Beatings, statement: Prisoners were beaten., roles: [{role: r}], period: 2016-03, events: [beatings]}
```

Use instead:
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
bodies: [{id: board, name: Prison Board}, {id: north, name: North Prison}]
positions: [{id: chair, title: Chair of the Prison Board, body: board}]
roles: [{id: r, person: wolk, seats: [chair], title: Chair, dates: 2015/2017, responsibility: command}]
commands: [{id: board-north, superior: board, subordinate: north, kind: command_de_jure, dates: 2014/2020}]
events: [{id: beatings, kind: incident, title: Beatings, dates: 2016-03, bodies: [north]}]
allegations:
  - {id: a, title: Beatings, statement: Prisoners were beaten., roles: [{role: r}], period: 2016-03, events: [beatings]}
```

## When to allow it
Where control in fact is argued in the particulars from what the person did, and no relation between bodies shows it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.commanded import at_hop, charged_to, commanding, starts_of
from probata.checks.finding import Finding, Outcome
from probata.checks.looked_at import Looked
from probata.diagnostics import Severity
from probata.graph.chain_of_command import ChainOfCommand, Hop
from probata.model.allegation import Allegation
from probata.model.dates import When
from probata.model.event import Event

_SHOWN = 4
"""Events that are named one by one."""


@dataclass(frozen=True, slots=True)
class Missed:
    """An event whose bodies no role reaches, and the hop at which the way breaks off, where there is a way."""

    event: str
    position: int
    broken: Hop | None
    when: When | None
    """The time at which it had to hold."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Follow the chain for each allegation of command."""
    chain = ChainOfCommand(case.graph)
    for allegation in case.pursued:
        starts = frozenset(
            start for role in commanding(case, allegation) for start in starts_of(case, role, allegation)
        )
        charged = list(charged_to(case, allegation))
        if not starts or not charged:
            continue
        missed = list(_missed(allegation, charged, starts, chain))
        if missed:
            yield _finding(case, allegation, missed, starts, chain.is_empty)


def _missed(
    allegation: Allegation, charged: list[tuple[int, Event]], starts: frozenset[str], chain: ChainOfCommand
) -> Iterator[Missed]:
    # An operation may be longer than what is charged of it: the time of the charge decides.
    times = [allegation.period or event.dates for _, event in charged]
    units = [frozenset((*event.lead_bodies, *event.bodies)) for _, event in charged]
    are_reached = [bool(some & chain.reached(starts, when)) for some, when in zip(units, times, strict=True)]
    # A wider operation is charged only as far as the parts of it that are charged beside it.
    wider = {whole for (_, event), is_reached in zip(charged, are_reached, strict=True) if is_reached
             for whole in event.part_of}  # fmt: skip
    for (position, event), is_reached, some, when in zip(charged, are_reached, units, times, strict=True):
        if not is_reached and event.id not in wider:
            yield Missed(event.id, position, chain.broken_hop(starts, some, when), when)


def _finding(
    case: CheckInput, allegation: Allegation, missed: list[Missed], starts: frozenset[str], is_open: bool
) -> Finding:
    events = ", ".join(f"`{one.event}`" for one in missed[:_SHOWN])
    more = f" and {len(missed) - _SHOWN} more" if len(missed) > _SHOWN else ""
    if is_open:
        message = f"no relation of command is recorded from which to tell who commanded those of {events}{more}"
    else:
        message = (
            f"allegation `{allegation.id}` rests on command, and no chain of command reaches a body of {events}{more}"
        )
    return case.finding(
        "allegations", allegation.id, message,
        "record the command relation with its source, charge these events by another ground, or take them out",
        at=("events", missed[0].position), notes=() if is_open else tuple(_notes(missed, starts)),
        severity=Severity.INFO if is_open else None,
        outcome=Outcome.CANNOT_TELL if is_open else Outcome.FAILED,
    )  # fmt: skip


def _notes(missed: list[Missed], starts: frozenset[str]) -> Iterator[str]:
    """Say where each way breaks off, once, and from where there is no way at all."""
    yield from dict.fromkeys(f"the chain breaks at {at_hop(one.broken, one.when)}" for one in missed if one.broken)
    nowhere = [one.event for one in missed if not one.broken]
    if nowhere:
        below = ", ".join(f"`{start}`" for start in sorted(starts)[:_SHOWN])
        yield f"no relation leads from {below} to a body of {', '.join(f'`{event}`' for event in nowhere[:_SHOWN])}"


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the allegations that rest on command; of one without bodies that acted it cannot be told."""
    for allegation in case.pursued:
        if any(commanding(case, allegation)):
            no_post = not any(starts_of(case, role, allegation) for role in commanding(case, allegation))
            no_body = not any(charged_to(case, allegation))
            why = "its role names no post" if no_post else "no body that acted is recorded" if no_body else ""
            yield Looked(f"allegations/{allegation.id}", why)


CHECK = Check(
    "LAW121", "no-command-to-the-unit", Severity.WARNING, "allegations", run,
    unsettles=("superior-relationship", "effective-control", "subordinates-acted"), looks_at=_looks_at,
)  # fmt: skip
