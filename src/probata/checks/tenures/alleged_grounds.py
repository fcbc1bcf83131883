"""The roles of an allegation as it uses them: how long each was held, and on which grounds it answers for what time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from probata.checks.engine.case import CheckInput, Loc
from probata.checks.tenures.sure_days import Days, is_approximate
from probata.messages.wording import load_wording
from probata.model.allegation import Allegation
from probata.model.dates import Point, When
from probata.model.responsibility import Responsibility
from probata.model.role import Role
from probata.model.tenure import Tenure

_DAY = timedelta(days=1)


def as_stated(period: When) -> When:
    """Return a period with all the days of its first and last year or month, and an open end as one that goes on.

    A single date is no period: it is one day of its month or year, and stays as it is. So does what is approximate.
    """
    if not period.is_period or is_approximate(period):
        return period
    return When(period.text, _day(period.first), _day(period.last), is_period=True)


def going_on(period: When) -> When:
    """Return a period with an open end as one that goes on for ever; any other as it is."""
    return When(period.text, period.start, _day(date.max), is_period=True) if period.is_open else period


def left_by(tenures: Sequence[Tenure], period: When, as_of: When | None = None) -> tuple[Days, ...]:
    """Return the days of a period, as stated, that surely lie before some tenures, between two of them or after all.

    An open end is taken to the case's day. A tenure reaches as far as its dates allow, and between two as far as any
    account of it. Where the period is stated by months or years, a month of which a tenure covers a part is not left
    out. What is approximate, or without a day to which it goes on, leaves nothing for sure; nor does a single date.
    """
    widest = [tenure.possible or tenure.stated for tenure in tenures]
    if not widest or not period.is_period or is_approximate(period) or any(map(is_approximate, widest)):
        return ()
    first, last = min(when.first for when in widest), max(when.last for when in widest)
    end = period.end or (as_of.end if as_of else None)
    left: list[Days] = []
    if period.start and (begins := _month_of(first, period.start)[0]) > period.first:
        left.append((period.first, begins - _DAY))
    spans = sorted(_by_all_accounts(tenure) for tenure in tenures)
    reach = spans[0][1]
    for begins, ends in spans[1:]:
        if period.start and begins > reach:
            gap = _month_of(reach, period.start)[1] + _DAY, _month_of(begins, period.start)[0] - _DAY
            if period.first < gap[0] <= gap[1] < period.last:
                left.append(gap)
        reach = max(reach, ends)
    if end and (ends := _month_of(last, end)[1]) < end.last:
        left.append((ends + _DAY, end.last))
    return tuple((max(one[0], period.first), min(one[1], period.last)) for one in left)


def _by_all_accounts(tenure: Tenure) -> Days:
    """Return the first and last day on which a post may have been held, by any account of it."""
    stated = [tenure.possible or tenure.stated, *(account.dates for account in tenure.other_accounts)]
    first, last = min(when.first for when in stated), max(when.last for when in stated)
    is_open = any(map(is_approximate, stated))
    return (
        first if tenure.start_known and not is_open else date.min,
        last if tenure.end_known and not is_open else date.max,
    )


def _month_of(day: date, stated_by: Point) -> Days:
    """Return a day where the period is stated by the day, else its month."""
    month = Point(day.year, day.month)
    return (day, day) if stated_by.precision == 3 else (month.first, month.last)


def in_words(stretches: Iterable[Days]) -> str:
    """Write stretches of days, whole months as months: `January to March 2017 and June to December 2018`."""
    wording = load_wording("en-GB")
    return wording.join([wording.when(_as_written(*days)) for days in stretches])


def _as_written(first: date, last: date) -> When:
    """Return a stretch by its months where it is made of whole ones."""
    start, end = Point(first.year, first.month), Point(last.year, last.month)
    if (start.first, end.last) != (first, last):
        start, end = _day(first), _day(last)
    return When("", start, end, is_period=start != end)


def _day(day: date) -> Point:
    return Point(day.year, day.month, day.day)


@dataclass(frozen=True, slots=True)
class Held:
    """A role of an allegation with its position there, how long it was held, and its grounds there."""

    position: int
    role: Role
    tenure: Tenure
    grounds: tuple[Responsibility, ...]
    """Those of the allegation, or of the role record where it gives none."""
    are_own: bool
    """Whether the grounds stand in the allegation."""

    @property
    def loc(self) -> Loc:
        """Place of the role in the allegation."""
        return ("roles", self.position, "role")

    def loc_of(self, ground: int, field: str) -> Loc:
        """Return the place of a ground's field; that of the role where the grounds are the role record's."""
        return ("roles", self.position, "responsibility", ground, field) if self.are_own else self.loc

    @property
    def has_own_times(self) -> bool:
        """Whether each of its grounds has a period of its own, so that none is for all of the allegation's."""
        return bool(self.grounds) and all(ground.period for ground in self.grounds)


def held_roles(case: CheckInput, allegation: Allegation) -> tuple[Held, ...]:
    """Return the roles of an allegation in its order; one that is not recorded is left out."""
    return tuple(
        Held(position, role, tenure_of(role), alleged.grounds_from(role), bool(alleged.responsibility))
        for position, alleged in enumerate(allegation.roles)
        if (role := case.role(alleged.role))
    )


class GroundAt(NamedTuple):
    """A ground of responsibility with the record that states it, its place there and its role."""

    record: Role | Allegation
    loc: Loc
    role: Role
    ground: Responsibility


def each_ground(case: CheckInput) -> Iterator[GroundAt]:
    """Give the grounds that role records state, then those of the allegations put forward."""
    for role in case.graph.roles:
        for number, ground in enumerate(role.responsibility):
            yield GroundAt(role, ("responsibility", number), role, ground)
    for allegation in case.pursued:
        for position, alleged in enumerate(allegation.roles):
            named = case.role(alleged.role)
            for number, ground in enumerate(alleged.responsibility if named else ()):
                if named:
                    yield GroundAt(allegation, ("roles", position, "responsibility", number), named, ground)


def tenure_of(role: Role) -> Tenure:
    """Return the tenure of a role; one that is current as of a day was surely held until that day."""
    tenure, as_of = role.dates, role.as_of
    if tenure.certain or not tenure.stated.is_open or role.status != "current" or as_of is None:
        return tenure
    until = When(f"{tenure.stated.text} as of {as_of.text}", tenure.stated.start, as_of.start, is_period=True)
    return tenure.model_copy(update={"certain": until})


def timed_grounds(held: tuple[Held, ...]) -> Iterator[tuple[Held, int, Responsibility, When]]:
    """Give each ground that has a period of its own, with its role and its number there."""
    for one in held:
        for number, ground in enumerate(one.grounds):
            if ground.period:
                yield one, number, ground, ground.period


# When the conduct of an allegation is alleged to have been.


def times_of_conduct(case: CheckInput, allegation: Allegation) -> tuple[When, ...]:
    """Return the period of an allegation, or else the dates of its events, background aside; none without dates."""
    if allegation.period:
        return (allegation.period,)
    return tuple(event.dates for _, event in case.events_of(allegation) if event.dates)
