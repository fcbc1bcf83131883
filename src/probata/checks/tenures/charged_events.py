"""The events that are charged to command, with the bodies that acted and the time at which they had to be under it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from probata.checks.check_input import CheckInput
from probata.checks.tenures.commanded import charged_to
from probata.graph.chain_of_command import ChainOfCommand
from probata.model.allegation import Allegation
from probata.model.dates import When
from probata.model.event import Event


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
