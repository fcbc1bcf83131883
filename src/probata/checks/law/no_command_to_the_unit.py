"""Command is alleged, and no recorded chain of command leads to those who acted.

Looks at allegations that rest on command. From the posts of the role in the bodies that the allegation names (else from
all its posts) it follows the command relations that are not ruled out at the time of the conduct, and asks whether they
reach a body of each event that is charged. The time is that common to the event and to the period of the allegation.
Oversight, coordination, administration and membership break the chain, and so does a relation recorded as `inferred`; a
part of a body is under whoever commands the whole, unless the two are recorded to stand to each other otherwise then.
Where it reaches only who took part, that is found as well, if who led the event, other than an operation, is recorded
under others and not over the post. Reforms of the law and background are left aside, and a wider operation where a part
of it is charged that the chain reaches.

A chain is as sure as its weakest link. Where the surest way leads over one that has no dates, or whose dates leave open
whether it held then, that link is named in a note, and it cannot be told. An open end goes on, but where a source only
last shows the relation (`end_known: false`). Nor can it be told where nothing is recorded of how a post stands to the
body that it is in, and the chain begins at that body: who sits in a body need not command it.

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
commands:
  - {id: chair-board, superior: chair, subordinate: board, kind: command_de_jure, dates: 2014/2020}
  - {id: board-north, superior: board, subordinate: north, kind: oversight, dates: 2014/2020}
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
commands:
  - {id: chair-board, superior: chair, subordinate: board, kind: command_de_jure, dates: 2014/2020}
  - {id: board-north, superior: board, subordinate: north, kind: command_de_jure, dates: 2014/2020}
events: [{id: beatings, kind: incident, title: Beatings, dates: 2016-03, bodies: [north]}]
allegations:
  - {id: a, title: Beatings, statement: Prisoners were beaten., roles: [{role: r}], period: 2016-03, events: [beatings]}
```

## When to allow it
Where control in fact is argued in the particulars from what the person did, and no relation between bodies shows it.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding, Outcome
from probata.checks.looked_at import Looked
from probata.checks.tenures.charged_events import Charged, charged_events, led_by_others
from probata.checks.tenures.commanded import at_hop, charged_to, commanding, may_command_from, open_at, starts_of
from probata.diagnostics import Severity, say
from probata.graph.chain_of_command import ChainOfCommand, Hop
from probata.model.allegation import Allegation
from probata.model.dates import When

_SHOWN = 4
"""Events that are named one by one."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Follow the chain for each allegation of command."""
    chain = ChainOfCommand(case.graph)
    for allegation in case.pursued:
        posts = dict(
            start for role in commanding(case, allegation)
            for start in may_command_from(case, role, allegation, chain)
        )  # fmt: skip
        sure, bodies = frozenset(posts), frozenset(body for body in posts.values() if body)
        charged = tuple(charged_events(case, allegation)) if posts else ()
        missed = _missed(charged, sure | bodies, chain)
        if missed:
            yield _missed_finding(case, allegation, missed, sure | bodies, chain)
        # From a post the chain goes on as recorded. That a post commands its own body is not told by its being there.
        by_post = [one for one in charged if one.units & chain.reached(sure, one.when)]
        by_body = [one for one in charged if one not in by_post and one.units & chain.reached(bodies, one.when)]
        if led := led_by_others(charged, sure | bodies, chain):
            yield _led_finding(case, allegation, led, chain)
        if by_body:
            yield _by_membership(case, allegation, by_body, posts, chain)
        unsure = [
            (one, _weakest(hops), one.when)
            for one in charged
            if one.when and (hops := chain.open_hops(sure if one in by_post else bodies, one.units, one.when))
        ]
        if unsure:
            yield _unsure_finding(case, allegation, unsure)


def _missed(charged: tuple[Charged, ...], starts: frozenset[str], chain: ChainOfCommand) -> list[Charged]:
    are_reached = [bool(one.units & chain.reached(starts, one.when)) for one in charged]
    # A wider operation is charged only as far as the parts of it that are charged beside it.
    wider = {whole for one, is_reached in zip(charged, are_reached, strict=True) if is_reached
             for whole in one.event.part_of}  # fmt: skip
    pairs = zip(charged, are_reached, strict=True)
    return [one for one, is_reached in pairs if not is_reached and one.event.id not in wider]


def _missed_finding(
    case: CheckInput, allegation: Allegation, missed: list[Charged], starts: frozenset[str], chain: ChainOfCommand
) -> Finding:
    events, is_open = _named(missed), chain.is_empty
    message = (
        f"allegation {say.allegation(allegation)} rests on command; no recorded chain of command reaches a body of "
        f"{events}"
    )
    if is_open:
        message = f"no relation of command is recorded from which to tell who commanded those of {events}"
    return case.finding(
        "allegations", allegation.id, message,
        "record the command relation with its source, charge these events by another ground, or take them out",
        at=("events", missed[0].position), notes=() if is_open else tuple(_notes(missed, starts, chain)),
        severity=Severity.INFO if is_open else None,
        outcome=Outcome.CANNOT_TELL if is_open else Outcome.FAILED,
    )  # fmt: skip


def _notes(missed: list[Charged], starts: frozenset[str], chain: ChainOfCommand) -> Iterator[str]:
    """Say where each way breaks off, once, and from where there is no way at all."""
    broken = [(one, chain.broken_hop(starts, one.units, one.when)) for one in missed]
    yield from dict.fromkeys(f"the chain breaks at {at_hop(hop, one.when)}" for one, hop in broken if hop)
    nowhere = [one.event.id for one, hop in broken if not hop]
    if nowhere:
        below = ", ".join(say.unit(start) for start in sorted(starts)[:_SHOWN])
        yield (f"no relation leads from {below} to a body of {say.events(nowhere[:_SHOWN])}")


def _led_finding(case: CheckInput, allegation: Allegation, led: list[Charged], chain: ChainOfCommand) -> Finding:
    lead = dict.fromkeys(body for one in led for body in one.event.lead_bodies)
    told = say.bodies(lead)
    return case.finding(
        "allegations", allegation.id,
        f"allegation {say.allegation(allegation)} rests on command for {_named(led)}; no recorded chain of command "
        f"reaches "
        f"{told}, said to have led it, but only who took part",
        "record the command relation with its source, or charge what those under command did as an event of its own",
        at=("events", led[0].position), in_part=True,
        notes=tuple(f"{say.body(body)} stands under {say.bodies(chain.right_above(body))}" for body in lead),
    )  # fmt: skip


def _unsure_finding(case: CheckInput, allegation: Allegation, unsure: list[tuple[Charged, Hop, When]]) -> Finding:
    told = tuple(dict.fromkeys(open_at(hop, when) for _, hop, when in unsure))
    events = _named([one for one, _, _ in unsure])
    return case.finding(
        "allegations", allegation.id,
        f"allegation {say.allegation(allegation)} rests on command, and whether it reached a body of {events} then is "
        "left open",
        "record from when to when the relation held, with its source; where the command at that time is known from "
        "something else, say so in the particulars and decide the finding",
        at=("events", unsure[0][0].position), severity=Severity.INFO, outcome=Outcome.CANNOT_TELL,
        notes=tuple(f"the weakest link is {one}" for one in told[:_SHOWN]), alike="; ".join(told),
    )  # fmt: skip


def _by_membership(
    case: CheckInput, allegation: Allegation, found: list[Charged], posts: dict[str, str | None], chain: ChainOfCommand
) -> Finding:
    """Say that the chain begins at a post of which nothing tells that it commands its own body."""
    links = {
        f"{say.body(body)}, the body of {say.post(post)}"
        for post, body in posts.items()
        if body and any(one.units & chain.reached(frozenset({body}), one.when) for one in found)
    }
    told = "; ".join(sorted(links))
    return case.finding(
        "allegations", allegation.id,
        f"allegation {say.allegation(allegation)} rests on command for {_named(found)}, and nothing recorded says that "
        f"the post held commands {told}",
        "record in `commands.yaml` how the post stands to its body, with the source; who only sits in a body commands "
        "nobody in it",
        at=("events", found[0].position), severity=Severity.INFO, outcome=Outcome.CANNOT_TELL, alike=told,
    )  # fmt: skip


def _weakest(hops: tuple[Hop, ...]) -> Hop:
    """Return the first without dates, of which least is told; else the first."""
    return next((hop for hop in hops if hop.dates is None), hops[0])


def _named(charged: list[Charged]) -> str:
    more = f" and {len(charged) - _SHOWN} more" if len(charged) > _SHOWN else ""
    return ", ".join(say.event(one.event) for one in charged[:_SHOWN]) + more


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
