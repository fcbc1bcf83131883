"""For what somebody is said to be responsible: by which role, at which time, by which ground."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from probata.checks.engine.case import CheckInput, Loc
from probata.checks.engine.check import Looked, check, roles_and_allegations, with_roles
from probata.checks.engine.finding import Finding, Outcome
from probata.checks.records.command import charged_to, object_of, starts_of
from probata.checks.support.required_fields import asked_for, asked_of_allegations
from probata.checks.tenures.alleged_grounds import (
    Held,
    as_stated,
    held_roles,
    in_words,
    left_by,
    timed_grounds,
    times_of_conduct,
)
from probata.checks.tenures.sure_days import Days, is_approximate
from probata.diagnostics import Severity, say
from probata.law import Mode
from probata.law.instrument import normalise_number
from probata.model.allegation import Allegation, Evidence
from probata.model.dates import Answer, When
from probata.model.event import Event
from probata.model.position import Position
from probata.model.responsibility import Responsibility
from probata.model.role import Role
from probata.model.source_record import Source

# Whether an allegation stands in a part of the time alleged, whatever is found of the rest.


def holds_in_part(allegation: Allegation, held: Sequence[Held]) -> bool:
    """Tell whether some roles, by what is recorded of them, were held in a part of the time alleged.

    Without a period of the allegation no part of it is known to stand.
    """
    period = allegation.period
    return period is not None and any(one.tenure.touches(as_stated(period)) is Answer.CERTAIN for one in held)


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
        if not period.is_open and any(one.tenure.touches(as_stated(period)) is not Answer.NO for one in own):
            tenures = [one.tenure for one in (*own, *_adjacent(case, own, held))]
            if left := left_by(tenures, period, case.graph.case.as_of):
                yield (person, own[0]), left


def events_left(case: CheckInput, allegation: Allegation, held: Sequence[Held]) -> Iterator[tuple[By, int, Event]]:
    """Give the events that the bodies of a person took part in while neither they nor anyone beside them was there."""
    for person, own in _looked_at_alone(held):
        bodies = frozenset().union(*(_bodies(case, one) for one in own))
        there = [*own, *_adjacent(case, own, held)]
        for position, event in case.events_of(allegation):
            dates = event.dates
            if dates and bodies & {*event.lead_bodies, *event.bodies}:
                missed, met = (all(one.tenure.touches(dates) is Answer.NO for one in some) for some in (there, held))
                if missed and not met:
                    yield (person, own[0]), position, event


def _looked_at_alone(held: Sequence[Held]) -> Iterator[tuple[str, list[Held]]]:
    persons = of_each(held)
    for person, own in persons.items() if len(persons) > 1 else ():
        if not all(one.has_own_times for one in own):
            yield person, own


def _adjacent(case: CheckInput, own: Sequence[Held], held: Sequence[Held]) -> Iterator[Held]:
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
    for position, event in case.events_of(allegation):
        dates = event.dates
        if dates and all(one.tenure.touches(dates) is Answer.NO for one in held):
            yield case.finding(
                "allegations", allegation.id,
                f"event {say.event(event)} is dated {say.date(dates)}, outside every role on which the allegation "
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
        if one.tenure.touches(as_stated(period)) is Answer.NO:
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
    answers = [one.tenure.touches(as_stated(period)) for one in held]
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
    if all(tenure.touches(as_stated(period)) is Answer.NO for tenure in tenures):
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


# The evidence that is recorded to show what a person knew.

KNOWLEDGE = frozenset({"knew", "should-have-known", "disregarded-information"})
"""Elements of knowledge, as `law/elements.yaml` has them."""


def evidence_of_knowledge(allegation: Allegation, person: str) -> tuple[Evidence, ...]:
    """Return the items that go to an element of knowledge of a person and speak for it, in their order."""
    return tuple(
        item
        for item in allegation.evidence
        if not item.against and KNOWLEDGE & {*item.elements} and (not item.persons or person in item.persons)
    )


# The failures alleged of superiors: to prevent and to punish, with the time in which each could still be made good.

NOT_PREVENTED, NOT_PUNISHED = "knew_and_did_not_prevent", "did_not_punish"


@dataclass(frozen=True, slots=True)
class Failure:
    """A failure alleged from one role."""

    allegation: Allegation
    position: int
    """Position of the role in the allegation."""
    role: Role
    conduct: frozenset[str]
    """Which failures: `NOT_PREVENTED`, `NOT_PUNISHED` or both."""
    first: date
    """The earliest day of the conduct."""
    last: date
    """The latest day of the conduct; the last day of the calendar where it goes on."""

    @property
    def leaves(self) -> date:
        """The latest day on which the role may have been held, by any account."""
        return max(when.last for when in _worded(self.role))


def failures(case: CheckInput) -> Iterator[Failure]:
    """Give each failure alleged where conduct and role have dates; what is approximate, or has no sure end, is out."""
    for allegation in case.pursued:
        times = _times(case, allegation)
        for position, alleged in enumerate(allegation.roles):
            role = case.role(alleged.role)
            conduct = {one for ground in alleged.grounds_from(role) for one in ground.conduct}
            done = frozenset(conduct & {NOT_PREVENTED, NOT_PUNISHED})
            if role and done and times and role.dates.end_known and not any(map(is_approximate, _worded(role))):
                first, last = min(when.first for when in times), max(when.last for when in times)
                yield Failure(allegation, position, role, done, first, last)


def _worded(role: Role) -> list[When]:
    tenure = role.dates
    own = (tenure.stated, tenure.possible, tenure.certain)
    return [*(when for when in own if when), *(account.dates for account in tenure.other_accounts)]


def _times(case: CheckInput, allegation: Allegation) -> list[When]:
    times = list(times_of_conduct(case, allegation))
    return [] if any(map(is_approximate, times)) else times


@check("STR104", Severity.ERROR, "allegations", tells_gaps=True, looks_at=asked_for("roles"))
def allegation_without_role(case: CheckInput) -> Iterator[Finding]:
    """Find the allegations put forward that name no role."""
    for asked in asked_of_allegations(case, "roles"):
        allegation = asked.allegation
        if not allegation.roles:
            yield case.finding(
                "allegations", allegation.id, f"allegation {say.allegation(allegation)} rests on no role",
                "add `roles`, each with the role and the responsibility alleged from it",
                notes=asked.notes, severity=asked.severity, gap=asked.gap, may_be_decided=True,
            )  # fmt: skip


@check("STR105", Severity.ERROR, "allegations", looks_at=with_roles)
def allegation_without_responsibility(case: CheckInput) -> Iterator[Finding]:
    """Find the roles of allegations from which nothing is alleged."""
    for allegation in case.pursued:
        for position, alleged in enumerate(allegation.roles):
            role = case.role(alleged.role)
            grounds = alleged.grounds_from(role)
            if role is not None and not any(_says_something(ground) for ground in grounds):
                yield case.finding(
                    "allegations", allegation.id,
                    f"allegation {say.allegation(allegation)} says nothing of the responsibility from role "
                    f"{say.role(role)}",
                    "add `responsibility: command` or `responsibility: oversight`, or the ground in parts",
                    at=("roles", position),
                )  # fmt: skip


def _says_something(ground: Responsibility) -> bool:
    return ground.shown_label is not None or bool(set(ground.conduct) - {"not_stated"})


@dataclass(frozen=True, slots=True)
class Telling:
    """What one record says of the responsibility that a role brings."""

    kind: str
    record_id: str
    loc: Loc
    grounds: tuple[Responsibility, ...]


@check("LAW105", Severity.WARNING, "roles and allegations", looks_at=roles_and_allegations)
def responsibility_mismatch(case: CheckInput) -> Iterator[Finding]:
    """Compare, for each role, what its record and the allegations say, and the grounds of each with one another."""
    for role_id, told in _tellings(case).items():
        before: tuple[Responsibility, ...] = ()
        for telling in told:
            difference = _difference(told[0].grounds if before else (), before, telling.grounds)
            if difference:
                yield _finding_responsibility_told(case, role_id, telling, difference, told[0])
            elif within := _two_grades(telling.grounds):
                yield _finding_responsibility_told(case, role_id, telling, within)
            before += telling.grounds


def _finding_responsibility_told(
    case: CheckInput, role_id: str, told: Telling, difference: str, first: Telling | None = None
) -> Finding:
    notes = (f"first told in {case.graph.span(first.kind, first.record_id, *first.loc)}",) if first else ()
    return case.finding(
        told.kind, told.record_id, f"the responsibility from role {say.role(role_id)} is {difference}",
        "state it in one way, or say with `over: …` over whom each is meant", at=told.loc, notes=notes,
    )  # fmt: skip


def _tellings(case: CheckInput) -> dict[str, list[Telling]]:
    """Return what is told of each role, the role's own record first; places that say nothing are left out."""
    told: dict[str, list[Telling]] = {}
    for role in case.graph.roles:
        if role.responsibility:
            told.setdefault(role.id, []).append(Telling("roles", role.id, ("responsibility",), role.responsibility))
    for allegation in case.pursued:
        for position, alleged in enumerate(allegation.roles):
            if alleged.responsibility:
                loc: Loc = ("roles", position, "responsibility")
                telling = Telling("allegations", allegation.id, loc, alleged.responsibility)
                told.setdefault(alleged.role, []).append(telling)
    return told


def _difference(
    first: tuple[Responsibility, ...], before: tuple[Responsibility, ...], told: tuple[Responsibility, ...]
) -> str:
    """Say how a telling differs from the first, or from others before it where the first says nothing of that object.

    Nothing where it agrees: an allegation may use one of several grounds.
    """
    for ground in told:
        peers = [one for one in first if _are_about_the_same(one, ground)]
        peers = peers or [one for one in before if _are_about_the_same(one, ground)]
        labels = {one.shown_label for one in peers if one.shown_label}
        if ground.shown_label and labels and ground.shown_label not in labels:
            return f"{say.words(ground.shown_label)} here and {_quoted(labels)} elsewhere"
        grades = {one.grade for one in peers if one.grade and one.shown_label == ground.shown_label}
        if ground.grade and grades and ground.grade not in grades:
            return f"{say.words(ground.grade)} here and {_quoted(grades)} elsewhere"
    return ""


def _two_grades(grounds: tuple[Responsibility, ...]) -> str:
    """Say which grades one record gives at once, over the same and at the same time."""
    graded = [one for one in grounds if one.grade and not one.alternative]
    for position, ground in enumerate(graded):
        for other in graded[:position]:
            is_same = ground.shown_label == other.shown_label and _are_about_the_same(ground, other)
            if is_same and ground.grade != other.grade:
                return f"both {_quoted({str(ground.grade), str(other.grade)})} over the same in one record"
    return ""


def _are_about_the_same(one: Responsibility, other: Responsibility) -> bool:
    """Tell whether two grounds have one object, and not surely two times."""
    if object_of(one.over) != object_of(other.over):
        return False
    return not (one.period and other.period) or one.period.overlaps(other.period) is not Answer.NO


def _quoted(words: Collection[str]) -> str:
    return " and ".join(say.words(word) for word in sorted(words))


@check("LAW159", Severity.INFO, "allegations", looks_at=with_roles)
def responsibility_by_post_alone(case: CheckInput) -> Iterator[Finding]:
    """Look at the grounds of each role of each allegation."""
    for allegation in case.pursued:
        for held in held_roles(case, allegation):
            labels = list(dict.fromkeys(ground.shown_label for ground in held.grounds if ground.shown_label))
            if labels and _is_status_only(held):
                yield case.finding(
                    "allegations", allegation.id,
                    f"{' and '.join(labels)} is alleged from role {say.role(held.role)} by status only: nothing is "
                    "recorded that its holder did or left undone",
                    "record in `conduct` what its holder did, or knew and did not prevent, with its source; where the "
                    "post alone is meant, say so in the particulars and decide the finding",
                    at=held.loc, alike=f"{held.role.id} {labels}",
                )  # fmt: skip


def _is_status_only(held: Held) -> bool:
    return all(ground.conduct and set(ground.conduct) == {"held_post_only"} for ground in held.grounds)


def _with_modes_and_grounds(case: CheckInput) -> Iterator[Looked]:
    """Give the allegations that name such a mode and have a ground."""
    for allegation in case.pursued:
        if any(_modes_named(case, allegation)) and any(held.grounds for held in held_roles(case, allegation)):
            yield Looked(f"allegations/{allegation.id}")


@check(
    "LAW160",
    Severity.WARNING,
    "allegations",
    looks_at=_with_modes_and_grounds,
    rests_on={"allegations": ("provisions", "roles")},
)
def mode_without_ground(case: CheckInput) -> Iterator[Finding]:
    """Compare each mode of superiors that an allegation names with the grounds of its roles."""
    for allegation in case.pursued:
        grounds = [(held.role, ground) for held in held_roles(case, allegation) for ground in held.grounds]
        for position, mode in _modes_named(case, allegation) if grounds else ():
            answers = {mode.may_be_of(ground) for _, ground in grounds}
            if Answer.CERTAIN not in answers:
                is_open = Answer.POSSIBLE in answers
                instrument = case.catalogue.instrument(mode.instrument)
                words = (
                    f"{instrument.abbreviation} {instrument.pinpoint(mode.provision)}"
                    if instrument
                    else say.words(mode.id)
                )
                lacks = (
                    "no ground that it gives states the setting"
                    if is_open
                    else "no ground that it gives is of that kind"
                )
                yield case.finding(
                    "allegations",
                    allegation.id,
                    f"allegation {say.allegation(allegation)} names {words}, the {mode.label}, and {lacks}",
                    "record the `link` and the `setting` of the ground with their source, or name the provision that "
                    "fits it",
                    at=("provisions", position, "provision"),
                    notes=tuple(dict.fromkeys(_told_of_responsibility(*one) for one in grounds)),
                    severity=Severity.INFO if is_open else None,
                    outcome=Outcome.CANNOT_TELL if is_open else Outcome.FAILED,
                )


def _modes_named(case: CheckInput, allegation: Allegation) -> Iterator[tuple[int, Mode]]:
    """Give the modes with a setting, which are those of superiors, that an allegation names as settled law."""
    for position, alleged in enumerate(allegation.provisions):
        number = normalise_number(alleged.provision or "")
        for mode in case.catalogue.modes:
            is_named = mode.instrument == alleged.instrument and normalise_number(mode.provision) == number
            if is_named and mode.settings and not alleged.contention:
                yield position, mode


def _told_of_responsibility(role: Role, ground: Responsibility) -> str:
    label = say.words(ground.shown_label) if ground.shown_label else "neither command nor oversight"
    setting = (
        "no setting is stated" if ground.setting == "not_stated" else f"its setting is {say.words(ground.setting)}"
    )
    return f"the ground from role {say.role(role)} is {label}, and {setting}"


_NAMED = "name its body under `bodies` of the allegation"
_NOT_ALLEGED = "rest an allegation on the role, or mark it `context_only: true`"


@check("LAW156", Severity.INFO, "roles")
def seat_not_charged(case: CheckInput) -> Iterator[Finding]:
    """Look at the posts of each role of a person charged."""
    by_role, by_person = _allegations_by(case)
    for role in case.graph.roles:
        if role.person not in by_person or role.context_only:
            continue
        using = by_role.get(role.id, [])
        used = {start for allegation in using for start in starts_of(case, role, allegation)}
        for place, seat in enumerate(role.seats):
            post = case.graph.find("positions", Position, seat.position)
            body = post.body if post and seat.position not in used else None
            event = _event_of(case, role, body, using or by_person[role.person]) if body else None
            if event:
                yield case.finding(
                    "roles", role.id,
                    f"post {say.post(seat.position)} is named by no allegation, and its body {say.body(body)} acts in "
                    f"{say.event(event)}",
                    f"{_NAMED if using else _NOT_ALLEGED}; where the post had nothing to do with it, say so in the "
                    "particulars and decide the finding",
                    at=("seats", place),
                )  # fmt: skip


def _allegations_by(case: CheckInput) -> tuple[Mapping[str, list[Allegation]], Mapping[str, list[Allegation]]]:
    """Return the allegations put forward by the roles that they rest on, and by the persons who held these."""
    by_role: defaultdict[str, list[Allegation]] = defaultdict(list)
    by_person: defaultdict[str, list[Allegation]] = defaultdict(list)
    for allegation in case.pursued:
        roles = case.roles_of(allegation)
        for role_id in dict.fromkeys(role.id for role in roles):
            by_role[role_id].append(allegation)
        for person in dict.fromkeys(role.person for role in roles):
            by_person[person].append(allegation)
    return by_role, by_person


def _event_of(case: CheckInput, role: Role, body: str, own: list[Allegation]) -> str | None:
    """Return an event charged in which a body acts, at a time that does not surely lie outside the role."""
    for allegation in own:
        for _, event in charged_to(case, allegation):
            when = allegation.period or event.dates
            is_then = when is None or role.dates.touches(when) is not Answer.NO
            if is_then and body in (*event.lead_bodies, *event.bodies):
                return event.id
    return None


def _on_recorded_roles(case: CheckInput) -> Iterator[Looked]:
    """Give the allegations that rest on a role; of one whose conduct has no date it cannot be told."""
    for allegation in case.pursued:
        if any(case.role(alleged.role) for alleged in allegation.roles):
            dated = times_of_conduct(case, allegation)
            yield Looked(f"allegations/{allegation.id}", "" if dated else "its conduct is not dated")


@check(
    "TIM101",
    Severity.ERROR,
    "allegations",
    unsettles=("superior-relationship", "effective-control", "failed-to-act", "during-tenure"),
    looks_at=_on_recorded_roles,
    rests_on={"allegations": ("events", "period", "roles")},
)
def conduct_outside_tenure(case: CheckInput) -> Iterator[Finding]:
    """Compare the dates of what is alleged with the roles on which it rests."""
    for allegation in case.pursued:
        held = held_roles(case, allegation)
        left: tuple[Days, ...] = ()
        if held and allegation.period:
            left = left_by_all(case, held, allegation.period)
            yield from period_outside(case, allegation, allegation.period, held, left)
        if held:
            yield from grounds_outside(case, allegation, left, held)
            yield from events_outside(case, allegation, held)
            yield from persons_alone(case, allegation, left, held)


SHORT = timedelta(days=7)


@check("TIM117", Severity.WARNING, "allegations", rests_on={"allegations": ("events", "period", "roles")})
def no_time_to_punish(case: CheckInput) -> Iterator[Finding]:
    """Count the days that were left to punish."""
    for failure in failures(case):
        began = max(failure.first, failure.role.dates.stated.first)
        left = failure.leaves - began
        if NOT_PUNISHED in failure.conduct and timedelta(0) <= left <= SHORT:
            yield case.finding(
                "allegations", failure.allegation.id,
                f"failure to punish is alleged from role {say.role(failure.role)}, which ended "
                f"{say.date(failure.leaves)} at the latest, {_days(left)} the conduct began",
                "take `did_not_punish` out of the ground under `conduct`, or correct the dates; where the time was "
                "enough, say in the particulars what could be done in it and decide the finding",
                at=("roles", failure.position, "role"),
            )  # fmt: skip


def _days(left: timedelta) -> str:
    """Say how long it was, before the words `the conduct began`."""
    if not left.days:
        return "on the day on which"
    return f"{left.days} day{'s' if left.days > 1 else ''} at most after"


_NOTICES = frozenset({"personal_communication", "general_allegation"})
"""Kinds of sources and authorities that tell the person something on their day."""
_PUBLISHED = frozenset({
    "report", "article-newspaper", "article-magazine", "article-journal", "post", "post-weblog", "webpage", "broadcast",
    "press-release", "un_report",
})  # fmt: skip
Item = tuple[str, str, When]
"""Id, kind and date of a work."""


@check("TIM118", Severity.WARNING, "allegations")
def knowledge_after_failure(case: CheckInput) -> Iterator[Finding]:
    """Compare the evidence of knowledge with the end of each failure."""
    for failure in failures(case):
        limit = failure.leaves if NOT_PUNISHED in failure.conduct else min(failure.last, failure.leaves)
        items = _items(case, failure)
        if items and all(when.first > limit and not is_approximate(when) for _, _, when in items):
            told = ", ".join(f"{say.cited(key)} of {say.date(when)}" for key, _, when in items)
            are_notices = all(kind in _NOTICES for _, kind, _ in items)
            yield case.finding(
                "allegations", failure.allegation.id,
                f"knowledge of {say.person(failure.role.person)} rests on what is dated after {say.date(limit)}, the "
                f"last day on which it could be acted on from role {say.role(failure.role)}: {told}",
                "cite as evidence of the same element what told the person in time; where the later text tells of "
                "that time, say so in `supports` and decide the finding",
                at=("roles", failure.position, "role"),
                severity=None if are_notices else Severity.INFO,
                outcome=Outcome.FAILED if are_notices else Outcome.CANNOT_TELL,
            )  # fmt: skip


def _items(case: CheckInput, failure: Failure) -> list[Item]:
    """Return the works that are to show the person's knowledge; none where one is undated or of another kind."""
    found: list[Item] = []
    for item in evidence_of_knowledge(failure.allegation, failure.role.person):
        kind, when = _dated(case, item.source)
        if when is None or kind not in _NOTICES | _PUBLISHED:
            return []
        found.append((item.source, kind, when))
    return list(dict.fromkeys(found))


def _dated(case: CheckInput, key: str) -> tuple[str, When | None]:
    work = case.work(key)
    if isinstance(work, Source):
        return work.type, work.issued
    return (work.kind, work.date) if work else ("", None)
