"""Allegations that rest on command: from which posts it starts, what is charged, and how a broken link is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from probata.checks.engine.case import CheckInput
from probata.checks.tenures.alleged_grounds import held_roles
from probata.diagnostics import say
from probata.graph.chain_of_command import ChainOfCommand, Hop
from probata.graph.filings import posts_alleged
from probata.model.allegation import Allegation
from probata.model.dates import When
from probata.model.event import Event
from probata.model.role import Role


def commanding(case: CheckInput, allegation: Allegation) -> Iterator[Role]:
    """Give the roles from which command is alleged."""
    for held in held_roles(case, allegation):
        if any(ground.shown_label == "command" for ground in held.grounds):
            yield held.role


def starts_of(case: CheckInput, role: Role, allegation: Allegation) -> set[str]:
    """Return the posts with their bodies; where the allegation names the body of some, those alone."""
    return {start for post, body in posts_of(case, role, allegation) for start in (post, body) if start}


def posts_of(case: CheckInput, role: Role, allegation: Allegation) -> Iterator[tuple[str, str | None]]:
    """Give the posts, each with its body; where the allegation names the body of some, those alone."""
    yield from posts_alleged(case.graph, role, allegation)


def may_command_from(
    case: CheckInput, role: Role, allegation: Allegation, chain: ChainOfCommand
) -> Iterator[tuple[str, str | None]]:
    """Give each post, with its body where it may command from there: no relation is recorded from it to the body."""
    for post, body in posts_of(case, role, allegation):
        yield post, None if body and chain.is_recorded(post, body) else body


def charged_to(case: CheckInput, allegation: Allegation) -> Iterator[tuple[int, Event]]:
    """Give the events that are charged and have bodies, with their place; reforms and background are left aside."""
    for position, event_id in enumerate(allegation.events):
        event = case.graph.find("events", Event, event_id)
        if event and event.kind != "reform" and not event.context_only and (event.lead_bodies or event.bodies):
            yield position, event


def at_hop(hop: Hop, when: When | None) -> str:
    """Name the link at which a chain breaks at some time, with its dates or its kind."""
    if instead := hop.outranked_on(when):
        hop = instead
    if not hop.is_command:
        return f"{_name(hop)}: from {say.unit(hop.superior)} to {say.body(hop.subordinate)} it is {say.words(hop.kind)}"
    stated = hop.stated
    if stated is None or when is None:
        return _link(hop)
    side = (
        "begins after" if stated.first > when.last else "ends before" if stated.last < when.first else "does not reach"
    )
    return f"{_link(hop)}: dated {say.date(stated)}, it {side} {say.date(when)}"


def open_at(hop: Hop, when: When) -> str:
    """Name a link of which the records do not tell whether it held at some time, with what they tell."""
    stated = hop.stated
    told = f"dated {say.date(stated)}, it is not sure to reach {say.date(when)}" if stated else "it has no dates"
    return f"{_link(hop)}: {told}"


def _link(hop: Hop) -> str:
    what = "is part of" if hop.kind == "part_of" else "is under"
    return f"{_name(hop)}, by which {say.body(hop.subordinate)} {what} {say.unit(hop.superior)}"


def _name(hop: Hop) -> str:
    return f"{say.command(hop.relation) if hop.relation else say.body(hop.subordinate)}"


@dataclass(frozen=True, slots=True)
class Charged:
    """An event that is charged, with its place, the bodies that acted and the time at which they had to be under it."""

    event: Event
    position: int
    units: frozenset[str]
    when: When | None


def charged_events(case: CheckInput, allegation: Allegation) -> Iterator[Charged]:
    """Give the events of an allegation that have bodies; reforms of the law and background are left aside."""
    # An operation may be longer than what is charged of it, and an act shorter than the time of the charge: what is
    # common to both decides. Where they have no day in common, `event-outside-period` says so.
    for position, event in charged_to(case, allegation):
        units = frozenset((*event.lead_bodies, *event.bodies))
        period, dates = allegation.period, event.dates
        both = period.common_with(dates) if period and dates else None
        yield Charged(event, position, units, both or period or dates)


def led_by_others(charged: Iterable[Charged], starts: frozenset[str], chain: ChainOfCommand) -> list[Charged]:
    """Return those in which the chain reaches who took part, and none of those who led it.

    Who led it must be recorded under somebody, and not stand over the starts. Operations are left aside: each unit
    carries out its own part of them, so that who led the whole is no gap in the command over one of them.
    """
    found = []
    for one in (one for one in charged if one.event.kind != "operation"):
        reached, lead = chain.reached(starts, one.when), one.event.lead_bodies
        is_apart = lead and reached.isdisjoint(lead) and not reached.isdisjoint(one.event.bodies)
        if is_apart and all(chain.right_above(body) and not chain.is_above(body, starts) for body in lead):
            found.append(one)
    return found
