"""Bodies, posts and operations: whether they existed when they are said to act, and what they are called."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from probata.checks.engine.case import CheckInput, Loc
from probata.checks.engine.check import Looked, check, records_of
from probata.checks.engine.finding import Finding, Outcome
from probata.checks.prose.mentions import events_in
from probata.checks.prose.words import LANGUAGES, any_of, languages_of, word_list
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
from probata.model.body import Body, BodyRelation
from probata.model.cited_value import CitedDate
from probata.model.dates import Answer, When
from probata.model.event import Event
from probata.model.language import primary
from probata.model.person import Person
from probata.model.position import Position
from probata.model.role import Role


@dataclass(frozen=True, slots=True)
class Limit:
    """A day before or after which a role cannot have been held."""

    what: str
    """As a finding says it: `post x was created`."""
    when: When
    is_start: bool
    severity: Severity = Severity.ERROR

    def is_passed(self, days: Days) -> bool:
        """Tell whether some of the days surely lie beyond it."""
        if is_approximate(self.when):
            return False
        return days[0] < self.when.first if self.is_start else days[1] > self.when.last


def _roles_in_posts(case: CheckInput) -> Iterator[Looked]:
    """Give the roles; of one that was held on no sure day it cannot be told."""
    for role in case.graph.roles:
        is_sure = sure_days(role) or any(sure_days(role, seat) for seat in role.seats)
        yield Looked(f"roles/{role.id}", "" if is_sure else "on no day is it sure to have been held")


@check("TIM105", Severity.ERROR, "roles", looks_at=_roles_in_posts)
def role_outside_life_of_post(case: CheckInput) -> Iterator[Finding]:
    """Compare each role, and each post held under it, with what bounds it."""
    for role in case.graph.roles:
        days = sure_days(role)
        if days:
            yield from _beyond(case, role, days, (*_of_person(case, role), *_of_term(role)), ("dates",))
        for position, seat in enumerate(role.seats):
            held = sure_days(role, seat)
            if held:
                yield from _beyond(case, role, held, _outside_post(case, seat.position), ("seats", position))


def _beyond(case: CheckInput, role: Role, days: Days, limits: tuple[Limit, ...], at: Loc) -> Iterator[Finding]:
    for limit in limits:
        if limit.is_passed(days):
            verb, day = ("begins", days[0]) if limit.is_start else ("goes on until", days[1])
            most = "at the latest" if limit.is_start else "at least"
            yield case.finding(
                "roles", role.id,
                f"role {say.role(role)} {verb} {say.date(day)} {most}, {'before' if limit.is_start else 'after'} "
                f"{limit.what}, {say.date(limit.when)}",
                "read both dates again in their sources, and correct the one that is wrong",
                at=at, severity=limit.severity,
            )  # fmt: skip


def _of_person(case: CheckInput, role: Role) -> tuple[Limit, ...]:
    person = case.graph.find("people", Person, role.person)
    if person is None:
        return ()
    return _limits((f"{say.person(person)} was born", person.birth.date), (f"{say.person(person)} died", person.death))


def _of_term(role: Role) -> tuple[Limit, ...]:
    """Return the bounds of the term of a college; it may sit on after its end, so that this weighs less."""
    term = role.term
    if term is None or term.dates is None:
        return ()
    what = f"term {say.words(term.number)} of {say.body(term.body)}"
    return (
        Limit(f"{what} began", term.dates, True, Severity.WARNING),
        Limit(f"{what} ended", term.dates, False, Severity.WARNING),
    )


def _outside_post(case: CheckInput, position_id: str) -> tuple[Limit, ...]:
    post = case.graph.find("positions", Position, position_id)
    if post is None:
        return ()
    body = case.graph.find("bodies", Body, post.body or "")
    own = _limits(
        (f"post {say.post(post)} was created", post.created), (f"post {say.post(post)} was abolished", post.abolished)
    )
    if body is None:
        return own
    return own + _limits(
        (f"body {say.body(body)} was founded", body.founded), (f"body {say.body(body)} was dissolved", body.dissolved)
    )


def _limits(start: tuple[str, CitedDate | None], end: tuple[str, CitedDate | None]) -> tuple[Limit, ...]:
    found = ((what, given, is_start) for (what, given), is_start in ((start, True), (end, False)))
    return tuple(Limit(what, given.value, is_start) for what, given, is_start in found if given)


@check("TIM153", Severity.WARNING, "bodies and posts", looks_at=records_of("bodies", "positions"))
def beginning_mismatch(case: CheckInput) -> Iterator[Finding]:
    """Compare what each history and each relation says with the record of the event or body that it is about."""
    for body in case.graph.bodies:
        founded = body.founded.value if body.founded else None
        begins = any_of("beginning", "begins", _language_of_histories(case))
        told = [(("history", place, "date"), entry.date) for place, entry in enumerate(body.history)
                if begins.match(entry.what) and not _of_another(case, entry.what)]  # fmt: skip
        told += [(("relations", place, "dates"), one.dates) for place, one in enumerate(body.relations)
                 if one.kind == "established_by"]  # fmt: skip
        for loc, when in told:
            if _differ(founded, when):
                yield case.finding(
                    "bodies", body.id,
                    f"{say.body(body)} was founded {say.date(founded)}, and its beginning is dated {say.date(when)} "
                    "here",
                    "follow the source that tells it, and say in the other place what happened then",
                    at=loc,
                )  # fmt: skip
        for place, entry in enumerate(body.history):
            for event in events_in(case.graph, entry.what) if _begins(case, entry.what) else ():
                if _differ(event.dates, entry.date):
                    yield case.finding(
                        "bodies", body.id,
                        f"the history of {say.body(body)} dates the beginning of {say.event(event)} "
                        f"{say.date(entry.date)}, and the event begins {say.date(event.dates)}",
                        "follow the source that tells it, and say in the other place what happened then",
                        at=("history", place, "date"),
                    )  # fmt: skip
    for post in case.graph.positions:
        yield from _before_post_began(case, post)


def _before_post_began(case: CheckInput, post: Position) -> Iterator[Finding]:
    body = case.graph.find("bodies", Body, post.body or "")
    created = post.created.value if post.created else None
    founded = body.founded.value if body and body.founded else None
    if body and created and founded and is_surely_before(created, founded) and not _has_predecessor(case, body):
        yield case.finding(
            "positions", post.id,
            f"post {say.post(post)} was created {say.date(created)}, before its body {say.body(body)} was founded, "
            f"{say.date(founded)}",
            "read both dates again in their sources, or record the body that had the post before", at=("created",),
        )  # fmt: skip


def _has_predecessor(case: CheckInput, body: Body) -> bool:
    came_from = any(one.kind == "successor_of" for one in body.relations)
    return came_from or any(
        one.kind == "predecessor_of" and one.body == body.id for other in case.graph.bodies for one in other.relations
    )


def _language_of_histories(case: CheckInput) -> str:
    """Return the language of the case, in which histories are written; English where there are no words for it."""
    language = primary(case.graph.case.language)
    return language if language in languages_of("beginning") else LANGUAGES[0]


def _begins(case: CheckInput, what: str) -> bool:
    language = _language_of_histories(case)
    found, aside = any_of("beginning", "begins", language).search(what), word_list("beginning", language)["aside"]
    return found is not None and not re.search(aside, what[: found.start()], re.IGNORECASE)


def _of_another(case: CheckInput, what: str) -> bool:
    """Tell whether an entry names an event or a body, so that it is not about the beginning of its own body."""
    others = [*(str(body.name) for body in case.graph.bodies), *(body.abbreviation or "" for body in case.graph.bodies)]
    words = word_list("beginning", _language_of_histories(case))
    is_active = re.match(rf"(?:{words['active']})\b", what) is not None
    by = tuple(str(words["by"]).split("|"))
    named = events_in(case.graph, what)
    return (
        is_active
        or bool(named)
        or any(
            other and other in what and not any(f"{one} {other}" in what or f"{one}{other}" in what for one in by)
            for other in others
        )
    )


def _differ(one: When | None, other: When | None) -> bool:
    """Tell whether two beginnings surely lie apart; what is about, or has no beginning, decides nothing."""
    if not (one and other and one.start and other.start) or is_approximate(one) or is_approximate(other):
        return False
    return When("", one.start, one.start).overlaps(When("", other.start, other.start)) is Answer.NO


def _text(when: When | None) -> str:
    return when.text if when else ""


@check("TIM152", Severity.WARNING, "bodies", looks_at=records_of("events", "commands"))
def body_outside_its_life(case: CheckInput) -> Iterator[Finding]:
    """Look at the bodies of each event, and at both ends of each relation of command."""
    for event in case.graph.events:
        for key in ("lead_bodies", "bodies"):
            for place, body in enumerate(getattr(event, key)):
                yield from _outside(case, "events", event.id, (key, place), event.dates, body)
    for relation in case.graph.commands:
        dates = relation.dates.stated if relation.dates else None
        for key in ("superior", "subordinate"):
            yield from _outside(case, "commands", relation.id, (key,), dates, getattr(relation, key))


def _outside(
    case: CheckInput, kind: str, record_id: str, loc: Loc, when: When | None, body_id: str
) -> Iterator[Finding]:
    body = case.graph.find("bodies", Body, body_id)
    if body is None or when is None:
        return
    founded, dissolved = (one.value if one else None for one in (body.founded, body.dissolved))
    what = ""
    if founded and is_surely_before(when, founded):
        what = f"before {say.body(body_id)} was founded, {say.date(founded)}"
    elif dissolved and is_surely_before(dissolved, when):
        what = f"after {say.body(body_id)} was dissolved, {say.date(dissolved)}"
    if what:
        yield case.finding(
            kind, record_id, f"{say.of(kind, record_id)} is dated {say.date(when)}, {what}",
            "read both dates again in their sources, or name the body that was there at the time", at=loc,
        )  # fmt: skip


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
    """Compare each part with its whole."""
    for event in case.graph.events:
        for position, key in enumerate(event.part_of):
            whole = case.graph.find("events", Event, key)
            if event.dates and whole and whole.dates:
                yield from _event(case, event, event.dates, key, whole.dates, ("part_of", position))
    for body in case.graph.bodies:
        for position, relation in enumerate(body.relations):
            above = case.graph.find("bodies", Body, relation.body)
            if above and relation.kind in _LEVELS:
                yield from _body(case, body, relation, above, ("relations", position))


def _event(case: CheckInput, event: Event, part: When, key: str, whole: When, at: Loc) -> Iterator[Finding]:
    if is_surely_before(part, whole) or is_surely_before(whole, part):
        yield case.finding(
            "events", event.id,
            f"event {say.event(event)}, dated {say.date(part)}, is part of {say.event(key)}, dated {say.date(whole)}, "
            "and shares no day with it",
            "correct the date that is wrong, or take it out of the other", at=at,
        )  # fmt: skip
    elif verb := _sticking_out(part, whole):
        yield case.finding(
            "events", event.id,
            f"event {say.event(event)}, dated {say.date(part)}, {verb} {say.event(key)}, dated {say.date(whole)}, of "
            "which it is part",
            "read in the sources when it became part of it, and say so in `description`; where it was part of it all "
            "the time, correct the date that is wrong",
            at=at, severity=Severity.INFO,
        )  # fmt: skip


def _sticking_out(part: When, whole: When) -> str:
    if begins_before(part, whole):
        return "begins before"
    return "goes on after" if ends_after(part, whole) else ""


def _body(case: CheckInput, body: Body, relation: BodyRelation, above: Body, at: Loc) -> Iterator[Finding]:
    """Compare the dates of the relation with the life of both; where it has none, the two lives with each other."""
    if relation.dates:
        for one in (body, above):
            if told := _outside_life(relation.dates, one):
                yield case.finding(
                    "bodies", body.id,
                    f"{say.body(body)} is recorded as {say.words(relation.kind)} {say.body(above)} for "
                    f"{say.date(relation.dates)}, {told}",
                    "read both dates again in their sources, and correct the one that is wrong", at=(*at, "dates"),
                )  # fmt: skip
    elif told := _older(body, above):
        yield case.finding(
            "bodies", body.id,
            f"{say.body(body)} is recorded as {say.words(relation.kind)} {say.body(above)} without dates, and {told}",
            "give the relation `dates`, from when to when it was so", at=at, severity=Severity.INFO,
        )  # fmt: skip


def _outside_life(dates: When, body: Body) -> str:
    if body.founded and begins_before(dates, body.founded.value):
        return f"which begins before {say.body(body)} was founded, {say.date(body.founded.value)}"
    if body.dissolved and dates.end and ends_after(dates, body.dissolved.value):
        return f"which goes on after {say.body(body)} was dissolved, {say.date(body.dissolved.value)}"
    return ""


def _older(body: Body, above: Body) -> str:
    if body.founded and above.founded and begins_before(body.founded.value, above.founded.value):
        return f"was founded {say.date(body.founded.value)}, before it, {say.date(above.founded.value)}"
    if body.dissolved and above.dissolved and ends_after(body.dissolved.value, above.dissolved.value):
        return f"was dissolved {say.date(body.dissolved.value)}, after it, {say.date(above.dissolved.value)}"
    return ""


_OF_WHAT = re.compile(
    r"[,(]|\b(?:of|for|in|at|to|on|de|des|du|del|d[’']|en|à|au|aux|pour|para)\s+\S|['’]s\s", re.IGNORECASE
)


@check("STR136", Severity.WARNING, "positions")
def post_without_body(case: CheckInput) -> Iterator[Finding]:
    """Find the posts that no body or country belongs to."""
    of_bodies = (
        name for body in case.graph.bodies for name in (body.name, body.short_name, body.abbreviation, body.country)
    )
    names = frozenset(name.casefold() for name in (*of_bodies, case.graph.case.state) if name)
    for post in case.graph.positions:
        named = any(name in post.title.casefold() for name in names)
        if not post.body and not named and not _OF_WHAT.search(post.title):
            yield case.finding(
                "positions", post.id, f"the title {say.words(post.title)} names neither the body nor the country of "
                "the post",
                "add `body: …`, or write the title so that it stands alone, such as `Director of North Prison`",
                at=("title",),
            )  # fmt: skip


def _ranked(case: CheckInput) -> Iterator[tuple[Role, set[str], set[str]]]:
    """Give the roles with a rank whose posts have one, each with both."""
    language = _language_rank_post(case)
    for role in case.graph.roles:
        own = ranks_in(role.rank.value, language) if role.rank else set()
        of_posts = {rank for post in case.posts_of(role) for rank in ranks_in(post.rank, language)}
        if own and of_posts:
            yield role, own, of_posts


@check("STR178", Severity.WARNING, "roles with a rank", looks_at=_ranked)
def rank_mismatch(case: CheckInput) -> Iterator[Finding]:
    """Compare the rank of each role with the ranks of its posts."""
    for role, own, of_posts in _ranked(case):
        if not own & of_posts:
            yield case.finding(
                "roles", role.id,
                f"role {say.role(role)} has the rank {say.listed(sorted(own))}, and its post "
                f"{say.listed(sorted(of_posts))}",
                "look the rank up in the sources of both, and correct the one that is wrong", at=("rank",),
                severity=Severity.INFO if own & _elsewhere(case, role) else None,
            )  # fmt: skip


def _elsewhere(case: CheckInput, role: Role) -> set[str]:
    """Return the ranks that the title of the person and other roles of theirs have."""
    language = _language_rank_post(case)
    others = (one for one in case.graph.roles_of(role.person) if one.id != role.id)
    person = case.graph.find("people", Person, role.person)
    texts = (person.title if person else None, *(one.rank.value for one in others if one.rank))
    return {rank for text in texts for rank in ranks_in(text, language)}


def _language_rank_post(case: CheckInput) -> str:
    language = primary(case.graph.case.language)
    return language if language in languages_of("ranks") else LANGUAGES[0]


_LETTERS = re.compile(r"[A-Z]{3,}")
_WORD = re.compile(r"[^\W\d_]+")


@check("DRA115", Severity.INFO, "bodies", looks_at=lambda case: (body for body in case.graph.bodies if _letters(body)))
def abbreviation_in_another_order(case: CheckInput) -> Iterator[Finding]:
    """Find the bodies whose letters are those of the name, turned round."""
    for body in case.graph.bodies:
        letters = _letters(body)
        if (
            letters
            and sorted(_initials(body.name)) == sorted(letters)
            and letters not in map(_initials, _names_abbreviation_another(body))
        ):
            yield case.finding(
                "bodies", body.id,
                f"the letters of {say.words(letters)} stand in another order than the words of {say.words(body.name)}",
                "look in a source of the body's own how it abbreviates itself: correct the letters or the name, or "
                "record under `other_names` the name whose letters they are",
                at=("abbreviation",), outcome=Outcome.CANNOT_TELL,
            )  # fmt: skip


def _letters(body: Body) -> str:
    return body.abbreviation if body.abbreviation and _LETTERS.fullmatch(body.abbreviation) else ""


def _names_abbreviation_another(body: Body) -> tuple[str, ...]:
    own = (body.native.text,) if body.native else ()
    return (body.name, *((body.short_name,) if body.short_name else ()), *body.other_names, *own)


def _initials(name: str) -> str:
    """Return the first letters of the words of a name that begin with a capital letter."""
    return "".join(word[0] for word in _WORD.findall(name) if word[0].isupper())
