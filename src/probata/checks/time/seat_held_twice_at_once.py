"""Two records have one person in one post at the same time, with other dates.

Compares the roles of each person in each post, by the days on which each was surely held. Two periods that share no
more than the day on which the one passes into the other are one career; two with the same dates say the same. A time as
acting holder is not compared with one as holder.

## Why it matters
A post is held once. Two records of it with different days are two versions of one tenure, and the other side takes the
one that leaves the conduct out.

## Example
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
positions: [{id: governor, title: Governor of North Prison}]
roles:
  - {id: r-1, person: wolk, seats: [governor], title: Governor of North Prison, dates: 2015-08/2017-04}
  - {id: r-2, person: wolk, seats: [governor], title: Governor of North Prison, dates: 2016-10/2018-01}
```

Use instead:
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
positions: [{id: governor, title: Governor of North Prison}]
roles:
  - {id: r-1, person: wolk, seats: [governor], title: Governor of North Prison, dates: 2015-08/2017-04}
  - {id: r-2, person: wolk, seats: [governor], title: Governor of North Prison, dates: 2017-04/2018-01}
```

## When to allow it
Where two rows of one source tell the post together with others, each for its own time, and that is how the source has
it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.tenures.sure_days import Days, share_days, sure_days
from probata.diagnostics import Severity, say
from probata.model.dates import When
from probata.model.role import Role


@dataclass(frozen=True, slots=True)
class Holding:
    """A seat of a role with the days on which it was surely held."""

    days: Days
    role: Role
    position: int
    """Position of the seat in the role."""

    @property
    def stated(self) -> When:
        """Its time as it is told."""
        return self.role.seats[self.position].dates or self.role.dates.stated


def run(case: CheckInput) -> Iterator[Finding]:
    """Go through the times of each person in each post in the order of their beginning."""
    by_seat: dict[tuple[str, str, bool], list[Holding]] = {}
    for role in case.graph.roles:
        for position, seat in enumerate(role.seats):
            if days := sure_days(role, seat):
                by_seat.setdefault((role.person, seat.position, role.acting), []).append(Holding(days, role, position))
    for (_, post, _), held in by_seat.items():
        yield from _at_once(case, post, sorted(held, key=lambda one: one.days))


def _at_once(case: CheckInput, post: str, held: list[Holding]) -> Iterator[Finding]:
    """Compare each with the one before it that lasts longest."""
    longest: Holding | None = None
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


def _differ(one: Holding, other: Holding) -> bool:
    return (one.stated.start, one.stated.end) != (other.stated.start, other.stated.end)


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the roles with a post; of one that was held on no sure day it cannot be told."""
    for role in case.graph.roles:
        if role.seats:
            is_sure = any(sure_days(role, seat) for seat in role.seats)
            yield Looked(f"roles/{role.id}", "" if is_sure else "on no day is it sure to have been held")


CHECK = Check("TIM126", "seat-held-twice-at-once", Severity.WARNING, "roles", run, looks_at=_looks_at)
