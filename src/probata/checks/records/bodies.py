"""Bodies, posts and operations: whether they existed when they are said to act, and what they are called."""

from __future__ import annotations

import re
from collections.abc import Iterator

from probata.checks.engine.case import CheckInput, Loc
from probata.checks.engine.check import Looked, check, itself, records_of
from probata.checks.engine.finding import Finding
from probata.checks.prose.words import LANGUAGES, languages_of
from probata.checks.support.graded_words import ranks_in
from probata.checks.tenures.sure_days import (
    Days,
    begins_before,
    ends_after,
    is_approximate,
    is_surely_before,
    sure_days,
)
from probata.diagnostics import Severity, say
from probata.model.body import Body
from probata.model.cited_value import CitedDate
from probata.model.dates import Answer, When
from probata.model.event import Event
from probata.model.language import primary
from probata.model.person import Person
from probata.model.position import Position
from probata.model.role import Role

_READ_AGAIN = "read both dates again in their sources, and correct the one that is wrong"


def _value(date: CitedDate | None) -> When | None:
    return date.value if date else None


def _outside(body: Body, when: When, *, wholly: bool = False) -> str:
    """Say before or after which end of the life of a body a time lies, wholly or in part; nothing where it may not."""
    founded, dissolved = _value(body.founded), _value(body.dissolved)
    if founded and (is_surely_before(when, founded) if wholly else begins_before(when, founded)):
        return f"before {say.body(body)} was founded, {say.date(founded)}"
    if dissolved and (is_surely_before(dissolved, when) if wholly else when.end and ends_after(when, dissolved)):
        return f"after {say.body(body)} was dissolved, {say.date(dissolved)}"
    return ""


@check("TIM105", Severity.ERROR, "roles", looks_at=itself)
def role_outside_life_of_post(case: CheckInput) -> Iterator[Finding | Looked]:
    for role in case.graph.roles:
        days, term = sure_days(role), role.term
        is_sure = days or any(sure_days(role, seat) for seat in role.seats)
        yield Looked(f"roles/{role.id}", "" if is_sure else "it is not certain to have been held on any day")
        if person := case.graph.find("people", Person, role.person):
            lived = (_value(person.birth.date), _value(person.death))
            yield from _beyond(case, role, days, say.person(person), ("was born", "died"), lived, ("dates",))
        if term:
            name = f"term {say.words(term.number)} of {say.body(term.body)}"
            lasted, level = (term.dates, term.dates), Severity.WARNING  # a college may sit on after the end of its term
            yield from _beyond(case, role, days, name, ("began", "ended"), lasted, ("dates",), level)
        for position, seat in enumerate(role.seats):
            held, at = sure_days(role, seat), ("seats", position)
            if post := case.graph.find("positions", Position, seat.position):
                was = (_value(post.created), _value(post.abolished))
                name = f"post {say.post(post)}"
                yield from _beyond(case, role, held, name, ("was created", "was abolished"), was, at)
                if body := case.graph.find("bodies", Body, post.body or ""):
                    was, name = (_value(body.founded), _value(body.dissolved)), say.body(body)
                    yield from _beyond(case, role, held, name, ("was founded", "was dissolved"), was, at)


def _beyond(
    case: CheckInput,
    role: Role,
    days: Days | None,
    name: str,
    verbs: tuple[str, str],
    life: tuple[When | None, When | None],
    at: Loc,
    severity: Severity | None = None,
) -> Iterator[Finding]:
    """Find that the days of a role begin before something did, or go on after its end."""
    sides = (("begins", "at the latest, before"), ("goes on until", "at least, after"))
    for number, when in enumerate(life):
        if days is None or when is None or is_approximate(when):
            continue
        if days[1] > when.last if number else days[0] < when.first:
            does, side = sides[number]
            yield case.finding_on(
                role,
                f"role {say.role(role)} {does} {say.date(days[number])} {side} {name} {verbs[number]}, "
                f"{say.date(when)}",
                _READ_AGAIN,
                at=at,
                severity=severity,
            )


@check("TIM153", Severity.WARNING, "bodies and posts", looks_at=records_of("bodies", "positions"))
def beginning_mismatch(case: CheckInput) -> Iterator[Finding]:
    for body in case.graph.bodies:
        founded = _value(body.founded)
        for place, relation in enumerate(body.relations):
            if relation.kind == "established_by" and _begin_apart(founded, relation.dates):
                yield case.finding_on(
                    body,
                    f"{say.body(body)} was founded {say.date(founded)}; {say.body(relation.body)} is recorded to have "
                    f"established it {say.date(relation.dates)}",
                    "follow the source that states it, and say in the other place what happened then",
                    at=("relations", place, "dates"),
                )
    predecessors = {one.body for body in case.graph.bodies for one in body.relations if one.kind == "predecessor_of"}
    for post in case.graph.positions:
        of_post = case.graph.find("bodies", Body, post.body or "")
        if of_post is None or of_post.id in predecessors or any(r.kind == "successor_of" for r in of_post.relations):
            continue
        created, founded = _value(post.created), _value(of_post.founded)
        if created and founded and is_surely_before(created, founded):
            yield case.finding_on(
                post,
                f"post {say.post(post)} was created {say.date(created)}, before its body {say.body(of_post)} was "
                f"founded, {say.date(founded)}",
                "read both dates again in their sources, or record the body that had the post before",
                at=("created",),
            )


def _begin_apart(one: When | None, other: When | None) -> bool:
    """Tell whether two beginnings surely lie apart; what is about, or has no beginning, decides nothing."""
    if not (one and other and one.start and other.start) or is_approximate(one) or is_approximate(other):
        return False
    return When("", one.start, one.start).overlaps(When("", other.start, other.start)) is Answer.NO


@check("TIM152", Severity.WARNING, "bodies", looks_at=records_of("events", "commands"))
def body_outside_its_life(case: CheckInput) -> Iterator[Finding]:
    acting: list[tuple[str, str, Loc, When | None, str]] = [
        ("events", event.id, (key, place), event.dates, body)
        for event in case.graph.events
        for key in ("lead_bodies", "bodies")
        for place, body in enumerate(getattr(event, key))
    ]
    acting += [
        ("commands", relation.id, (key,), relation.dates.stated if relation.dates else None, getattr(relation, key))
        for relation in case.graph.commands
        for key in ("superior", "subordinate")
    ]
    for kind, record_id, at, when, key in acting:
        body = case.graph.find("bodies", Body, key)
        if body and when and (passed := _outside(body, when, wholly=True)):
            yield case.finding(
                kind,
                record_id,
                f"{say.of(kind, record_id)} is dated {say.date(when)}, {passed}",
                "read both dates again in their sources, or name the body that was there at the time",
                at=at,
            )


_LEVELS = frozenset({"part_of", "provincial_level_of", "county_level_of"})
"""Relations of a body to one that is above it and, as a rule, no younger."""


@check(
    "TIM111",
    Severity.WARNING,
    "events and bodies",
    looks_at=records_of("events", "bodies"),
    rests_on={"events": ("citations", "dates", "part_of")},
)
def part_outside_whole(case: CheckInput) -> Iterator[Finding]:
    for event in case.graph.events:
        for position, key in enumerate(event.part_of):
            whole = case.graph.find("events", Event, key)
            dates, of_whole = event.dates, whole.dates if whole else None
            if not dates or not of_whole:
                continue
            is_apart = is_surely_before(dates, of_whole) or is_surely_before(of_whole, dates)
            if is_apart or begins_before(dates, of_whole) or ends_after(dates, of_whole):
                sticks_out = "begins before" if begins_before(dates, of_whole) else "goes on after"
                yield case.finding_on(
                    event,
                    f"event {say.event(event)}, dated {say.date(dates)}, "
                    f"{'shares no day with' if is_apart else sticks_out} {say.event(key)}, dated "
                    f"{say.date(of_whole)}, of which it is part",
                    "correct the date that is wrong, or take it out of the other; where it became part of it later, "
                    "say so in `description`",
                    at=("part_of", position),
                    severity=None if is_apart else Severity.INFO,
                )
    for body in case.graph.bodies:
        for position, relation in enumerate(body.relations):
            above = case.graph.find("bodies", Body, relation.body)
            if above is None or relation.kind not in _LEVELS:
                continue
            stands = f"{say.body(body)} is recorded as {say.words(relation.kind)} {say.body(above)}"
            for one in (body, above) if relation.dates else ():
                if relation.dates and (passed := _outside(one, relation.dates)):
                    yield case.finding_on(
                        body,
                        f"{stands} for {say.date(relation.dates)}, {passed}",
                        _READ_AGAIN,
                        at=("relations", position, "dates"),
                    )
            ends = (("founded", _value(body.founded)), ("dissolved", _value(body.dissolved)))
            for verb, day in () if relation.dates else ends:
                if day and (passed := _outside(above, day)):
                    yield case.finding_on(
                        body,
                        f"{stands} without dates, and was {verb} {say.date(day)}, {passed}",
                        "give the relation `dates`, from when to when it was so",
                        at=("relations", position),
                        severity=Severity.INFO,
                    )
                    break


_OF_WHAT = re.compile(
    r"[,(]|\b(?:of|for|in|at|to|on|de|des|du|del|d[’']|en|à|au|aux|pour|para)\s+\S|['’]s\s", re.IGNORECASE
)


@check("STR136", Severity.WARNING, "positions")
def post_without_body(case: CheckInput) -> Iterator[Finding]:
    names = {case.graph.case.state}
    for body in case.graph.bodies:
        names |= {body.name, body.short_name, body.abbreviation, body.country}
    for post in case.graph.positions:
        named = any(name.casefold() in post.title.casefold() for name in names if name)
        if not post.body and not named and not _OF_WHAT.search(post.title):
            yield case.finding_on(
                post,
                f"the title {say.words(post.title)} names neither the body nor the country of the post",
                "add `body: …`, or write the title so that it stands alone, such as `Director of North Prison`",
                at=("title",),
            )


def _ranked(case: CheckInput) -> Iterator[tuple[Role, set[str], set[str], set[str]]]:
    """Give the roles with a rank whose posts have one: its ranks, those of the posts, and the person’s elsewhere."""
    language = primary(case.graph.case.language)
    language = language if language in languages_of("ranks") else LANGUAGES[0]
    for role in case.graph.roles:
        own = ranks_in(role.rank.value, language) if role.rank else set()
        of_posts = {rank for post in case.posts_of(role) for rank in ranks_in(post.rank, language)}
        if own and of_posts:
            person = case.graph.find("people", Person, role.person)
            others = (one.rank.value for one in case.graph.roles_of(role.person) if one.rank and one.id != role.id)
            texts = (person.title if person else None, *others)
            yield role, own, of_posts, {rank for text in texts for rank in ranks_in(text, language)}


@check("STR178", Severity.WARNING, "roles with a rank", looks_at=_ranked)
def rank_mismatch(case: CheckInput) -> Iterator[Finding]:
    for role, own, of_posts, elsewhere in _ranked(case):
        if not own & of_posts:
            yield case.finding_on(
                role,
                f"role {say.role(role)} has the rank {say.listed(sorted(own))}, its post "
                f"{say.listed(sorted(of_posts))}",
                "look the rank up in the sources of both, and correct the one that is wrong",
                at=("rank",),
                severity=Severity.INFO if own & elsewhere else None,
            )
