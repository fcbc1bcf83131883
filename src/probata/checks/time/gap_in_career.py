"""Time between the posts of a person in which none is recorded.

Two things are found. Part of the period of an allegation lies between the roles on which it rests, when surely none of
them was held: that should be fixed. And, as a note, a person concerned of whom at least three posts are recorded held
none for more than six months between two of them. Membership of a college is no post by which a gap is filled, unless
it is full-time; all other roles count, and a date of a year alone counts with all its days.

## Why it matters
A career that is printed as a whole is read as a whole. What somebody did in the months that it leaves out is the first
question, and conduct charged in those months rests on no post.

## Example
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
roles:
  - {id: governor, person: wolk, title: Governor of North Prison, dates: 2015-01/2016-03}
  - {id: chair, person: wolk, title: Chair of the Prison Board, dates: 2017-02/2018-01}
allegations:
  - {id: a, title: Beatings, statement: S., period: 2015-06/2017-06, roles: [{role: governor}, {role: chair}]}
```

Use instead:
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
roles:
  - {id: governor, person: wolk, title: Governor of North Prison, dates: 2015-01/2017-01}
  - {id: chair, person: wolk, title: Chair of the Prison Board, dates: 2017-02/2018-01}
allegations:
  - {id: a, title: Beatings, statement: S., period: 2015-06/2017-06, roles: [{role: governor}, {role: chair}]}
```

## When to allow it
Where no source tells of the time between: say so in the text, and say in the particulars what answers for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import records_of
from probata.checks.tenures.sure_days import is_approximate
from probata.diagnostics import Severity, say
from probata.model.allegation import Allegation
from probata.model.role import Role

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


def run(case: CheckInput) -> Iterator[Finding]:
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


CHECK = Check("TIM116", "gap-in-career", Severity.WARNING, "roles", run, looks_at=records_of("roles", "allegations"))
