"""What is found of the period of an allegation that its roles do not bear: a role outside it, months without one."""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding, Outcome
from probata.checks.tenures.alleged_grounds import Held
from probata.checks.tenures.each_person import of_each
from probata.checks.tenures.held_in_part import holds_in_part
from probata.checks.tenures.sure_days import Days
from probata.checks.tenures.uncovered import as_told, in_words, left_by
from probata.diagnostics import Severity, say
from probata.model.allegation import Allegation
from probata.model.dates import Answer, When


def period_outside(
    case: CheckInput, allegation: Allegation, period: When, held: tuple[Held, ...], left: tuple[Days, ...]
) -> Iterator[Finding]:
    """Find the roles that the period does not touch, the days `left` by all of them, and roles that end before it."""
    yield from _roles_and_period(case, allegation, period, held)
    yield from _beyond_all_roles(case, allegation, left)
    yield from _ended_roles(case, allegation, left, held)


def left_by_all(case: CheckInput, held: tuple[Held, ...], period: When) -> tuple[Days, ...]:
    """Return what all roles leave of a period that touches one of them; where none does, each is found by itself."""
    tenures = [one.tenure for one in held]
    if all(tenure.touches(as_told(period)) is Answer.NO for tenure in tenures):
        return ()
    return left_by(tenures, period, case.graph.case.as_of)


def _roles_and_period(
    case: CheckInput, allegation: Allegation, period: When, held: tuple[Held, ...]
) -> Iterator[Finding]:
    answers = [one.tenure.touches(as_told(period)) for one in held]
    # Where another role surely covers the time, one that is only possible weakens nothing.
    weaker = Severity.INFO if Answer.CERTAIN in answers else Severity.WARNING
    for one, answer in zip(held, answers, strict=True):
        if answer is Answer.CERTAIN or (answer is Answer.POSSIBLE and one.has_own_times):
            continue
        is_outside = answer is Answer.NO
        role = f"role {say.role(one.role)}, held {say.date(one.role.dates.stated)}"
        yield case.finding(
            "allegations", allegation.id,
            f"the allegation covers {say.date(period)}, outside {role}" if is_outside
            else f"the dates leave open whether {say.date(period)}, which the allegation covers, falls within {role}",
            "correct `period` or the dates of the role from their sources, or name under `roles` the role held at "
            "the time"
            if is_outside else _closer(one),
            at=one.loc,
            severity=Severity.ERROR if is_outside else weaker,
            outcome=Outcome.FAILED if is_outside else Outcome.CANNOT_TELL,
            notes=(f"the dates of the role are at {case.graph.span('roles', one.role.id, 'dates')}",),
            alike=f"{period.text} {one.role.id}",
            person=one.role.person, in_part=holds_in_part(allegation, of_each(held)[one.role.person]),
        )  # fmt: skip


def _closer(held: Held) -> str:
    """Say what would make it sure that a role was held then; of one that goes on, the day of which that is known."""
    dates, otherwise = held.role.dates.stated, "rest the allegation on the role that was surely held at the time"
    if dates.is_open and held.role.status == "current":
        return f"write in `as_of` of the role the day of the newest source that shows it, or {otherwise}"
    return f"give the dates of the role more closely, or {otherwise}"


def _beyond_all_roles(case: CheckInput, allegation: Allegation, left: tuple[Days, ...]) -> Iterator[Finding]:
    if left and allegation.period:
        yield case.finding(
            "allegations", allegation.id,
            f"the allegation covers {say.date(allegation.period)}; none of its roles covers {in_words(left)}",
            "narrow `period`, or name under `roles` the role that was held in the rest; where something else answers "
            "for it, say so in the particulars and decide the finding",
            at=("period",), severity=Severity.WARNING, in_part=True,
        )  # fmt: skip


def _ended_roles(
    case: CheckInput, allegation: Allegation, left: tuple[Days, ...], held: tuple[Held, ...]
) -> Iterator[Finding]:
    """Find roles that ended while the period goes on, unless all did, which is said of the period."""
    period, as_of = allegation.period, case.graph.case.as_of
    if period is None or not period.is_open or left:
        return
    for one in held:
        beyond = () if one.has_own_times else left_by([one.tenure], period, as_of)
        after = [days for days in beyond if days[0] > (one.tenure.possible or one.tenure.stated).last]
        if after:
            yield case.finding(
                "allegations", allegation.id,
                f"the period {say.date(period)} goes on, and role {say.role(one.role)}, held "
                f"{say.date(one.role.dates.stated)}, does not cover {in_words(after)}",
                "give the ground from this role a `period`, or end the period of the allegation",
                at=one.loc, severity=Severity.WARNING, person=one.role.person, in_part=True,
            )  # fmt: skip
