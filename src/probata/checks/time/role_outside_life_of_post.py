"""A role from before its post or body existed, from after it was gone, or from outside the life of its holder.

Compares the days on which each role was surely held with the creation and abolition of its posts, the founding and
dissolution of their bodies, the birth and death of the person, and the term of the college where one is recorded.

## Why it matters
Nobody holds a post that does not exist. One of the two dates is wrong, and whoever knows the body sees it at once.

## Example
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
positions: [{id: governor, title: Governor of North Prison, created: 2016-05-01}]
roles: [{id: r, person: wolk, seats: [governor], title: Governor of North Prison, dates: 2015-08/2017-04}]
```

Use instead:
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
positions: [{id: governor, title: Governor of North Prison, created: 2015-08}]
roles: [{id: r, person: wolk, seats: [governor], title: Governor of North Prison, dates: 2015-08/2017-04}]
```

## When to allow it
Where the person was appointed ahead of the founding, or wound the body up: say so in the decision. A college may sit on
after its term until the next is chosen.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from probata.checks.check import Check
from probata.checks.check_input import CheckInput, Loc
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.tenures.sure_days import Days, is_approximate, sure_days
from probata.diagnostics import Severity, say
from probata.model.body import Body
from probata.model.cited_value import CitedDate
from probata.model.dates import When
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


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare each role, and each post held under it, with what bounds it."""
    for role in case.graph.roles:
        days = sure_days(role)
        if days:
            yield from _beyond(case, role, days, (*_of_person(case, role), *_of_term(role)), ("dates",))
        for position, seat in enumerate(role.seats):
            held = sure_days(role, seat)
            if held:
                yield from _beyond(case, role, held, _of_post(case, seat.position), ("seats", position))


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


def _of_post(case: CheckInput, position_id: str) -> tuple[Limit, ...]:
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


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the roles; of one that was held on no sure day it cannot be told."""
    for role in case.graph.roles:
        is_sure = sure_days(role) or any(sure_days(role, seat) for seat in role.seats)
        yield Looked(f"roles/{role.id}", "" if is_sure else "on no day is it sure to have been held")


CHECK = Check("TIM105", "role-outside-life-of-post", Severity.ERROR, "roles", run, looks_at=_looks_at)
