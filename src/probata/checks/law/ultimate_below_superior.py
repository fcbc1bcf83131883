"""A responsibility graded `ultimate`, and a recorded superior above the post or its body.

Looks at each role that its record, or an allegation, grades as ultimate, and finds the command relations in which its
post or the body of its post is the subordinate at the time. A post of the role itself is no superior, nor is one that
only our own reading puts above.

## Why it matters
Ultimate means that nobody stands above. Where our own records name who does, the word is the first that falls.

## Example
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
bodies: [{id: board, name: Prison Board}, {id: ministry, name: Ministry}]
positions: [{id: chair, title: Chair of the Prison Board, body: board}]
commands: [{id: ministry-board, superior: ministry, subordinate: board, kind: command_de_jure, dates: 2010/2020}]
roles:
  - id: r
    person: wolk
    seats: [chair]
    title: Chair
    dates: 2015/2017
    responsibility: {label: command, grade: ultimate}
```

Use instead:
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
bodies: [{id: board, name: Prison Board}, {id: ministry, name: Ministry}]
positions: [{id: chair, title: Chair of the Prison Board, body: board}]
commands: [{id: ministry-board, superior: ministry, subordinate: board, kind: command_de_jure, dates: 2010/2020}]
roles:
  - id: r
    person: wolk
    seats: [chair]
    title: Chair
    dates: 2015/2017
    responsibility: {label: command, grade: direct}
```

## When to allow it
Where `over` says over what it is ultimate, and the superior has no say in that.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput, Loc
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.diagnostics import Severity, say
from probata.graph.chain_of_command import COMMANDS
from probata.model.command import CommandRelation
from probata.model.dates import Answer
from probata.model.position import Position
from probata.model.responsibility import Responsibility
from probata.model.role import Role


def run(case: CheckInput) -> Iterator[Finding]:
    """Find, once for each role, the superiors of one that is called ultimate."""
    above: dict[str, list[CommandRelation]] = {}
    for relation in case.graph.commands:
        if relation.shown_kind in COMMANDS:
            above.setdefault(relation.subordinate, []).append(relation)
    told: set[str] = set()
    for kind, record_id, loc, role in _ultimate(case):
        found = _superiors(case, role, above) if role.id not in told else []
        told.add(role.id)
        if found:
            yield _finding(case, kind, record_id, loc, role, found)


def _ultimate(case: CheckInput) -> Iterator[tuple[str, str, Loc, Role]]:
    """Give each place that grades a role as ultimate, the roles' own records first."""
    for role in case.graph.roles:
        for loc in _grades(role.responsibility):
            yield "roles", role.id, loc, role
    for allegation in case.pursued:
        for position, alleged in enumerate(allegation.roles):
            named = case.role(alleged.role)
            for loc in _grades(alleged.responsibility) if named else ():
                if named:
                    yield "allegations", allegation.id, ("roles", position, *loc), named


def _grades(grounds: tuple[Responsibility, ...]) -> Iterator[Loc]:
    for position, ground in enumerate(grounds):
        if ground.grade == "ultimate":
            yield "responsibility", position, "grade"


def _superiors(case: CheckInput, role: Role, above: dict[str, list[CommandRelation]]) -> list[CommandRelation]:
    own = {seat.position for seat in role.seats}
    posts = (case.graph.find("positions", Position, post) for post in own)
    below = [*(seat.position for seat in role.seats), *sorted({post.body for post in posts if post and post.body})]
    found = (relation for one in below for relation in above.get(one, ()) if relation.superior not in {*own, *below})
    return [one for one in found if not one.dates or one.dates.touches(role.dates.stated) is not Answer.NO]


def _finding(
    case: CheckInput, kind: str, record_id: str, loc: Loc, role: Role, found: list[CommandRelation]
) -> Finding:
    first = found[0]
    return case.finding(
        kind, record_id,
        f"role {say.role(role)} is graded `ultimate`, and {_called(case, first.superior)} is recorded above "
        f"{_called(case, first.subordinate)}",
        "say with `over` over what it is ultimate, grade it `direct`, or correct the class of the relation",
        at=loc, notes=tuple(map(_note, found)),
    )  # fmt: skip


def _called(case: CheckInput, key: str) -> str:
    return f"{'post' if case.graph.has('positions', key) else 'body'} {say.unit(key)}"


def _note(relation: CommandRelation) -> str:
    """Say how the case classes a relation, apart from the words of its source: the class is the case's reading."""
    words = f", from these words of its source: {relation.stated}" if relation.stated else ""
    return f"relation {say.command(relation)} is classed {say.words(relation.kind)} by this case{words}"


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the records in which a role is graded ultimate, each role at its first."""
    first: dict[str, str] = {}
    for kind, record_id, _, role in _ultimate(case):
        first.setdefault(role.id, f"{kind}/{record_id}")
    yield from map(Looked, dict.fromkeys(first.values()))


CHECK = Check(
    "LAW122", "ultimate-below-superior", Severity.WARNING, "what is graded as ultimate", run, looks_at=_looks_at
)
