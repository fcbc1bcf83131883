"""Who held which post, from when to when, and whether that can be: roles against each other and themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from probata.checks.engine.case import CheckInput
from probata.checks.engine.check import Looked, check, records_of
from probata.checks.engine.finding import Finding, Outcome
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
from probata.model.allegation import Allegation
from probata.model.dates import Point, When
from probata.model.position import Position
from probata.model.role import Role
from probata.model.tenure import OtherAccount, Tenure


@dataclass(frozen=True, slots=True)
class HeldSeat:
    """A seat of a role with the days on which it was surely held."""

    days: Days
    role: Role
    position: int
    """Position of the seat in the role."""

    @property
    def stated(self) -> When:
        """Its time as it is told."""
        return self.role.seats[self.position].dates or self.role.dates.stated


def _with_seats(case: CheckInput) -> Iterator[Looked]:
    """Give the roles with a post; of one that was held on no sure day it cannot be told."""
    for role in case.graph.roles:
        if role.seats:
            is_sure = any(sure_days(role, seat) for seat in role.seats)
            yield Looked(f"roles/{role.id}", "" if is_sure else "on no day is it sure to have been held")


@check("TIM126", Severity.WARNING, "roles", looks_at=_with_seats)
def seat_held_twice_at_once(case: CheckInput) -> Iterator[Finding]:
    """Go through the times of each person in each post in the order of their beginning."""
    by_seat: dict[tuple[str, str, bool], list[HeldSeat]] = {}
    for role in case.graph.roles:
        for position, seat in enumerate(role.seats):
            if days := sure_days(role, seat):
                by_seat.setdefault((role.person, seat.position, role.acting), []).append(HeldSeat(days, role, position))
    for (_, post, _), held in by_seat.items():
        yield from _same_seat_at_once(case, post, sorted(held, key=lambda one: one.days))


def _same_seat_at_once(case: CheckInput, post: str, held: list[HeldSeat]) -> Iterator[Finding]:
    """Compare each with the one before it that lasts longest."""
    longest: HeldSeat | None = None
    for one in held:
        if longest and longest.role.id != one.role.id and share_days(longest.days, one.days) and _differ(longest, one):
            yield case.finding(
                "roles", one.role.id,
                f"role {say.role(one.role)} has its holder in post {say.post(post)} for {say.date(one.stated)}, and "
                f"role {say.role(longest.role)} for {say.date(longest.stated)}",
                "read in the source when the post was held, and correct one of the two; where one appointment added a "
                "post, give the dates of each seat",
                at=("seats", one.position),
            )  # fmt: skip
        if longest is None or one.days[1] > longest.days[1]:
            longest = one


def _differ(one: HeldSeat, other: HeldSeat) -> bool:
    return (one.stated.start, one.stated.end) != (other.stated.start, other.stated.end)


_MONTH = 31
"""Days of a handing-over, for which two posts may overlap."""
_SERVES = frozenset({"established_by", "secretariat_of"})
"""Relations by which one body works for another, so that a seat in both is one work."""


def _full_time_or_several(case: CheckInput) -> Iterator[Looked]:
    """Give the roles; of one that was held on no sure day it cannot be told."""
    for role in case.graph.roles:
        if role.full_time or len(case.graph.roles_of(role.person)) > 1:
            yield Looked(f"roles/{role.id}", "" if sure_days(role) else "on no day is it sure to have been held")


@check("TIM109", Severity.INFO, "roles", looks_at=_full_time_or_several)
def two_full_time_posts(case: CheckInput) -> Iterator[Finding]:
    """Go through the full-time roles of each person in the order of their beginning, then through the others."""
    by_person: dict[str, list[tuple[Days, int]]] = {}
    roles = case.graph.roles
    for number, role in enumerate(roles):
        if days := sure_days(role):
            by_person.setdefault(role.person, []).append((days, number))
    for known in by_person.values():
        held = [(days, roles[number]) for days, number in sorted(known)]
        yield from _two_posts_at_once(case, [one for one in held if one[1].full_time])
        yield from _adjacent(case, held)


def _adjacent(case: CheckInput, held: list[tuple[Days, Role]]) -> Iterator[Finding]:
    """Find, once a role, another body’s full-time role or command that began before it and went on for a month."""
    for number, (days, role) in enumerate(held):
        for before, earlier in held[:number] if _is_main(role) else ():
            both_full = role.full_time and earlier.full_time
            is_heavy = any(one.full_time or _commands(one) for one in (role, earlier))
            shared = (min(days[1], before[1]) - days[0]).days
            if not both_full and is_heavy and shared > _MONTH and _is_main(earlier) and _of_two(case, earlier, role):
                heavy = earlier if earlier.full_time or _commands(earlier) else role
                yield case.finding(
                    "roles", role.id,
                    f"role {say.role(role)} was held from {say.date(days[0])} beside {say.role(earlier)} of another "
                    f"body, for {shared} days at least, and {say.role(heavy)} is "
                    f"{'full-time' if heavy.full_time else 'command'}",
                    "read in the sources of both from when to when each was held; a side function is "
                    "`function: side` of its seat", at=("dates",),
                )  # fmt: skip
                break


def _is_main(role: Role) -> bool:
    """Tell whether a role may take all time: not where it is recorded as a side function, part-time or in a college."""
    is_side = bool(role.seats) and all(seat.function == "side" for seat in role.seats)
    return not is_side and role.full_time is not False and (role.term is None or role.full_time is True)


def _commands(role: Role) -> bool:
    return any(ground.shown_label == "command" for ground in role.responsibility)


def _of_two(case: CheckInput, one: Role, other: Role) -> bool:
    """Tell whether two roles are of different bodies, of which neither established or serves the other."""
    first, second = _bodies(case, one), _bodies(case, other)
    return _bodies_are_apart(first, second) and not any(
        relation.kind in _SERVES and {body.id, relation.body} & first and {body.id, relation.body} & second
        for body in case.graph.bodies
        for relation in body.relations
    )


def _two_posts_at_once(case: CheckInput, held: list[tuple[Days, Role]]) -> Iterator[Finding]:
    """Compare each role with the one before it that lasts longest."""
    longest: tuple[Days, Role] | None = None
    for days, role in held:
        if (
            longest
            and share_days(longest[0], days)
            and _bodies_are_apart(_bodies(case, longest[1]), _bodies(case, role))
        ):
            yield case.finding(
                "roles", role.id,
                f"role {say.role(role)} is full-time from {say.date(days[0])}, and so is {say.role(longest[1])} of "
                f"the same person until {say.date(longest[0][1])} at least",
                "read in the sources of both which was full-time, and from when to when, and correct `full_time` or "
                "the dates", at=("full_time",),
            )  # fmt: skip
        if longest is None or days[1] > longest[0][1]:
            longest = days, role


def _bodies(case: CheckInput, role: Role) -> frozenset[str]:
    return frozenset(post.body for post in case.posts_of(role) if post.body)


def _bodies_are_apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether both have bodies and share none; of a post without a body nothing can be said."""
    return bool(one and other and not one & other)


@dataclass(frozen=True, slots=True)
class HeldPost:
    """A seat of a role with the days on which it was surely held."""

    days: Days
    role: Role
    position: int
    """Position of the seat in the role."""


def _in_counted_seats(case: CheckInput) -> Iterator[Looked]:
    """Give the roles, none of them acting, in a post whose seats are counted."""
    for role in case.graph.roles:
        if not role.acting and any(post.seats for post in case.posts_of(role)):
            yield Looked(f"roles/{role.id}")


@check(
    "TIM106",
    Severity.WARNING,
    "roles",
    looks_at=_in_counted_seats,
    rests_on={"roles": ("acting", "as_of", "citations", "dates", "person", "seats", "status")},
)
def two_holders_of_one_seat(case: CheckInput) -> Iterator[Finding]:
    """Go through the holders of each post in the order of their beginning."""
    for post_id, holdings in _by_post(case).items():
        post = case.graph.find("positions", Position, post_id)
        if post and post.seats:
            yield from _too_many(case, post, post.seats, sorted(holdings, key=lambda held: held.days))


def _by_post(case: CheckInput) -> dict[str, list[HeldPost]]:
    found: dict[str, list[HeldPost]] = {}
    for role in case.graph.roles:
        for position, seat in enumerate(() if role.acting else role.seats):
            if days := sure_days(role, seat):
                found.setdefault(seat.position, []).append(HeldPost(days, role, position))
    return found


def _too_many(case: CheckInput, post: Position, seats: int, holdings: list[HeldPost]) -> Iterator[Finding]:
    """Tell each holding that begins while the seats are taken; only those that last are carried on."""
    held: list[HeldPost] = []
    for new in holdings:
        held = [old for old in held if old.days[1] > new.days[0]]
        others = [old for old in held if old.role.person != new.role.person and share_days(old.days, new.days)]
        if len({old.role.person for old in others}) >= seats:
            count = "1 seat" if seats == 1 else f"{seats} seats"
            yield case.finding(
                "roles", new.role.id,
                f"role {say.role(new.role)} is in post {say.post(post)} on {say.date(new.days[0])} together with "
                f"{', '.join(say.role(old.role) for old in others)}, and the post has {count}",
                "correct the dates of one from its source, mark it `acting: true`, or correct `seats` of the post",
                at=("seats", new.position),
            )  # fmt: skip
        # Beyond the seats nobody is carried on: a fault is told once, and many faults cost no more than few.
        if len(held) < seats:
            held.append(new)


def _with_other_dates(case: CheckInput) -> Iterator[Looked]:
    """Give the roles that tell their time in more than one place."""
    for role in case.graph.roles:
        has_term = role.term is not None and role.term.dates is not None
        if role.dates.other_accounts or has_term or any(seat.dates for seat in role.seats):
            yield Looked(f"roles/{role.id}")


@check(
    "TIM103",
    Severity.WARNING,
    "roles",
    looks_at=_with_other_dates,
    rests_on={"roles": ("citations", "dates", "seats", "term")},
)
def role_dates_mismatch(case: CheckInput) -> Iterator[Finding]:
    """Compare the dates of each role with its other accounts, its seats and the term of its college."""
    yield from _of_accounts(case)
    for role in case.graph.roles:
        held = (role.dates.possible or role.dates.stated, *(account.dates for account in role.dates.other_accounts))
        for position, seat in enumerate(role.seats):
            dates = seat.dates
            is_apart = dates and all(are_surely_apart(dates, one) for one in held)
            is_beyond = dates and all(begins_before(dates, one) or ends_after(dates, one) for one in held)
            if dates and (is_apart or is_beyond):
                told = "they share no day" if is_apart else "the post goes beyond the role"
                yield case.finding(
                    "roles", role.id,
                    f"role {say.role(role)} is dated {say.date(role.dates.stated)}, and post {say.post(seat.position)} "
                    f"under it {say.date(dates)}: {told}",
                    "read both again in their sources, or record the post as a role of its own",
                    at=("seats", position, "dates"), severity=None if is_apart else Severity.INFO,
                )  # fmt: skip
    yield from _of_terms(case)


def _of_accounts(case: CheckInput) -> Iterator[Finding]:
    for role in case.graph.roles:
        stated = role.dates.stated
        others = [account for account in role.dates.other_accounts if _differs(account.dates, stated)]
        if others:
            told = ", ".join(say.date(account.dates) for account in others)
            yield case.finding(
                "roles", role.id, f"role {say.role(role)} is dated {say.date(stated)} here and {told} elsewhere",
                "read both again in their sources, and correct the one that was copied wrongly; where both stand, "
                "decide in `decisions.yaml` which the documents follow, and why",
                at=("dates",), notes=tuple(_note(account) for account in others),
            )  # fmt: skip


def _differs(one: When, other: When) -> bool:
    return (one.start, one.end) != (other.start, other.end)


def _note(account: OtherAccount) -> str:
    sources = ", ".join(say.source(citation.source) for citation in account.citations)
    words = [say.date(account.dates), f"by {sources}" if sources else "", f"({account.note})" if account.note else ""]
    return " ".join(word for word in words if word)


def _of_terms(case: CheckInput) -> Iterator[Finding]:
    """Find the roles that date a term of a college otherwise than the first that dates it."""
    first: dict[tuple[str, str], tuple[str, When]] = {}
    for role in case.graph.roles:
        if role.term is None or role.term.dates is None:
            continue
        dates = role.term.dates
        other, told = first.setdefault((role.term.body, role.term.number.casefold()), (role.id, dates))
        if _dates_are_apart(dates.start, told.start) or _dates_are_apart(dates.end, told.end):
            yield case.finding(
                "roles", role.id,
                f"term {say.words(role.term.number)} of {say.body(role.term.body)} is dated {say.date(dates)} in role "
                f"{say.role(role)} and {say.date(told)} in role {say.role(other)}",
                "read in its source how long the term lasted, and give it alike in both", at=("term", "dates"),
            )  # fmt: skip


def _dates_are_apart(one: Point | None, other: Point | None) -> bool:
    """Tell whether two ends surely are not one day; what is about, open or unknown decides nothing."""
    if one is None or other is None or one.approximate or other.approximate:
        return False
    return one.last < other.first or other.last < one.first


_YEARS = 1
"""How many years a status may be older than the case: 12 months."""


@check("TIM102", Severity.WARNING, "roles", rests_on={"roles": ("as_of", "citations", "dates", "status")})
def open_role_without_as_of(case: CheckInput) -> Iterator[Finding]:
    """Find the open roles without a day for which they were true, or with one that is long past."""
    day = case.graph.case.as_of
    charged = {role.id for allegation in case.pursued for role in case.roles_of(allegation)}
    for role in case.graph.roles:
        is_open = role.dates.stated.is_open
        if is_open and role.status == "ended":
            yield case.finding(
                "roles", role.id, f"role {say.role(role)} has an open end and its status is `ended`",
                "write `status: current` or `status: unknown` with `as_of: …`, or give the last date", at=("dates",),
            )  # fmt: skip
        elif role.as_of is None and (is_open or role.status == "current"):
            yield case.finding(
                "roles", role.id, f"role {say.role(role)} goes on, and no day is given for which that was true",
                "add `as_of: …`, the day of the newest source that shows it", at=("dates",),
            )  # fmt: skip
        elif role.as_of and day and (is_open or role.status == "current") and _is_stale(role.as_of, day):
            yield _stale(case, role, role.as_of, day, role.id in charged)


def _is_stale(as_of: When, day: When) -> bool:
    """Tell whether more than a year lies between the last day that the one may mean and the first of the other."""
    last, first = as_of.last, day.first
    return (last.year + _YEARS, last.month, last.day) < (first.year, first.month, first.day)


def _stale(case: CheckInput, role: Role, as_of: When, day: When, is_charged: bool) -> Finding:
    is_open = is_approximate(as_of) or is_approximate(day)
    as_far = ", as far as approximate dates tell" if is_open else ""
    return case.finding(
        "roles", role.id,
        f"the status of role {say.role(role)}, {say.words(role.status)}, was true on {say.date(as_of)}, more than 12 "
        f"months before the day of the case, {say.date(day)}{as_far}",
        "look for a newer source and move `as_of` to its day, or give the last date of the role", at=("as_of",),
        severity=None if is_charged and not is_open else Severity.INFO,
        outcome=Outcome.CANNOT_TELL if is_open else Outcome.FAILED,
    )  # fmt: skip


NOTABLE = timedelta(days=183)
"""A gap that is longer is told: shorter ones come with many a change of post."""
_FEWEST = 3
"""Posts from which on a career is taken to be told as a whole."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Days on which surely none of some roles was held, between one that was and one that came."""

    before: Role
    after: Role
    first: date
    last: date

    @property
    def shown(self) -> str:
        """Its days."""
        return say.date(f"{self.first.isoformat()}/{self.last.isoformat()}")


@check("TIM116", Severity.WARNING, "roles", looks_at=records_of("roles", "allegations"))
def gap_in_career(case: CheckInput) -> Iterator[Finding]:
    """Look at the roles of each allegation, and at the posts of each person concerned."""
    for allegation in case.pursued:
        yield from _within_period(case, allegation)
    own = case.graph.case
    posts_of: dict[str, list[Role]] = {}
    for role in case.graph.roles:
        if role.full_time or not role.term:
            posts_of.setdefault(role.person, []).append(role)
    for person in dict.fromkeys((*own.persons_concerned, *(one for filing in own.filings for one in filing.persons))):
        posts = posts_of.get(person, [])
        for gap in _gaps(posts) if len(posts) >= _FEWEST else ():
            if gap.last - gap.first > NOTABLE:
                yield case.finding(
                    "roles", gap.after.id,
                    f"no post of {say.person(person)} is recorded from {gap.shown}, between {say.role(gap.before)} and "
                    f"{say.role(gap.after)}",
                    "look for the post held between and record it as a role; where the sources name none, say so in "
                    "the text and decide the finding",
                    at=("dates",), severity=Severity.INFO,
                )  # fmt: skip


def _within_period(case: CheckInput, allegation: Allegation) -> Iterator[Finding]:
    """Find the gaps with sure days of the period on both sides; one that ends in a gap misses a whole role."""
    held = case.roles_of(allegation)
    period = allegation.period
    if period is None or period.core is None or is_approximate(period):
        return
    for gap in _gaps(held):
        if period.core[0] < gap.first and gap.last < period.core[1]:
            yield case.finding(
                "allegations", allegation.id,
                f"the period {say.date(period)} includes {gap.shown}, when none of the alleged roles was held: "
                f"{say.role(gap.before)} was over and {say.role(gap.after)} had not begun",
                "narrow or divide the period, or name under `roles` the role held between; where something else "
                "answers for that time, say so in the particulars and decide the finding",
                at=("period",),
            )  # fmt: skip


def _gaps(roles: Iterable[Role]) -> Iterator[Gap]:
    """Give the times that no role may touch, in their order; a role whose beginning or end is open may touch all."""
    latest: tuple[date, Role] | None = None
    for first, last, role in sorted((_widest(role) for role in roles), key=lambda one: one[:2]):
        if latest and first - latest[0] > timedelta(days=1):
            yield Gap(latest[1], role, latest[0] + timedelta(days=1), first - timedelta(days=1))
        if latest is None or last > latest[0]:
            latest = last, role


def _widest(role: Role) -> tuple[date, date, Role]:
    """Return the first and last day on which the role may have been held, by any account and any seat."""
    tenure = role.dates
    told = [tenure.stated, *(when for when in (tenure.possible, tenure.certain) if when)]
    told += [account.dates for account in tenure.other_accounts]
    told += [seat.dates for seat in role.seats if seat.dates]
    if any(is_approximate(when) for when in told):
        return date.min, date.max, role
    first, last = min(when.first for when in told), max(when.last for when in told)
    return (first if tenure.start_known else date.min), (last if tenure.end_known else date.max), role


_CALLED = {"roles": "role", "commands": "relation"}


def _with_certain_dates(case: CheckInput) -> Iterator[Looked]:
    """Give the roles and relations with certain days."""
    yield from (Looked(f"{kind}/{key}") for kind, key, tenure in _tenures(case) if tenure.certain)


@check("TIM127", Severity.ERROR, "roles and commands", looks_at=_with_certain_dates)
def certain_beyond_possible(case: CheckInput) -> Iterator[Finding]:
    """Compare the two ranges of each tenure that has certain days."""
    for kind, record_id, tenure in _tenures(case):
        wide = tenure.possible or tenure.stated
        if tenure.certain and (begins_before(tenure.certain, wide) or ends_after(tenure.certain, wide)):
            what = "possible" if tenure.possible else "stated"
            yield case.finding(
                kind, record_id,
                f"{_CALLED[kind]} {say.of(kind, record_id)} is certain for {say.date(tenure.certain)}, beyond what is "
                f"{what}, {say.date(wide)}",
                f"read the dates again in their source, and correct `certain` or {say.words(what)}",
                at=("dates", "certain"),
            )  # fmt: skip


def _tenures(case: CheckInput) -> Iterator[tuple[str, str, Tenure]]:
    yield from (("roles", role.id, role.dates) for role in case.graph.roles)
    yield from (("commands", one.id, one.dates) for one in case.graph.commands if one.dates)
