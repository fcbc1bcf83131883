"""Two bodies are recorded in command of the same at the same time.

Looks at the relations of command over which a chain goes. Two are found where they surely share days and either lead
to one body that acts in an event charged, or are about the same thing by their `over`; and neither superior stands
under the other or belongs to it. A post inside the body that it leads is no second superior, and command by law beside
command in fact is left alone: that is a way to say who really commanded.

## Why it matters
Command responsibility asks who could order and stop those who acted. Where two could, by our own records, each will
point at the other.

## Example
```yaml
case: {title: Example}
bodies: [{id: board, name: Prison Board}, {id: police, name: City Police}, {id: north, name: North Prison}]
commands:
  - {id: a, superior: board, subordinate: north, kind: command_de_jure, dates: 2014/2020}
  - {id: b, superior: police, subordinate: north, kind: command_de_jure, dates: 2015/2018}
events: [{id: beatings, kind: incident, title: Beatings, dates: 2016-03, bodies: [north]}]
allegations: [{id: a, title: Beatings, statement: Prisoners were beaten., events: [beatings]}]
```

Use instead:
```yaml
case: {title: Example}
bodies: [{id: board, name: Prison Board}, {id: police, name: City Police}, {id: north, name: North Prison}]
commands:
  - {id: a, superior: board, subordinate: north, kind: command_de_jure, dates: 2014/2020, over: the guards}
  - {id: b, superior: police, subordinate: north, kind: command_de_jure, dates: 2015/2018, over: transfers to court}
events: [{id: beatings, kind: incident, title: Beatings, dates: 2016-03, bodies: [north]}]
allegations: [{id: a, title: Beatings, statement: Prisoners were beaten., events: [beatings]}]
```

## When to allow it
Where two did command together, and a source says how they shared it. Say so in the particulars.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.support.same_object import object_of
from probata.checks.tenures.commanded import charged_to
from probata.checks.tenures.uncovered import going_on
from probata.diagnostics import Severity, say
from probata.graph.chain_of_command import ChainOfCommand
from probata.model.command import CommandRelation
from probata.model.dates import Answer
from probata.model.position import Position


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare the relations that lead to one body, and those that are about one thing."""
    chain = ChainOfCommand(case.graph)
    lines = [one for one in case.graph.commands if one.id in chain.carrying and not _is_internal(case, one)]
    acting = {body for allegation in case.pursued for _, event in charged_to(case, allegation)
              for body in (*event.lead_bodies, *event.bodies)}  # fmt: skip
    groups: dict[tuple[str, ...], list[CommandRelation]] = {}
    for one in lines:
        if one.subordinate in acting:
            groups.setdefault(("to", one.subordinate), []).append(one)
    for one in (found for found in case.graph.commands if found.id in chain.carrying):
        if object_of(one.over):
            groups.setdefault(("over", *object_of(one.over)), []).append(one)
    told: set[frozenset[str]] = set()
    for group in groups.values():
        for first, second in combinations(group, 2):
            pair = frozenset((_body(case, first.superior), _body(case, second.superior)))
            if pair not in told and _are_rivals(case, chain, first, second):
                told.add(pair)
                yield _finding(case, first, second)


def _body(case: CheckInput, superior: str) -> str:
    """Return the body of a post, or the body itself."""
    post = case.graph.find("positions", Position, superior)
    return post.body if post and post.body else superior


def _is_internal(case: CheckInput, one: CommandRelation) -> bool:
    return _body(case, one.superior) == one.subordinate


def _are_rivals(case: CheckInput, chain: ChainOfCommand, one: CommandRelation, other: CommandRelation) -> bool:
    bodies = (_body(case, one.superior), _body(case, other.superior))
    if bodies[0] == bodies[1] or one.kind != other.kind:
        return False
    if (
        one.subordinate == other.subordinate
        and object_of(one.over) != object_of(other.over)
        and one.over
        and other.over
    ):
        return False
    if not one.dates or not other.dates:
        return False
    if going_on(one.dates.stated).overlaps(going_on(other.dates.stated)) is not Answer.CERTAIN:
        return False
    ends = [frozenset({body, relation.superior}) for body, relation in zip(bodies, (one, other), strict=True)]
    when = one.dates.stated
    return not (chain.reached(ends[0], when) & ends[1] or chain.reached(ends[1], when) & ends[0])


def _finding(case: CheckInput, first: CommandRelation, second: CommandRelation) -> Finding:
    what = say.body(first.subordinate) if first.subordinate == second.subordinate else say.words(second.over)
    return case.finding(
        "commands", second.id,
        f"{say.unit(first.superior)} and {say.unit(second.superior)} are both recorded in command of {what} at the "
        "same time",
        "say with `over` what each commanded, correct the class or the dates of one, or put one under the other",
        at=("superior",),
        notes=tuple(f"relation {say.command(one)}: {one.stated or one.kind}" for one in (first, second)),
    )  # fmt: skip


CHECK = Check("LAW151", "two-bodies-in-command", Severity.WARNING, "commands", run)
