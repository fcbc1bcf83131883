"""One role whose responsibility is told in different ways.

Finds roles that are graded or labelled otherwise in an allegation than in the role's own record or in another
allegation: command here and oversight there, or direct here and ultimate there, over the same people or things.

## Why it matters
Command and oversight lead to different provisions, and oversight often to none. Told both ways, the weaker one will be
held against the stronger.

## Example
```yaml
case:
  title: Example
people:
  - {id: mara-wolk, name: Mara Wolk}
roles:
  - id: governor
    person: mara-wolk
    title: Governor of North Prison
    dates: 2015/2017
    responsibility: oversight
allegations:
  - id: beatings
    title: Beatings at North Prison
    statement: Prisoners were beaten in North Prison in 2016.
    roles:
      - {role: governor, responsibility: command}
```

Use instead:
```yaml
case:
  title: Example
people:
  - {id: mara-wolk, name: Mara Wolk}
roles:
  - id: governor
    person: mara-wolk
    title: Governor of North Prison
    dates: 2015/2017
    responsibility: [command, oversight]
allegations:
  - id: beatings
    title: Beatings at North Prison
    statement: Prisoners were beaten in North Prison in 2016.
    roles:
      - {role: governor, responsibility: command}
```

## When to allow it
Where the role brought the one over some people and the other over others: say so with `over: …` in each place.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from probata.checks.check import Check
from probata.checks.check_input import CheckInput, Loc
from probata.checks.finding import Finding
from probata.checks.looked_at import roles_and_allegations
from probata.checks.support.same_object import object_of
from probata.diagnostics import Severity, say
from probata.model.dates import Answer
from probata.model.responsibility import Responsibility


@dataclass(frozen=True, slots=True)
class Telling:
    """What one record says of the responsibility that a role brings."""

    kind: str
    record_id: str
    loc: Loc
    grounds: tuple[Responsibility, ...]


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare, for each role, what its record and the allegations say, and the grounds of each with one another."""
    for role_id, told in _tellings(case).items():
        before: tuple[Responsibility, ...] = ()
        for telling in told:
            difference = _difference(told[0].grounds if before else (), before, telling.grounds)
            if difference:
                yield _finding(case, role_id, telling, difference, told[0])
            elif within := _two_grades(telling.grounds):
                yield _finding(case, role_id, telling, within)
            before += telling.grounds


def _finding(case: CheckInput, role_id: str, told: Telling, difference: str, first: Telling | None = None) -> Finding:
    notes = (f"first told in {case.graph.span(first.kind, first.record_id, *first.loc)}",) if first else ()
    return case.finding(
        told.kind, told.record_id, f"the responsibility from role {say.role(role_id)} is {difference}",
        "state it in one way, or say with `over: …` over whom each is meant", at=told.loc, notes=notes,
    )  # fmt: skip


def _tellings(case: CheckInput) -> dict[str, list[Telling]]:
    """Return what is told of each role, the role's own record first; places that say nothing are left out."""
    told: dict[str, list[Telling]] = {}
    for role in case.graph.roles:
        if role.responsibility:
            told.setdefault(role.id, []).append(Telling("roles", role.id, ("responsibility",), role.responsibility))
    for allegation in case.pursued:
        for position, alleged in enumerate(allegation.roles):
            if alleged.responsibility:
                loc: Loc = ("roles", position, "responsibility")
                telling = Telling("allegations", allegation.id, loc, alleged.responsibility)
                told.setdefault(alleged.role, []).append(telling)
    return told


def _difference(
    first: tuple[Responsibility, ...], before: tuple[Responsibility, ...], told: tuple[Responsibility, ...]
) -> str:
    """Say how a telling differs from the first, or from others before it where the first says nothing of that object.

    Nothing where it agrees: an allegation may use one of several grounds.
    """
    for ground in told:
        peers = [one for one in first if _are_about_the_same(one, ground)]
        peers = peers or [one for one in before if _are_about_the_same(one, ground)]
        labels = {one.shown_label for one in peers if one.shown_label}
        if ground.shown_label and labels and ground.shown_label not in labels:
            return f"{say.words(ground.shown_label)} here and {_quoted(labels)} elsewhere"
        grades = {one.grade for one in peers if one.grade and one.shown_label == ground.shown_label}
        if ground.grade and grades and ground.grade not in grades:
            return f"{say.words(ground.grade)} here and {_quoted(grades)} elsewhere"
    return ""


def _two_grades(grounds: tuple[Responsibility, ...]) -> str:
    """Say which grades one record gives at once, over the same and at the same time."""
    graded = [one for one in grounds if one.grade and not one.alternative]
    for position, ground in enumerate(graded):
        for other in graded[:position]:
            is_same = ground.shown_label == other.shown_label and _are_about_the_same(ground, other)
            if is_same and ground.grade != other.grade:
                return f"both {_quoted({str(ground.grade), str(other.grade)})} over the same in one record"
    return ""


def _are_about_the_same(one: Responsibility, other: Responsibility) -> bool:
    """Tell whether two grounds have one object, and not surely two times."""
    if object_of(one.over) != object_of(other.over):
        return False
    return not (one.period and other.period) or one.period.overlaps(other.period) is not Answer.NO


def _quoted(words: Collection[str]) -> str:
    return " and ".join(say.words(word) for word in sorted(words))


CHECK = Check(
    "LAW105", "responsibility-told-differently", Severity.WARNING, "roles and allegations", run,
    looks_at=roles_and_allegations,
)  # fmt: skip
