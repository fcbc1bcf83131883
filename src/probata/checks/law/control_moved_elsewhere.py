"""Command is charged, or a number ascribed, for a time after control of those who acted had moved to another body.

Looks at bodies with a relation `control_moved_to` that is dated. Where such a body acts in an event charged to a role
by command, and the time charged surely goes on after the move, one of the roles must lead to the new body then: by a
post in it, or by a chain of command. A figure with a `period` that is ascribed to such roles is looked at in the same
way.

## Why it matters
Who no longer controlled those who acted does not answer for them as their commander, whatever title was kept. The day
of the move is in the records, so the other side has it too.

## Example
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
bodies:
  - {id: board, name: Prison Board}
  - {id: ministry, name: Ministry}
  - {id: north, name: North Prison, relations: [{kind: control_moved_to, body: ministry, dates: 2016-06}]}
positions: [{id: chair, title: Chair of the Prison Board, body: board}]
roles: [{id: r, person: wolk, seats: [chair], title: Chair, dates: 2015/2018, responsibility: command}]
events: [{id: beatings, kind: incident, title: Beatings, bodies: [north]}]
allegations:
  - {id: a, title: T, statement: S., roles: [{role: r}], period: 2015-03/2017-03, events: [beatings]}
```

Use instead:
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
bodies:
  - {id: board, name: Prison Board}
  - {id: ministry, name: Ministry}
  - {id: north, name: North Prison, relations: [{kind: control_moved_to, body: ministry, dates: 2016-06}]}
positions: [{id: chair, title: Chair of the Prison Board, body: board}]
roles: [{id: r, person: wolk, seats: [chair], title: Chair, dates: 2015/2018, responsibility: command}]
events: [{id: beatings, kind: incident, title: Beatings, bodies: [north]}]
allegations:
  - {id: a, title: T, statement: S., roles: [{role: r}], period: 2015-03/2016-05, events: [beatings]}
```

## When to allow it
Where control was kept in fact after the move: record the relation of command in fact with its source.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import records_of
from probata.checks.tenures.alleged_grounds import Held, held_roles
from probata.checks.tenures.commanded import charged_to, starts_of
from probata.checks.tenures.sure_days import is_approximate
from probata.checks.tenures.uncovered import as_told
from probata.diagnostics import Severity, say
from probata.graph.chain_of_command import ChainOfCommand
from probata.model.allegation import Allegation
from probata.model.body import Body
from probata.model.dates import Answer, When


@dataclass(frozen=True, slots=True)
class Move:
    """The move of control of one body to another, with what came after it."""

    of: str
    to: str
    stated: When
    after: When


def run(case: CheckInput) -> Iterator[Finding]:
    """Look at the moves that bodies record, and at what is charged or counted after them."""
    moves = [move for body in case.graph.bodies for move in _moves(body)]
    chain = ChainOfCommand(case.graph)
    told: set[str] = set()
    for allegation in case.pursued if moves else ():
        leaders = _leaders(case, allegation)
        for position, event in charged_to(case, allegation) if leaders else ():
            for move in moves:
                if move.of in (*event.lead_bodies, *event.bodies) and not _leads(
                    case, allegation, leaders, move, chain
                ):
                    if allegation.period and _goes_on(allegation.period, move):
                        yield _charged(case, allegation, position, move)
                    yield from _counted(case, leaders, move, told)


def _leaders(case: CheckInput, allegation: Allegation) -> tuple[Held, ...]:
    """Return the roles from which command is alleged, with their tenures."""
    held = held_roles(case, allegation)
    return tuple(one for one in held if any(ground.shown_label == "command" for ground in one.grounds))


def _moves(body: Body) -> Iterator[Move]:
    for relation in body.relations:
        when = relation.dates
        if relation.kind == "control_moved_to" and when and when.start and not is_approximate(when):
            moved = When(when.text, when.start, when.start)
            yield Move(body.id, relation.body, when, When(f"after {when.text}", moved.end, None, is_period=True))


def _goes_on(period: When, move: Move) -> bool:
    """Tell whether a period, as it is told, goes on after the move, as one with an open end does, or is later."""
    moved = move.stated.start
    if moved is None or is_approximate(period):
        return False
    return (as_told(period).last if period.is_period else period.first) > moved.last


def _leads(
    case: CheckInput, allegation: Allegation, leaders: tuple[Held, ...], move: Move, chain: ChainOfCommand
) -> bool:
    """Tell whether a role that may have been held after the move leads to the body that took control."""
    later = [one for one in leaders if one.tenure.touches(move.after) is not Answer.NO]
    return any(move.to in chain.reached(frozenset(starts_of(case, one.role, allegation)), move.after) for one in later)


def _charged(case: CheckInput, allegation: Allegation, position: int, move: Move) -> Finding:
    return case.finding(
        "allegations", allegation.id,
        f"command over {say.body(move.of)} is alleged for {say.date(allegation.period)}; control of it passed to "
        f"{say.body(move.to)} in {say.date(move.stated)}",
        "end the period at the move, name the role that led the new body, or record command in fact with its source",
        at=("events", position),
    )  # fmt: skip


def _counted(case: CheckInput, leaders: tuple[Held, ...], move: Move, told: set[str]) -> Iterator[Finding]:
    """Find, once each, the figures that are ascribed to the roles and surely go on after the move."""
    roles = {one.role.id for one in leaders}
    for figure in case.graph.figures:
        if (
            figure.id not in told
            and figure.period
            and roles & set(figure.ascribed_to)
            and _goes_on(figure.period, move)
        ):
            told.add(figure.id)
            yield case.finding(
                "figures", figure.id,
                f"the figure {say.figure(figure)} counts {say.date(figure.period)} for roles in command of "
                f"{say.body(move.of)}, and its control moved to {say.body(move.to)} in {say.date(move.stated)}",
                "cut the figure at the move (`operation: apportion`), or say who answers for what came after and "
                "decide the finding",
                at=("period",),
            )  # fmt: skip


CHECK = Check(
    "LAW152",
    "control-moved-elsewhere",
    Severity.WARNING,
    "allegations",
    run,
    looks_at=records_of("allegations", "figures"),
)
