"""More persons in a post on one day than it has seats.

Looks at posts whose number of seats is recorded, and counts on each day the persons who surely held one. The day on
which one leaves and the next comes belongs to both, and an acting holder is not counted.

## Why it matters
If two persons held one post at once, one of them did not, and the other side will say that it was ours.

## Example
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}, {id: tarn, name: Jon Tarn}]
positions: [{id: governor, title: Governor of North Prison, seats: 1}]
roles:
  - {id: r-1, person: wolk, seats: [governor], title: Governor of North Prison, dates: 2015-08/2017-04}
  - {id: r-2, person: tarn, seats: [governor], title: Governor of North Prison, dates: 2016-10/2018-01}
```

Use instead:
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}, {id: tarn, name: Jon Tarn}]
positions: [{id: governor, title: Governor of North Prison, seats: 1}]
roles:
  - {id: r-1, person: wolk, seats: [governor], title: Governor of North Prison, dates: 2015-08/2017-04}
  - {id: r-2, person: tarn, seats: [governor], title: Governor of North Prison, dates: 2017-04/2018-01}
```

## When to allow it
Where the records show that two held it together for a time: correct `seats` then, if that was the rule.
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
from probata.model.position import Position
from probata.model.role import Role


@dataclass(frozen=True, slots=True)
class Holding:
    """A seat of a role with the days on which it was surely held."""

    days: Days
    role: Role
    position: int
    """Position of the seat in the role."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Go through the holders of each post in the order of their beginning."""
    for post_id, holdings in _by_post(case).items():
        post = case.graph.find("positions", Position, post_id)
        if post and post.seats:
            yield from _too_many(case, post, post.seats, sorted(holdings, key=lambda held: held.days))


def _by_post(case: CheckInput) -> dict[str, list[Holding]]:
    found: dict[str, list[Holding]] = {}
    for role in case.graph.roles:
        for position, seat in enumerate(() if role.acting else role.seats):
            if days := sure_days(role, seat):
                found.setdefault(seat.position, []).append(Holding(days, role, position))
    return found


def _too_many(case: CheckInput, post: Position, seats: int, holdings: list[Holding]) -> Iterator[Finding]:
    """Tell each holding that begins while the seats are taken; only those that last are carried on."""
    held: list[Holding] = []
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


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the roles, none of them acting, in a post whose seats are counted."""
    for role in case.graph.roles:
        posts = (case.graph.find("positions", Position, seat.position) for seat in role.seats)
        if not role.acting and any(post and post.seats for post in posts):
            yield Looked(f"roles/{role.id}")


CHECK = Check(
    "TIM106", "two-holders-of-one-seat", Severity.WARNING, "roles", run, looks_at=_looks_at,
    rests_on={"roles": ("acting", "as_of", "citations", "dates", "person", "seats", "status")},
)  # fmt: skip
