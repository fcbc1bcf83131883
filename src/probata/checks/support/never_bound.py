"""Provisions of a treaty that did not bind a State whenever it joined: too early for all States, or not accepted."""

from __future__ import annotations

from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.support.in_force import begun
from probata.checks.support.named_treaties import Named, next_step, weight
from probata.diagnostics import say
from probata.law import Acceptance
from probata.model.dates import Answer, When

_BOUND = ("why its rule bound all the same, such as by custom", "name one that bound the State then")


def before_anybody(case: CheckInput, named: Named, times: tuple[When, ...]) -> Finding | None:
    """Find conduct that begins before the treaty entered into force at all; where that day is not recorded, nothing."""
    entry = named.treaty.in_force
    early = next((when for when in times if entry and begun(entry.day, when) is Answer.NO), None)
    if entry is None or early is None:
        return None
    return case.finding(
        "allegations", named.allegation,
        f"{named.words} is relied on for {say.date(early)}; the treaty first entered into force on {entry.day}",
        next_step(named, *_BOUND),
        at=named.loc, notes=(entry.remark,) if entry.remark else (),
        severity=weight(is_read=entry.verified, is_note=named.alleged.contention), alike=f"{named.treaty.id} first",
    )  # fmt: skip


def not_accepted(case: CheckInput, named: Named, state: str, refused: Acceptance) -> Finding:
    """Find a provision that the State has excluded, whatever the time."""
    return case.finding(
        "allegations", named.allegation,
        f"{named.words} is relied on; {state} does not accept it: {refused.subject}",
        next_step(named, "why it binds all the same", "leave it out"),
        at=named.loc, notes=(refused.remark,) if refused.remark else (),
        severity=weight(is_read=refused.verified, is_note=named.alleged.contention),
        alike=f"{named.treaty.id} {refused.provision}",
    )  # fmt: skip
