"""Who held which post, from when to when, and whether that can be: roles against each other and themselves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from probata.checks.engine.case import CheckInput
from probata.checks.engine.check import Looked, check, records_where
from probata.checks.engine.finding import Finding
from probata.checks.tenures.sure_days import (
    Days,
    are_surely_apart,
    begins_before,
    ends_after,
    is_approximate,
    share_days,
    sure_days,
)
from probata.diagnostics import Severity, say
from probata.graph.case_graph import grouped
from probata.model.command import CommandRelation
from probata.model.dates import Point, When
from probata.model.position import Position
from probata.model.role import Role
from probata.model.tenure import Tenure

_NO_DAY = "it is not certain to have been held on any day"


class _HeldSeat(NamedTuple):
    """A seat of a role with the days on which it was surely held, and its number in the role."""

    days: Days
    role: Role
    position: int

    @property
    def stated(self) -> When:
        return self.role.seats[self.position].dates or self.role.dates.stated


def _held_seats(case: CheckInput) -> list[_HeldSeat]:
    """Return the seats held on days that are sure, by their beginning."""
    found = [
        _HeldSeat(days, role, position)
        for role in case.graph.roles
        for position, seat in enumerate(role.seats)
        if (days := sure_days(role, seat))
    ]
    return sorted(found, key=lambda held: held.days)


def _with_seats(case: CheckInput) -> Iterator[Looked]:
    for role in case.graph.roles:
        if role.seats:
            yield Looked(f"roles/{role.id}", "" if any(sure_days(role, seat) for seat in role.seats) else _NO_DAY)


@check("TIM126", Severity.WARNING, "roles", looks_at=_with_seats)
def seat_held_twice_at_once(case: CheckInput) -> Iterator[Finding]:
    longest: dict[tuple[str, str, bool], _HeldSeat] = {}
    for held in _held_seats(case):
        post = held.role.seats[held.position].position
        key = (held.role.person, post, held.role.acting)
        before = longest.setdefault(key, held)
        is_same = (before.stated.start, before.stated.end) == (held.stated.start, held.stated.end)
        if before.role.id != held.role.id and not is_same and share_days(before.days, held.days):
            yield case.finding_on(
                held.role,
                f"role {say.role(held.role)} has its holder in post {say.post(post)} for {say.date(held.stated)}, role "
                f"{say.role(before.role)} for {say.date(before.stated)}",
                "read in the source when the post was held, and correct one of the two; where one appointment added a "
                "post, give the dates of each seat",
                at=("seats", held.position),
            )
        longest[key] = max(before, held, key=lambda one: one.days[1])


@check(
    "TIM106",
    Severity.WARNING,
    "roles",
    looks_at=lambda case: (
        role for role in case.graph.roles if not role.acting and any(post.seats for post in case.posts_of(role))
    ),
    rests_on={"roles": ("acting", "as_of", "citations", "dates", "person", "seats", "status")},
)
def two_holders_of_one_seat(case: CheckInput) -> Iterator[Finding]:
    held_seats = (one for one in _held_seats(case) if not one.role.acting)
    for post_id, holdings in grouped(held_seats, lambda one: one.role.seats[one.position].position).items():
        post = case.graph.find("positions", Position, post_id)
        seats = post.seats if post else None
        held: list[_HeldSeat] = []
        for new in holdings if seats else ():
            held = [old for old in held if old.days[1] > new.days[0]]
            others = [old for old in held if old.role.person != new.role.person and share_days(old.days, new.days)]
            if seats and len({old.role.person for old in others}) >= seats:
                yield case.finding_on(
                    new.role,
                    f"role {say.role(new.role)} is in post {say.post(post)} on {say.date(new.days[0])} together with "
                    f"{say.roles(old.role for old in others)}; the post has {seats} seat{'s' if seats > 1 else ''}",
                    "correct the dates of one from its source, mark it `acting: true`, or correct `seats` of the post",
                    at=("seats", new.position),
                )
            # Beyond the seats nobody is carried on: a fault is found once, and many faults cost no more than few.
            if seats and len(held) < seats:
                held.append(new)


@check(
    "TIM103",
    Severity.WARNING,
    "roles",
    looks_at=records_where(
        "roles",
        lambda role: role.dates.other_accounts or (role.term and role.term.dates) or any(s.dates for s in role.seats),
    ),
    rests_on={"roles": ("citations", "dates", "seats", "term")},
)
def role_dates_mismatch(case: CheckInput) -> Iterator[Finding]:
    terms: dict[tuple[str, str], tuple[str, When]] = {}
    for role in case.graph.roles:
        stated, accounts = role.dates.stated, role.dates.other_accounts
        if others := [one for one in accounts if (one.dates.start, one.dates.end) != (stated.start, stated.end)]:
            yield case.finding_on(
                role,
                f"role {say.role(role)} is dated {say.date(stated)} here and "
                f"{', '.join(say.date(one.dates) for one in others)} elsewhere",
                "read both again in their sources, and correct the one that was copied wrongly; where both stand, "
                "decide in `decisions.yaml` which the documents follow, and why",
                at=("dates",),
                notes=tuple(
                    f"{say.date(one.dates)} by {say.sources(cited.source for cited in one.citations) or 'no source'}"
                    f"{f' ({one.note})' if one.note else ''}"
                    for one in others
                ),
            )
        held = (role.dates.possible or stated, *(account.dates for account in accounts))
        for position, seat in enumerate(role.seats):
            dates = seat.dates
            is_apart = dates and all(are_surely_apart(dates, when) for when in held)
            if dates and (is_apart or all(begins_before(dates, when) or ends_after(dates, when) for when in held)):
                yield case.finding_on(
                    role,
                    f"role {say.role(role)} is dated {say.date(stated)}; post {say.post(seat.position)} under it is "
                    f"dated {say.date(dates)}, {'wholly outside' if is_apart else 'which goes beyond'} the role",
                    "read both again in their sources, or record the post as a role of its own",
                    at=("seats", position, "dates"),
                    severity=None if is_apart else Severity.INFO,
                )
        if role.term and role.term.dates:
            dates, key = role.term.dates, (role.term.body, role.term.number.casefold())
            other, first = terms.setdefault(key, (role.id, dates))
            if _dates_are_apart(dates.start, first.start) or _dates_are_apart(dates.end, first.end):
                yield case.finding_on(
                    role,
                    f"term {say.words(role.term.number)} of {say.body(role.term.body)} is dated {say.date(dates)} in "
                    f"role {say.role(role)} and {say.date(first)} in role {say.role(other)}",
                    "read in its source how long the term lasted, and give the same dates in both",
                    at=("term", "dates"),
                )


def _dates_are_apart(one: Point | None, other: Point | None) -> bool:
    """Tell whether two ends surely are not one day; what is about, open or unknown decides nothing."""
    if one is None or other is None or one.approximate or other.approximate:
        return False
    return one.last < other.first or other.last < one.first


@check("TIM102", Severity.WARNING, "roles", rests_on={"roles": ("as_of", "citations", "dates", "status")})
def open_role_without_as_of(case: CheckInput) -> Iterator[Finding]:
    day = case.graph.case.as_of
    charged = {role.id for allegation in case.pursued for role in case.roles_of(allegation)}
    for role in case.graph.roles:
        is_open, as_of = role.dates.stated.is_open, role.as_of
        if is_open and role.status == "ended":
            yield case.finding_on(
                role,
                f"role {say.role(role)} has an open end and its status is `ended`",
                "write `status: current` or `status: unknown` with `as_of: …`, or give the last date",
                at=("dates",),
            )
        elif not is_open and role.status != "current":
            continue
        elif as_of is None:
            yield case.finding_on(
                role,
                f"role {say.role(role)} goes on, and no day is given for which that was true",
                "add `as_of: …`, the day of the newest source that shows it",
                at=("dates",),
            )
        elif day and _a_year_on(as_of.last) < (day.first.year, day.first.month, day.first.day):
            is_about = is_approximate(as_of) or is_approximate(day)
            yield case.finding_on(
                role,
                f"the status of role {say.role(role)}, {say.words(role.status)}, was true on {say.date(as_of)}, more "
                f"than 12 months before the day of the case, {say.date(day)}",
                "look for a newer source and move `as_of` to its day, or give the last date of the role",
                at=("as_of",),
                is_open=is_about,
                **({} if is_about or role.id in charged else {"severity": Severity.INFO}),
            )


def _a_year_on(day: date) -> tuple[int, int, int]:
    return day.year + 1, day.month, day.day


def _with_certain_days(case: CheckInput) -> Iterator[tuple[Role | CommandRelation, Tenure, When]]:
    """Give the roles and relations with certain days."""
    records: tuple[Role | CommandRelation, ...] = (*case.graph.roles, *case.graph.commands)
    for record in records:
        if record.dates and record.dates.certain:
            yield record, record.dates, record.dates.certain


@check("TIM127", Severity.ERROR, "roles and commands", looks_at=_with_certain_days)
def certain_beyond_possible(case: CheckInput) -> Iterator[Finding]:
    for record, tenure, certain in _with_certain_days(case):
        wide = tenure.possible or tenure.stated
        if begins_before(certain, wide) or ends_after(certain, wide):
            what = "possible" if tenure.possible else "stated"
            name = say.role(record) if isinstance(record, Role) else say.command(record)
            yield case.finding_on(
                record,
                f"{name} is certain for {say.date(certain)}, beyond what is {what}, {say.date(wide)}",
                f"read the dates again in their source, and correct `certain` or {say.words(what)}",
                at=("dates", "certain"),
            )
