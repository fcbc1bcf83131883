"""What an allegation puts outside the roles on which it rests: its events, its grounds, its period, its persons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from probata.checks.engine.case import CheckInput
from probata.checks.engine.finding import Finding, Outcome
from probata.checks.tenures.alleged_grounds import Held, timed_grounds
from probata.checks.tenures.sure_days import Days
from probata.checks.tenures.uncovered import as_told, in_words, left_by
from probata.diagnostics import Severity, say
from probata.model.allegation import Allegation
from probata.model.dates import Answer, When
from probata.model.event import Event
from probata.model.position import Position

# Whether an allegation stands in a part of the time alleged, whatever is found of the rest.


def holds_in_part(allegation: Allegation, held: Sequence[Held]) -> bool:
    """Tell whether some roles, by what is recorded of them, were held in a part of the time alleged.

    Without a period of the allegation no part of it is known to stand.
    """
    period = allegation.period
    return period is not None and any(one.tenure.touches(as_told(period)) is Answer.CERTAIN for one in held)


# What the roles of one person leave of an allegation against several: another's post elsewhere does not cover it.

By = tuple[str, Held]
"""A person charged, and their first role in the allegation."""


def of_each(held: Sequence[Held]) -> dict[str, list[Held]]:
    """Return the roles of an allegation by person."""
    found: dict[str, list[Held]] = {}
    for one in held:
        found.setdefault(one.role.person, []).append(one)
    return found


def days_left(case: CheckInput, held: Sequence[Held], period: When) -> Iterator[tuple[By, tuple[Days, ...]]]:
    """Give what of a period the roles of each of several persons leave, where these touch it.

    Somebody else charged who held the same post, or one of the same body, may answer for the rest. A person whose
    grounds each have a period of their own answers for that alone, and an open end is told of each role.
    """
    for person, own in _looked_at_alone(held):
        if not period.is_open and any(one.tenure.touches(as_told(period)) is not Answer.NO for one in own):
            tenures = [one.tenure for one in (*own, *_beside(case, own, held))]
            if left := left_by(tenures, period, case.graph.case.as_of):
                yield (person, own[0]), left


def events_left(case: CheckInput, allegation: Allegation, held: Sequence[Held]) -> Iterator[tuple[By, int, Event]]:
    """Give the events that the bodies of a person took part in while neither they nor anyone beside them was there."""
    for person, own in _looked_at_alone(held):
        bodies = frozenset().union(*(_bodies(case, one) for one in own))
        there = [*own, *_beside(case, own, held)]
        for position, key in enumerate(allegation.events):
            event = case.graph.find("events", Event, key)
            dates = event.dates if event and not event.context_only else None
            if event and dates and bodies & {*event.lead_bodies, *event.bodies}:
                missed, met = (all(one.tenure.touches(dates) is Answer.NO for one in some) for some in (there, held))
                if missed and not met:
                    yield (person, own[0]), position, event


def _looked_at_alone(held: Sequence[Held]) -> Iterator[tuple[str, list[Held]]]:
    persons = of_each(held)
    for person, own in persons.items() if len(persons) > 1 else ():
        if not all(one.has_own_times for one in own):
            yield person, own


def _beside(case: CheckInput, own: Sequence[Held], held: Sequence[Held]) -> Iterator[Held]:
    """Give the roles of others in the posts or bodies of a person: who came before or after may bear the rest."""
    bodies = frozenset().union(*(_bodies(case, one) for one in own))
    yield from (one for one in held if one.role.person != own[0].role.person and bodies & _bodies(case, one))


def _bodies(case: CheckInput, held: Held) -> frozenset[str]:
    """Return the bodies of the posts of a role; the posts themselves where no body is recorded."""
    found = ((seat.position, case.graph.find("positions", Position, seat.position)) for seat in held.role.seats)
    return frozenset((post.body if post and post.body else key) for key, post in found)


# What is found of the events of an allegation that lie outside every role on which it rests.


def events_outside(case: CheckInput, allegation: Allegation, held: tuple[Held, ...]) -> Iterator[Finding]:
    """Find the events that no role touches; one without dates, or there for context only, is passed over."""
    for position, event_id in enumerate(allegation.events):
        event = case.graph.find("events", Event, event_id)
        dates = event.dates if event and not event.context_only else None
        if dates and all(one.tenure.touches(dates) is Answer.NO for one in held):
            yield case.finding(
                "allegations", allegation.id,
                f"event {say.event(event_id)} is dated {say.date(dates)}, outside every role on which the allegation "
                "rests",
                "name under `roles` the role held at the time, correct the dates of the event or of the role from "
                "their sources, or mark the event `context_only: true`",
                at=("events", position), in_part=holds_in_part(allegation, held),
            )  # fmt: skip


# What is found of the grounds of an allegation that have a time of their own, against the roles that they rest on.


def grounds_outside(
    case: CheckInput, allegation: Allegation, left: tuple[Days, ...], held: tuple[Held, ...]
) -> Iterator[Finding]:
    """Compare the grounds that have a period with their roles; what one post leaves, the next may bear."""
    groups: dict[tuple[str, When], list[tuple[Held, int]]] = {}
    for one, number, ground, period in timed_grounds(held):
        label = ground.shown_label or "responsibility"
        if one.tenure.touches(as_told(period)) is Answer.NO:
            yield case.finding(
                "allegations", allegation.id,
                f"{say.plain(label)} is alleged for {say.date(period)} from role {say.role(one.role)}, which was held "
                f"{say.date(one.role.dates.stated)}",
                "correct `period` of the ground or the dates of the role from their sources, or give the ground "
                "to the role held at the time",
                at=one.loc_of(number, "period"),
                person=one.role.person, in_part=holds_in_part(allegation, of_each(held)[one.role.person]),
            )  # fmt: skip
        else:
            groups.setdefault((label, period), []).append((one, number))
    for (name, period), borne in groups.items():
        found = left_by([one.tenure for one, _ in borne], period, case.graph.case.as_of)
        # The same days of the same period were told of the allegation.
        if found and (period != allegation.period or found != left):
            yield case.finding(
                "allegations", allegation.id,
                f"{say.plain(name)} is alleged for {say.date(period)}; none of the roles relied on covers "
                f"{in_words(found)}",
                "write as `period` of each ground the time at which its role was held, or give the ground to the role "
                "that bears the rest, too",
                at=borne[0][0].loc_of(borne[0][1], "period"), severity=Severity.WARNING, in_part=True,
                notes=tuple(dict.fromkeys(
                f"role {say.role(one.role)} was held {say.date(one.role.dates.stated)}" for one, _ in borne)),
            )  # fmt: skip


# What is found of the period of an allegation that its roles do not bear: a role outside it, months without one.


def period_outside(
    case: CheckInput, allegation: Allegation, period: When, held: tuple[Held, ...], left: tuple[Days, ...]
) -> Iterator[Finding]:
    """Find the roles that the period does not touch, the days `left` by all of them, and roles that end before it."""
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
    if left and allegation.period:
        yield case.finding(
            "allegations", allegation.id,
            f"the allegation covers {say.date(allegation.period)}; none of its roles covers {in_words(left)}",
            "narrow `period`, or name under `roles` the role that was held in the rest; where something else answers "
            "for it, say so in the particulars and decide the finding",
            at=("period",), severity=Severity.WARNING, in_part=True,
        )  # fmt: skip
    yield from _ended_roles(case, allegation, left, held)


def left_by_all(case: CheckInput, held: tuple[Held, ...], period: When) -> tuple[Days, ...]:
    """Return what all roles leave of a period that touches one of them; where none does, each is found by itself."""
    tenures = [one.tenure for one in held]
    if all(tenure.touches(as_told(period)) is Answer.NO for tenure in tenures):
        return ()
    return left_by(tenures, period, case.graph.case.as_of)


def _closer(held: Held) -> str:
    """Say what would make it sure that a role was held then; of one that goes on, the day of which that is known."""
    dates, otherwise = held.role.dates.stated, "rest the allegation on the role that was surely held at the time"
    if dates.is_open and held.role.status == "current":
        return f"write in `as_of` of the role the day of the newest source that shows it, or {otherwise}"
    return f"give the dates of the role more closely, or {otherwise}"


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


# What is found of one of several persons charged, by the roles of this person alone.


def persons_alone(
    case: CheckInput, allegation: Allegation, left: tuple[Days, ...], held: tuple[Held, ...]
) -> Iterator[Finding]:
    """Find what the roles of one of several persons leave, unless it was said of all."""
    for (person, one), days in days_left(case, held, allegation.period) if allegation.period else ():
        if days != left and allegation.period:
            yield case.finding(
                "allegations", allegation.id,
                f"no role of person {say.person(person)} covers {in_words(days)}, and the period is "
                f"{say.date(allegation.period)}",
                "give each ground from the roles of this person its `period`, or name under `roles` the post held in "
                "the rest",
                at=one.loc, severity=Severity.WARNING, person=person, in_part=True,
            )  # fmt: skip
    for (person, _), position, event in events_left(case, allegation, held):
        yield case.finding(
            "allegations", allegation.id,
            f"event {say.event(event)}, dated {say.date(event.dates)}, of a body of person {say.person(person)} lies "
            "outside every role of this person that the allegation rests on",
            "correct the dates from their sources, or give the grounds from these roles a `period`",
            at=("events", position), severity=Severity.WARNING, person=person,
            in_part=holds_in_part(allegation, of_each(held)[person]),
        )  # fmt: skip
