"""Whether what a text gives can be what the records have: it contradicts, or is a slip of one figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from probata.checks.prose.claims import HELD, Claim, claims_in
from probata.checks.prose.facts import Fact, Titled, fact_of
from probata.checks.prose.sentences import Sentence
from probata.checks.prose.times import ToldTime, days_in, times_in
from probata.checks.prose.words import word_list
from probata.graph.case_graph import CaseGraph
from probata.model.dates import Point, When
from probata.model.position import Position
from probata.model.role import Role

_DAY = 3
"""The precision of a date with its day."""


def accounts_of(role: Role) -> Iterator[When]:
    """Give every time that is recorded of a role, its own first."""
    yield role.dates.stated
    yield from (account.dates for account in role.dates.other_accounts)
    yield from (ground.period for ground in role.responsibility if ground.period)
    yield from (seat.dates for seat in role.seats if seat.dates)
    # A term is not how long its member held the seat, where both ends of that are recorded to the day.
    ends = role.dates.stated.start, role.dates.stated.end
    is_exact = all(end and end.precision == _DAY and not end.approximate for end in ends)
    term = role.term.dates if role.term and not is_exact else None
    yield from (when for when in (role.dates.possible, term) if when)


def may_be_end(role: Role, told: Point, *, is_start: bool) -> bool:
    """Tell whether a date may be an end of a role; an end that is open, about so, or not known may be any."""
    if not (role.dates.start_known if is_start else role.dates.end_known):
        return True
    for when in accounts_of(role):
        known = when.start if is_start else when.end
        if known is None or known.approximate or (known.first <= told.last and told.first <= known.last):
            return True
    return False


_YEAR = 1


def contradicted(graph: CaseGraph, sentence: Sentence) -> Iterator[tuple[Claim, Fact]]:
    """Give the claims of a sentence, other than of posts, whose time surely is none that the records have."""
    for claim in claims_in(graph, sentence):
        fact = fact_of(graph, claim) if claim.frame != HELD else None
        if fact and all(is_apart(claim.time, when) for when in fact.times):
            yield claim, fact


def is_apart(told: ToldTime, recorded: When) -> bool:
    """Tell whether an end of a time surely lies outside another."""
    return any(point.last < recorded.first or recorded.last < point.first for point in (told.first, told.last))


def differs_by_one_figure(title: Titled) -> tuple[int, int] | None:
    """Return where a title gives another day, month or year than its record, the rest of the date being the same.

    A time behind words such as "until" or "again from" is that of something else.
    """
    recorded = [point for point in (title.time.start, title.time.end) if point]
    for start, end, told in _told_in(title, {point.year for point in recorded}):
        is_outside = all(point.last < title.time.first or title.time.last < point.first for point in told)
        is_own = bool(_own_time(title.language).search(title.words[:start]))
        if is_own and is_outside and any(_differs_once(point, other) for point in told for other in recorded):
            return start, end
    return None


def _told_in(title: Titled, years: set[int]) -> Iterator[tuple[int, int, list[Point]]]:
    """Give the days and months of a title; a day without its year may be of each year of the record."""
    for day in days_in(title.words, title.language):
        told = (_valid(year, day.month, day.day) for year in ([day.year] if day.year else sorted(years)))
        if points := [point for point in told if point]:
            yield day.start, day.end, points
    for time in times_in(title.words, title.language):
        if time.first.month and not time.first.day:
            yield time.start, time.end, [time.first]


@cache
def _own_time(language: str) -> re.Pattern[str]:
    """Return what may stand before the time of the thing itself: the beginning, a comma, a bracket, "on" or "of"."""
    words = word_list("event_dates", language)
    leads, turns = f"{words['on']}|{words['of']}", f"{words['turns']}|{words['on']}|{words['of']}"
    lead = rf"(?<!\w)(?<!’)(?:{leads})\s+$".replace(" ", r"\s+")
    behind_another = rf"\b(?:{turns})\s+(?:{leads})\s+$".replace(" ", r"\s+")
    return re.compile(rf"^\W*$|[,(]\s*$|^(?!.*{behind_another}).*{lead}", re.IGNORECASE | re.DOTALL)


def _valid(year: int, month: int, day: int) -> Point | None:
    found = Point(year, month, day)
    return found if 0 < day <= Point(year, month).last.day else None


def _differs_once(one: Point, other: Point) -> bool:
    """Tell whether two dates differ in one of the figures that both give, and agree in another."""
    pairs = [(a, b) for a, b in ((one.year, other.year), (one.month, other.month), (one.day, other.day)) if a and b]
    return len(pairs) > _YEAR and sum(a != b for a, b in pairs) == 1


def held_otherwise(graph: CaseGraph, claim: Claim) -> Role | None:
    """Return the role that a claim of a post held tells otherwise; `None` where it may be told right."""
    named = _roles_named(graph, claim)
    time, roles = claim.time, graph.roles_of(claim.record)
    role = next(iter(named), None) if named and _lies_outside(named, time) else None
    if role or not (time.first.month and time.last.month):
        return role
    return _of_one_end(roles, time)


def _roles_named(graph: CaseGraph, claim: Claim) -> tuple[Role, ...]:
    """Return the roles of the person that a clause names; another term in the same post counts too."""
    own = graph.roles_of(claim.record)
    named = [role for role in own if _is_named(graph, role, claim.roles)]
    titles, posts = {one.title for one in named}, {seat.position for one in named for seat in one.seats}
    return tuple(role for role in own if role.title in titles or posts & {seat.position for seat in role.seats})


def _is_named(graph: CaseGraph, role: Role, named: tuple[str, ...]) -> bool:
    posts = [post for seat in role.seats if (post := graph.find("positions", Position, seat.position))]
    keys = {f"roles/{role.id}", *(f"positions/{post.id}" for post in posts), *(f"bodies/{post.body}" for post in posts)}
    return bool(keys & set(named))


def _lies_outside(roles: tuple[Role, ...], time: ToldTime) -> bool:
    """Tell whether a time begins before some roles, ends after them, or has one end alone of theirs.

    One that lies within them with both of its ends may be a part of the time.
    """
    starts = any(may_be_end(role, time.first, is_start=True) for role in roles)
    stops = any(may_be_end(role, time.last, is_start=False) for role in roles)
    if starts != stops:
        return True
    accounts = [when for role in roles for when in accounts_of(role)]
    return not starts and (
        all(time.first.last < when.first for when in accounts) or all(time.last.first > when.last for when in accounts)
    )


def _of_one_end(roles: tuple[Role, ...], time: ToldTime) -> Role | None:
    """Return the role that shares one end with a told time, where no role or row of roles shares both."""
    starts = [role for role in roles if any(_is_told(when.start, time.first, role, when) for when in accounts_of(role))]
    stops = [role for role in roles if any(_is_told(when.end, time.last, role, when) for when in accounts_of(role))]
    return None if starts and stops else next(iter((*starts, *stops)), None)


def _is_told(recorded: Point | None, told: Point, role: Role, account: When) -> bool:
    """Tell whether two dates of their own precision can be one; what another account has to the month is no day."""
    if not recorded or (account is not role.dates.stated and recorded.precision < told.precision):
        return False
    return recorded.first <= told.last and told.first <= recorded.last
