"""A post of the person charged is named by no allegation, and its body acts in what is charged.

Looks at each role with several posts. An allegation uses those whose body it names, or all where it names none of their
bodies. Found is a post that none of the allegations on its role uses, though its body acts in an event that one of them
charges. So is a whole role of a person charged that no allegation names and that was perhaps held then, unless it is
`context_only`.

## Why it matters
A post that was left out looks forgotten, or as if it did not fit. It may be the one from which command follows.

## Example
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
bodies: [{id: board, name: Prison Board}, {id: north, name: North Prison}]
positions: [{id: chair, title: Chair, body: board}, {id: head, title: Head, body: north}]
roles: [{id: r, person: wolk, seats: [chair, head], title: Chair, dates: 2015/2017, responsibility: command}]
events: [{id: beatings, kind: incident, title: Beatings, dates: 2016-03, bodies: [north, board]}]
allegations:
  - {id: a, title: T, statement: S., roles: [{role: r}], bodies: [board], events: [beatings]}
```

Use instead:
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
bodies: [{id: board, name: Prison Board}, {id: north, name: North Prison}]
positions: [{id: chair, title: Chair, body: board}, {id: head, title: Head, body: north}]
roles: [{id: r, person: wolk, seats: [chair, head], title: Chair, dates: 2015/2017, responsibility: command}]
events: [{id: beatings, kind: incident, title: Beatings, dates: 2016-03, bodies: [north, board]}]
allegations:
  - {id: a, title: T, statement: S., roles: [{role: r}], bodies: [board, north], events: [beatings]}
```

## When to allow it
Where the post had nothing to do with what is charged. Say so in the particulars.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.tenures.commanded import charged_to, starts_of
from probata.diagnostics import Severity, say
from probata.model.allegation import Allegation
from probata.model.dates import Answer
from probata.model.position import Position
from probata.model.role import Role

_NAMED = "name its body under `bodies` of the allegation"
_NOT_ALLEGED = "rest an allegation on the role, or mark it `context_only: true`"


def run(case: CheckInput) -> Iterator[Finding]:
    """Look at the posts of each role of a person charged."""
    by_role, by_person = _allegations_by(case)
    for role in case.graph.roles:
        if role.person not in by_person or role.context_only:
            continue
        using = by_role.get(role.id, [])
        used = {start for allegation in using for start in starts_of(case, role, allegation)}
        for place, seat in enumerate(role.seats):
            post = case.graph.find("positions", Position, seat.position)
            body = post.body if post and seat.position not in used else None
            event = _event_of(case, role, body, using or by_person[role.person]) if body else None
            if event:
                yield case.finding(
                    "roles", role.id,
                    f"post {say.post(seat.position)} is named by no allegation, and its body {say.body(body)} acts in "
                    f"{say.event(event)}",
                    f"{_NAMED if using else _NOT_ALLEGED}; where the post had nothing to do with it, say so in the "
                    "particulars and decide the finding",
                    at=("seats", place),
                )  # fmt: skip


def _allegations_by(case: CheckInput) -> tuple[Mapping[str, list[Allegation]], Mapping[str, list[Allegation]]]:
    """Return the allegations put forward by the roles that they rest on, and by the persons who held these."""
    by_role: defaultdict[str, list[Allegation]] = defaultdict(list)
    by_person: defaultdict[str, list[Allegation]] = defaultdict(list)
    for allegation in case.pursued:
        roles = case.roles_of(allegation)
        for role_id in dict.fromkeys(role.id for role in roles):
            by_role[role_id].append(allegation)
        for person in dict.fromkeys(role.person for role in roles):
            by_person[person].append(allegation)
    return by_role, by_person


def _event_of(case: CheckInput, role: Role, body: str, own: list[Allegation]) -> str | None:
    """Return an event charged in which a body acts, at a time that does not surely lie outside the role."""
    for allegation in own:
        for _, event in charged_to(case, allegation):
            when = allegation.period or event.dates
            is_then = when is None or role.dates.touches(when) is not Answer.NO
            if is_then and body in (*event.lead_bodies, *event.bodies):
                return event.id
    return None


CHECK = Check("LAW156", "seat-not-charged", Severity.INFO, "roles", run)
