"""One person in two full-time roles of different bodies on the same day.

Looks at roles that are recorded as full-time, and at the days on which each was surely held. The day on which one ends
and the next begins belongs to both.

## Why it matters
A full-time post leaves no room for another. One of the periods is wrong, or the holder had little part in one of the
two: the other side will say in the one that is charged.

## Example
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
bodies: [{id: north, name: North Prison}, {id: board, name: Prison Board}]
positions: [{id: governor, title: Governor of North Prison, body: north}, {id: chair, title: Chair, body: board}]
roles:
  - {id: r-1, person: wolk, seats: [governor], title: Governor, full_time: true, dates: 2015/2017}
  - {id: r-2, person: wolk, seats: [chair], title: Chair, full_time: true, dates: 2016-05/2018}
```

Use instead:
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
bodies: [{id: north, name: North Prison}, {id: board, name: Prison Board}]
positions: [{id: governor, title: Governor of North Prison, body: north}, {id: chair, title: Chair, body: board}]
roles:
  - {id: r-1, person: wolk, seats: [governor], title: Governor, full_time: true, dates: 2015/2017}
  - {id: r-2, person: wolk, seats: [chair], title: Chair, full_time: true, dates: 2017/2018}
```

## When to allow it
Where the sources do say full-time of both.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.tenures.sure_days import Days, share_days, sure_days
from probata.diagnostics import Severity
from probata.model.position import Position
from probata.model.role import Role


def run(case: CheckInput) -> Iterator[Finding]:
    """Go through the full-time roles of each person in the order of their beginning."""
    by_person: dict[str, list[tuple[Days, int]]] = {}
    roles = case.graph.roles
    for number, role in enumerate(roles):
        days = sure_days(role) if role.full_time else None
        if days:
            by_person.setdefault(role.person, []).append((days, number))
    for held in by_person.values():
        yield from _at_once(case, [(days, roles[number]) for days, number in sorted(held)])


def _at_once(case: CheckInput, held: list[tuple[Days, Role]]) -> Iterator[Finding]:
    """Compare each role with the one before it that lasts longest."""
    longest: tuple[Days, Role] | None = None
    for days, role in held:
        if longest and share_days(longest[0], days) and _are_apart(_bodies(case, longest[1]), _bodies(case, role)):
            yield case.finding(
                "roles", role.id,
                f"role `{role.id}` is full-time from {days[0].isoformat()}, and so is `{longest[1].id}` of the same "
                f"person until {longest[0][1].isoformat()} at least",
                "read in the sources of both which was full-time, and from when to when", at=("full_time",),
            )  # fmt: skip
        if longest is None or days[1] > longest[0][1]:
            longest = days, role


def _bodies(case: CheckInput, role: Role) -> frozenset[str]:
    posts = (case.graph.find("positions", Position, seat.position) for seat in role.seats)
    return frozenset(post.body for post in posts if post and post.body)


def _are_apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether both have bodies and share none; of a post without a body nothing can be said."""
    return bool(one and other and not one & other)


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the full-time roles; of one that was held on no sure day it cannot be told."""
    for role in case.graph.roles:
        if role.full_time:
            yield Looked(f"roles/{role.id}", "" if sure_days(role) else "on no day is it sure to have been held")


CHECK = Check("TIM109", "two-full-time-posts", Severity.INFO, "roles", run, looks_at=_looks_at)
