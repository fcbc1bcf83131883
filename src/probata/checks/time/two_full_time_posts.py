"""One person in two full-time roles of different bodies on the same day.

Looks at roles that are recorded as full-time, and at the days on which each was surely held. The day on which one ends
and the next begins belongs to both.

A full-time role, or one of command, beside any other role of another body is found where both were surely held for more
than a month. Side functions, part-time roles, seats in a college that are not full-time, and a group that the other
body established are left alone.

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
from probata.diagnostics import Severity, say
from probata.model.position import Position
from probata.model.role import Role

_MONTH = 31
"""Days of a handing-over, for which two posts may overlap."""
_SERVES = frozenset({"established_by", "secretariat_of"})
"""Relations by which one body works for another, so that a seat in both is one work."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Go through the full-time roles of each person in the order of their beginning, then through the others."""
    by_person: dict[str, list[tuple[Days, int]]] = {}
    roles = case.graph.roles
    for number, role in enumerate(roles):
        if days := sure_days(role):
            by_person.setdefault(role.person, []).append((days, number))
    for known in by_person.values():
        held = [(days, roles[number]) for days, number in sorted(known)]
        yield from _at_once(case, [one for one in held if one[1].full_time])
        yield from _beside(case, held)


def _beside(case: CheckInput, held: list[tuple[Days, Role]]) -> Iterator[Finding]:
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
    return _are_apart(first, second) and not any(
        relation.kind in _SERVES and {body.id, relation.body} & first and {body.id, relation.body} & second
        for body in case.graph.bodies
        for relation in body.relations
    )


def _at_once(case: CheckInput, held: list[tuple[Days, Role]]) -> Iterator[Finding]:
    """Compare each role with the one before it that lasts longest."""
    longest: tuple[Days, Role] | None = None
    for days, role in held:
        if longest and share_days(longest[0], days) and _are_apart(_bodies(case, longest[1]), _bodies(case, role)):
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
    posts = (case.graph.find("positions", Position, seat.position) for seat in role.seats)
    return frozenset(post.body for post in posts if post and post.body)


def _are_apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether both have bodies and share none; of a post without a body nothing can be said."""
    return bool(one and other and not one & other)


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the roles; of one that was held on no sure day it cannot be told."""
    for role in case.graph.roles:
        if role.full_time or len(case.graph.roles_of(role.person)) > 1:
            yield Looked(f"roles/{role.id}", "" if sure_days(role) else "on no day is it sure to have been held")


CHECK = Check("TIM109", "two-full-time-posts", Severity.INFO, "roles", run, looks_at=_looks_at)
