"""For what somebody is alleged to be responsible: by which role, at which time, by which ground."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, NamedTuple

from probata.checks.engine.case import CheckInput, Loc
from probata.checks.engine.check import Looked, check, itself, roles_and_allegations, with_roles
from probata.checks.engine.finding import Finding, Outcome
from probata.checks.records.command import object_of
from probata.checks.support.required_fields import allegations_without
from probata.checks.tenures.alleged_grounds import (
    GroundAt,
    Held,
    as_stated,
    each_ground,
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
from probata.model.allegation import Allegation
from probata.model.dates import Answer, When
from probata.model.responsibility import Responsibility
from probata.model.role import Role
from probata.model.source_record import Source


@check("STR104", Severity.ERROR, "allegations", tells_gaps=True, looks_at=itself)
def allegation_without_role(case: CheckInput) -> Iterator[Finding | Looked]:
    step = "add `roles`, each with the role and the responsibility alleged from it"
    yield from allegations_without(case, "roles", lambda one: one.roles, "allegation {} rests on no role", step)


@check("STR105", Severity.ERROR, "allegations", looks_at=with_roles)
def allegation_without_responsibility(case: CheckInput) -> Iterator[Finding]:
    for allegation in case.pursued:
        for held in held_roles(case, allegation):
            if not any(one.shown_label or {*one.conduct} - {"not_stated"} for one in held.grounds):
                yield case.finding_on(
                    allegation,
                    f"no responsibility is alleged from role {say.role(held.role)}",
                    "add `responsibility: command` or `responsibility: oversight`, or the ground in parts",
                    at=("roles", held.position),
                )


@check("LAW105", Severity.WARNING, "roles and allegations", looks_at=roles_and_allegations)
def responsibility_mismatch(case: CheckInput) -> Iterator[Finding]:
    by_role: dict[str, dict[object, list[GroundAt]]] = {}
    for one in each_ground(case):
        place = (type(one.record), one.record.id, one.loc[:-1])
        by_role.setdefault(one.role.id, {}).setdefault(place, []).append(one)
    for role_id, places in by_role.items():
        stated = list(places.values())
        first = stated[0][0]
        before: list[Responsibility] = []
        for group in stated:
            grounds = [one.ground for one in group]
            difference = _difference([one.ground for one in stated[0]] if before else [], before, grounds)
            kind = "roles" if isinstance(first.record, Role) else "allegations"
            if difference or (within := _two_grades(grounds)):
                yield case.finding_on(
                    group[0].record,
                    f"the responsibility from role {say.role(role_id)} is {difference or within}",
                    "state it in one way, or say with `over: …` over whom each is meant",
                    at=group[0].loc[:-1],
                    notes=(f"first stated in {case.graph.span(kind, first.record.id, *first.loc[:-1])}",)
                    if difference
                    else (),
                )
            before += grounds


def _difference(
    first: Sequence[Responsibility], before: Sequence[Responsibility], stated: Sequence[Responsibility]
) -> str:
    """Say how grounds differ from the first, or from others before where the first says nothing of that object.

    Nothing where they agree: an allegation may use one of several grounds.
    """
    for ground in stated:
        peers = [one for one in first if _are_about_the_same(one, ground)]
        peers = peers or [one for one in before if _are_about_the_same(one, ground)]
        labels = {one.shown_label for one in peers if one.shown_label}
        if ground.shown_label and labels and ground.shown_label not in labels:
            return f"{say.words(ground.shown_label)} here and {_quoted(labels)} elsewhere"
        grades = {one.grade for one in peers if one.grade and one.shown_label == ground.shown_label}
        if ground.grade and grades and ground.grade not in grades:
            return f"{say.words(ground.grade)} here and {_quoted(grades)} elsewhere"
    return ""


def _two_grades(grounds: Sequence[Responsibility]) -> str:
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
    for allegation in case.pursued:
        for held in held_roles(case, allegation):
            labels = " and ".join(dict.fromkeys(ground.shown_label for ground in held.grounds if ground.shown_label))
            if labels and all({*ground.conduct} == {"held_post_only"} for ground in held.grounds):
                yield case.finding_on(
                    allegation,
                    f"{labels} is alleged from role {say.role(held.role)} by status only: nothing is recorded that its "
                    "holder did or failed to do",
                    "record in `conduct` what its holder did, or knew and did not prevent, with its source; where the "
                    "post alone is meant, say so in the particulars and decide the finding",
                    at=held.loc,
                    alike=f"{held.role.id} {labels}",
                )


def _modes_named(case: CheckInput, allegation: Allegation) -> Iterator[tuple[int, Mode]]:
    """Give the modes with a setting, which are those of superiors, that an allegation names as settled law."""
    for position, alleged in enumerate(allegation.provisions):
        number = normalise_number(alleged.provision or "")
        for mode in case.catalogue.modes:
            is_named = mode.instrument == alleged.instrument and normalise_number(mode.provision) == number
            if is_named and mode.settings and not alleged.contention:
                yield position, mode


@check("LAW160", Severity.WARNING, "allegations", looks_at=itself, rests_on={"allegations": ("provisions", "roles")})
def mode_without_ground(case: CheckInput) -> Iterator[Finding | Looked]:
    for allegation in case.pursued:
        grounds = [(held.role, ground) for held in held_roles(case, allegation) for ground in held.grounds]
        for position, mode in _modes_named(case, allegation) if grounds else ():
            yield Looked(f"allegations/{allegation.id}")
            answers = {mode.may_be_of(ground) for _, ground in grounds}
            if Answer.CERTAIN in answers:
                continue
            is_open = Answer.POSSIBLE in answers
            instrument = case.catalogue.instrument(mode.instrument)
            words = f"{instrument.abbreviation} {instrument.pinpoint(mode.provision)}" if instrument else mode.id
            lacks = "states the setting" if is_open else "is of that kind"
            yield case.finding_on(
                allegation,
                f"allegation {say.allegation(allegation)} names {words}, the {mode.label}; none of its grounds {lacks}",
                "record the `link` and the `setting` of the ground with their source, or name the provision that fits",
                at=("provisions", position, "provision"),
                notes=tuple(
                    f"the ground from role {say.role(role)} is {say.words(ground.shown_label or 'unlabelled')}, its "
                    f"setting {say.words(ground.setting)}"
                    for role, ground in grounds
                ),
                is_open=is_open,
            )


# Whether the roles of an allegation were held at the time of what is alleged.


@check(
    "TIM101",
    Severity.ERROR,
    "allegations",
    unsettles=("superior-relationship", "effective-control", "failed-to-act", "during-tenure"),
    looks_at=itself,
    rests_on={"allegations": ("events", "period", "roles")},
)
def conduct_outside_tenure(case: CheckInput) -> Iterator[Finding | Looked]:
    for allegation in case.pursued:
        held = held_roles(case, allegation)
        if held:
            dated = times_of_conduct(case, allegation)
            yield Looked(f"allegations/{allegation.id}", "" if dated else "its conduct is not dated")
        left: tuple[Days, ...] = ()
        # Where the period touches no role, each role is found by itself.
        if allegation.period and any(_touches(one, allegation.period) is not Answer.NO for one in held):
            left = left_by([one.tenure for one in held], allegation.period, case.graph.case.as_of)
        yield from _period_outside(case, allegation, held, left)
        yield from _grounds_outside(case, allegation, held, left)
        yield from _events_outside(case, allegation, held)
        yield from _persons_alone(case, allegation, held, left)


def _outside(
    case: CheckInput,
    allegation: Allegation,
    message: str,
    at: Loc,
    severity: Severity | None = Severity.WARNING,
    *,
    in_part: bool = True,
    **more: Any,
) -> Finding:
    """Find something alleged outside the roles that should bear it; in part, where they surely bear a part of it."""
    step = "narrow the period, or correct the dates from their sources; name under `roles` the role held at the time, "
    step += "give each ground its `period`, or mark the event `context_only: true`; where something else answers for "
    step += "it, say so in the particulars and decide the finding"
    return case.finding_on(allegation, message, step, at=at, severity=severity, in_part=in_part, **more)


def _touches(held: Held, period: When) -> Answer:
    return held.tenure.touches(as_stated(period))


def _holds_in_part(allegation: Allegation, held: Sequence[Held], person: str = "") -> bool:
    """Tell whether some roles, all or those of a person, were surely held in a part of the period alleged."""
    own = [one for one in held if not person or one.role.person == person]
    period = allegation.period
    return period is not None and any(_touches(one, period) is Answer.CERTAIN for one in own)


def _held(held: Held) -> str:
    return f"role {say.role(held.role)} was held {say.date(held.role.dates.stated)}"


def _period_outside(
    case: CheckInput, allegation: Allegation, held: tuple[Held, ...], left: tuple[Days, ...]
) -> Iterator[Finding]:
    """Find the roles that the period does not touch, the days left by all, and roles that end before an open period."""
    period = allegation.period
    if period is None:
        return
    covers = f"the allegation covers {say.date(period)}"
    # Where another role surely covers the time, one that is only possible weakens nothing.
    is_covered = any(_touches(one, period) is Answer.CERTAIN for one in held)
    for one in held:
        answer, person = _touches(one, period), one.role.person
        in_part, alike = _holds_in_part(allegation, held, person), f"{period.text} {one.role.id}"
        if answer is Answer.NO:
            message = f"{covers}; {_held(one)}"
            yield _outside(case, allegation, message, one.loc, None, in_part=in_part, person=person, alike=alike)
        elif answer is Answer.POSSIBLE and not one.has_own_times:
            message = f"{covers}; {_held(one)}, and may not reach so far"
            level = Severity.INFO if is_covered else Severity.WARNING
            found = _outside(case, allegation, message, one.loc, level, in_part=in_part, person=person, alike=alike)
            yield replace(found, outcome=Outcome.CANNOT_TELL)
    if left:
        yield _outside(case, allegation, f"{covers}; none of its roles covers {in_words(left)}", ("period",))
    for one in held if period.is_open and not left else ():
        beyond = () if one.has_own_times else left_by([one.tenure], period, case.graph.case.as_of)
        if after := [days for days in beyond if days[0] > (one.tenure.possible or one.tenure.stated).last]:
            message = f"{covers}; role {say.role(one.role)} does not cover {in_words(after)}"
            yield _outside(case, allegation, message, one.loc, person=one.role.person)


def _grounds_outside(
    case: CheckInput, allegation: Allegation, held: tuple[Held, ...], left: tuple[Days, ...]
) -> Iterator[Finding]:
    """Compare the grounds that have a period with their roles; what one post leaves, the next may bear."""
    groups: dict[tuple[str, When], list[tuple[Held, int]]] = {}
    for one, number, ground, period in timed_grounds(held):
        label, person = ground.shown_label or "responsibility", one.role.person
        if _touches(one, period) is Answer.NO:
            message = f"{say.plain(label)} is alleged for {say.date(period)}; {_held(one)}"
            at, in_part = one.loc_of(number, "period"), _holds_in_part(allegation, held, person)
            yield _outside(case, allegation, message, at, None, in_part=in_part, person=person)
        else:
            groups.setdefault((label, period), []).append((one, number))
    for (name, period), borne in groups.items():
        found = left_by([one.tenure for one, _ in borne], period, case.graph.case.as_of)
        # The same days of the same period were found of the allegation.
        if found and (period != allegation.period or found != left):
            covered = f"none of the roles relied on covers {in_words(found)}"
            message = f"{say.plain(name)} is alleged for {say.date(period)}; {covered}"
            notes = tuple(dict.fromkeys(_held(one) for one, _ in borne))
            yield _outside(case, allegation, message, borne[0][0].loc_of(borne[0][1], "period"), notes=notes)


def _events_outside(case: CheckInput, allegation: Allegation, held: tuple[Held, ...]) -> Iterator[Finding]:
    for position, event in case.events_of(allegation) if held else ():
        dates = event.dates
        if dates and all(one.tenure.touches(dates) is Answer.NO for one in held):
            message = f"event {say.event(event)} is dated {say.date(dates)}, outside every role of the allegation"
            in_part = _holds_in_part(allegation, held)
            yield _outside(case, allegation, message, ("events", position), None, in_part=in_part)


def _persons_alone(
    case: CheckInput, allegation: Allegation, held: tuple[Held, ...], left: tuple[Days, ...]
) -> Iterator[Finding]:
    """Find what the roles of one of several persons leave of the period and the events, unless it was found of all.

    Somebody else charged who held the same post, or one of the same body, may answer for the rest. A person whose
    grounds each have a period of their own answers for that alone, and an open end is looked at role by role.
    """
    persons, period = dict.fromkeys(one.role.person for one in held), allegation.period
    for person in persons if len(persons) > 1 else ():
        own = [one for one in held if one.role.person == person]
        if all(one.has_own_times for one in own):
            continue
        bodies = {body for one in own for body in _bodies(case, one)}
        there = [one.tenure for one in held if one in own or bodies & _bodies(case, one)]
        if period and not period.is_open and any(_touches(one, period) is not Answer.NO for one in own):
            days = left_by(there, period, case.graph.case.as_of)
            if days and days != left:
                covers = f"no role of {say.person(person)} covers {in_words(days)}"
                message = f"the allegation covers {say.date(period)}; {covers}"
                yield _outside(case, allegation, message, own[0].loc, person=person)
        for position, event in case.events_of(allegation):
            dates = event.dates
            if not dates or bodies.isdisjoint((*event.lead_bodies, *event.bodies)):
                continue
            is_missed = all(tenure.touches(dates) is Answer.NO for tenure in there)
            if is_missed and any(one.tenure.touches(dates) is not Answer.NO for one in held):
                dated = f"event {say.event(event)} is dated {say.date(dates)}"
                message = f"{dated}, outside every role of {say.person(person)} in the allegation"
                in_part = _holds_in_part(allegation, held, person)
                yield _outside(case, allegation, message, ("events", position), person=person, in_part=in_part)


def _bodies(case: CheckInput, held: Held) -> set[str]:
    """Return the bodies of the posts of a role; the posts themselves where no body is recorded."""
    of_posts = {post.id: post.body for post in case.posts_of(held.role)}
    return {of_posts.get(seat.position) or seat.position for seat in held.role.seats}


# The failures alleged of superiors: to prevent and to punish, with the time in which each could still be made good.

NOT_PREVENTED, NOT_PUNISHED = "knew_and_did_not_prevent", "did_not_punish"
_SHORT = timedelta(days=7)


class _Failure(NamedTuple):
    """A failure alleged from one role, with the first and last day of the conduct and of the role, by any account."""

    allegation: Allegation
    position: int
    role: Role
    conduct: frozenset[str]
    first: date
    last: date
    leaves: date


def _failures(case: CheckInput) -> Iterator[_Failure]:
    """Give each failure alleged where conduct and role have dates; what is approximate, or has no sure end, is out."""
    for allegation in case.pursued:
        times = times_of_conduct(case, allegation)
        for position, alleged in enumerate(allegation.roles):
            role = case.role(alleged.role)
            conduct = {one for ground in alleged.grounds_from(role) for one in ground.conduct}
            done = frozenset(conduct & {NOT_PREVENTED, NOT_PUNISHED})
            if role is None or not done or not times or not role.dates.end_known:
                continue
            tenure = role.dates
            held = [when for when in (tenure.stated, tenure.possible, tenure.certain) if when]
            held += [account.dates for account in tenure.other_accounts]
            if not any(map(is_approximate, (*times, *held))):
                first, last = min(when.first for when in times), max(when.last for when in times)
                yield _Failure(allegation, position, role, done, first, last, max(when.last for when in held))


@check("TIM117", Severity.WARNING, "allegations", rests_on={"allegations": ("events", "period", "roles")})
def no_time_to_punish(case: CheckInput) -> Iterator[Finding]:
    for failure in _failures(case):
        left = failure.leaves - max(failure.first, failure.role.dates.stated.first)
        if NOT_PUNISHED in failure.conduct and timedelta(0) <= left <= _SHORT:
            days = "on the day" if not left.days else f"{left.days} day{'s' if left.days > 1 else ''} at most after"
            yield case.finding_on(
                failure.allegation,
                f"failure to punish is alleged from role {say.role(failure.role)}, which ended "
                f"{say.date(failure.leaves)} at the latest, {days} the conduct began",
                "take `did_not_punish` out of the ground under `conduct`, or correct the dates; where the time was "
                "enough, say in the particulars what could be done in it and decide the finding",
                at=("roles", failure.position, "role"),
            )


_KNOWLEDGE = frozenset({"knew", "should-have-known", "disregarded-information"})
"""Elements of knowledge, as `law/elements.yaml` has them."""
_NOTICES = frozenset({"personal_communication", "general_allegation"})
"""Kinds of sources and authorities that inform the person on their day."""
_PUBLISHED = frozenset({"report", "post", "post-weblog", "webpage", "broadcast", "press-release", "un_report"}) | {
    f"article-{kind}" for kind in ("newspaper", "magazine", "journal")
}


@check("TIM118", Severity.WARNING, "allegations")
def knowledge_after_failure(case: CheckInput) -> Iterator[Finding]:
    for failure in _failures(case):
        limit = failure.leaves if NOT_PUNISHED in failure.conduct else min(failure.last, failure.leaves)
        person = failure.role.person
        items = [
            item.source
            for item in failure.allegation.evidence
            if not item.against and _KNOWLEDGE & {*item.elements} and (not item.persons or person in item.persons)
        ]
        works = [(key, *_dated(case, key)) for key in dict.fromkeys(items)]
        late = [
            f"{say.cited(key)} of {say.date(when)}"
            for key, kind, when in works
            if when and kind in _NOTICES | _PUBLISHED and when.first > limit and not is_approximate(when)
        ]
        if works and len(late) == len(works):
            yield case.finding_on(
                failure.allegation,
                f"knowledge of {say.person(person)} rests on what is dated after {say.date(limit)}, the last day on "
                f"which it could be acted on from role {say.role(failure.role)}: {', '.join(late)}",
                "cite as evidence of the same element what informed the person in time; where the later text is about "
                "that time, say so in `supports` and decide the finding",
                at=("roles", failure.position, "role"),
                is_open=not all(kind in _NOTICES for _, kind, _ in works),
            )


def _dated(case: CheckInput, key: str) -> tuple[str, When | None]:
    work = case.work(key)
    if isinstance(work, Source):
        return work.type, work.issued
    return (work.kind, work.date) if work else ("", None)
