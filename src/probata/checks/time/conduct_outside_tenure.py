"""Conduct from a time at which the person did not hold the role.

Compares the period of each allegation, the period of each of its grounds (`responsibility: {period: …}`), and the dates
of its events, with the roles on which they rest. A period is read as it is told: `2017/2018` means both years, and one
with an open end goes on to the case's `as_of`. A single date is one day of its month or year, so the answer may be
"perhaps"; a role with an open end is sure only up to its `as_of`.

Each person charged is looked at alone too: what one held elsewhere does not cover the time after another had left,
unless it was a post of the same body.

A role that the conduct does not touch must be mended. Months that no role covers should be: they are named. So should a
role that has ended, in an allegation that goes on and gives its grounds no period of their own.

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

from collections.abc import Iterator, Sequence

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding, Outcome
from probata.checks.looked_at import Looked
from probata.checks.tenures.alleged_grounds import Held, held_roles, timed_grounds
from probata.checks.tenures.each_person import days_left, events_left, of_each
from probata.checks.tenures.sure_days import Days
from probata.checks.tenures.uncovered import as_told, in_words, left_by
from probata.diagnostics import Severity
from probata.model.allegation import Allegation
from probata.model.dates import Answer, When
from probata.model.event import Event


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare the dates of what is alleged with the roles on which it rests."""
    for allegation in case.pursued:
        held = held_roles(case, allegation)
        left: tuple[Days, ...] = ()
        if held and allegation.period:
            yield from _roles_and_period(case, allegation, allegation.period, held)
            left = _left_by_all(case, held, allegation.period)
            yield from _beyond_all_roles(case, allegation, left)
            yield from _ended_roles(case, allegation, left, held)
        if held:
            yield from _grounds_outside(case, allegation, left, held)
            yield from _events_outside(case, allegation, held)
            yield from _alone(case, allegation, left, held)


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
        role = f"role `{one.role.id}`, held `{one.role.dates.stated.text}`"
        yield case.finding(
            "allegations", allegation.id,
            f"the period `{period.text}` lies outside {role}" if is_outside
            else f"the dates leave open whether the period `{period.text}` falls within {role}",
            "correct the dates from their sources, or rest the allegation on the role held at the time" if is_outside
            else "give the dates more closely, or rest the allegation on the role that was surely held at the time",
            at=one.loc,
            severity=Severity.ERROR if is_outside else weaker,
            outcome=Outcome.FAILED if is_outside else Outcome.CANNOT_TELL,
            notes=(f"the dates of the role are at {case.graph.span('roles', one.role.id, 'dates')}",),
            alike=f"{period.text} {one.role.id}",
            person=one.role.person, in_part=_holds_in_part(allegation, of_each(held)[one.role.person]),
        )  # fmt: skip


def _left_by_all(case: CheckInput, held: tuple[Held, ...], period: When) -> tuple[Days, ...]:
    """Return what all roles leave of a period that touches one of them; where none does, each is found by itself."""
    tenures = [one.tenure for one in held]
    if all(tenure.touches(as_told(period)) is Answer.NO for tenure in tenures):
        return ()
    return left_by(tenures, period, case.graph.case.as_of)


def _beyond_all_roles(case: CheckInput, allegation: Allegation, left: tuple[Days, ...]) -> Iterator[Finding]:
    if left and allegation.period:
        yield case.finding(
            "allegations", allegation.id,
            f"no role alleged covers {in_words(left)}, and the period is `{allegation.period.text}`",
            "narrow the period, or say in the particulars what answers for the rest",
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
                f"the period `{period.text}` goes on, and role `{one.role.id}`, held `{one.role.dates.stated.text}`, "
                f"does not cover {in_words(after)}",
                "give the ground from this role a `period`, or end the period of the allegation",
                at=one.loc, severity=Severity.WARNING, person=one.role.person, in_part=True,
            )  # fmt: skip


def _grounds_outside(
    case: CheckInput, allegation: Allegation, left: tuple[Days, ...], held: tuple[Held, ...]
) -> Iterator[Finding]:
    """Compare the grounds that have a period with their roles; what one post leaves, the next may bear."""
    groups: dict[tuple[str, When], list[tuple[Held, int]]] = {}
    for one, number, ground, period in timed_grounds(held):
        label = ground.shown_label or "responsibility"
        if one.tenure.touches(as_told(period)) is Answer.NO:
            yield case.finding(
                "allegations", allegation.id,
                f"`{label}` from role `{one.role.id}`, held `{one.role.dates.stated.text}`, is said for "
                f"`{period.text}`, which lies outside it",
                "correct the dates from their sources, or rest the ground on the role held at the time",
                at=one.loc_of(number, "period"),
                person=one.role.person, in_part=_holds_in_part(allegation, of_each(held)[one.role.person]),
            )  # fmt: skip
        else:
            groups.setdefault((label, period), []).append((one, number))
    for (name, period), borne in groups.items():
        found = left_by([one.tenure for one, _ in borne], period, case.graph.case.as_of)
        # The same days of the same period were told of the allegation.
        if found and (period != allegation.period or found != left):
            yield _ground_beyond(case, allegation, name, period, borne, found)


def _ground_beyond(
    case: CheckInput, allegation: Allegation, label: str, period: When, borne: list[tuple[Held, int]],
    found: tuple[Days, ...],
) -> Finding:  # fmt: skip
    return case.finding(
        "allegations", allegation.id,
        f"`{label}` is said for `{period.text}`, and no role that bears it covers {in_words(found)}",
        "give each ground the time at which its role was held, or name the role that bears the rest",
        at=borne[0][0].loc_of(borne[0][1], "period"), severity=Severity.WARNING, in_part=True,
        notes=tuple(dict.fromkeys(f"role `{one.role.id}` was held `{one.role.dates.stated.text}`" for one, _ in borne)),
    )  # fmt: skip


def _events_outside(case: CheckInput, allegation: Allegation, held: tuple[Held, ...]) -> Iterator[Finding]:
    for position, event_id in enumerate(allegation.events):
        event = case.graph.find("events", Event, event_id)
        dates = event.dates if event and not event.context_only else None
        if dates and all(one.tenure.touches(dates) is Answer.NO for one in held):
            yield case.finding(
                "allegations", allegation.id,
                f"event `{event_id}`, dated `{dates.text}`, lies outside every role that the allegation rests on",
                "rest the allegation on the role held at the time, or mark the event `context_only: true`",
                at=("events", position), in_part=_holds_in_part(allegation, held),
            )  # fmt: skip


def _alone(
    case: CheckInput, allegation: Allegation, left: tuple[Days, ...], held: tuple[Held, ...]
) -> Iterator[Finding]:
    """Find what the roles of one of several persons leave, unless it was said of all."""
    for (person, one), days in days_left(case, held, allegation.period) if allegation.period else ():
        if days != left and allegation.period:
            yield case.finding(
                "allegations", allegation.id,
                f"no role of person `{person}` covers {in_words(days)}, and the period is `{allegation.period.text}`",
                "give the ground from this role a `period`, or say in the particulars who answers for the rest",
                at=one.loc, severity=Severity.WARNING, person=person, in_part=True,
            )  # fmt: skip
    for (person, _), position, event in events_left(case, allegation, held):
        yield case.finding(
            "allegations", allegation.id,
            f"event `{event.id}`, dated `{event.dates.text if event.dates else ''}`, of a body of person `{person}` "
            "lies outside every role of this person that the allegation rests on",
            "correct the dates from their sources, or give the grounds from these roles a `period`",
            at=("events", position), severity=Severity.WARNING, person=person,
            in_part=_holds_in_part(allegation, of_each(held)[person]),
        )  # fmt: skip


def _holds_in_part(allegation: Allegation, held: Sequence[Held]) -> bool:
    """Tell whether some roles, by what is recorded of them, were held in a part of the time alleged."""
    period = allegation.period
    return period is not None and any(one.tenure.touches(as_told(period)) is Answer.CERTAIN for one in held)


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
