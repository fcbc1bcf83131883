"""One stands over another that stands over it at the same time, or two bodies are part of each other.

Follows the relations of command that a source states, and the bodies that are part of others, on each day on which one
of them begins. A circle is found at one of its links. Relations that were so at different times make none, nor do those
recorded as `inferred`, oversight and coordination; one without dates may have been so at any time, and an approximate
date decides nothing. Where some links are by law and others in fact it is a note: the two may run against each other.

## Why it matters
Who commands whom is the backbone of the charge. A circle says of everybody in it that they were under those whom they
commanded, and lets each point to the next.

## Example
```yaml
case: {title: Example}
bodies: [{id: guard, name: Prison Guard}, {id: north, name: North Prison}]
commands:
  - {id: guard-north, superior: guard, subordinate: north, kind: command_de_jure, dates: 2014/2020}
  - {id: north-guard, superior: north, subordinate: guard, kind: command_de_jure, dates: 2016/2018}
```

Use instead:
```yaml
case: {title: Example}
bodies: [{id: guard, name: Prison Guard}, {id: north, name: North Prison}]
commands:
  - {id: guard-north, superior: guard, subordinate: north, kind: command_de_jure, dates: 2014/2015}
  - {id: north-guard, superior: north, subordinate: guard, kind: command_de_jure, dates: 2016/2018}
```

## When to allow it
Where two bodies did give each other orders, each in a field of its own, and `over` says which.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.tenures.circles import Link, circles
from probata.checks.tenures.sure_days import Days, is_approximate
from probata.checks.tenures.uncovered import going_on
from probata.diagnostics import Severity, say
from probata.graph.chain_of_command import COMMANDS
from probata.model.dates import When
from probata.model.tenure import Tenure

_ALWAYS = (date.min, date.max)
_SHOWN = 6
"""Links of a circle that are named one by one."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Look for circles of command, then of parts: who commands may well be part of what is commanded."""
    for links in (_commands(case), _parts(case)):
        for circle in circles(list(links)):
            yield _finding(case, circle)


def _commands(case: CheckInput) -> Iterator[Link]:
    for one in case.graph.commands:
        days = _days(one.dates) if one.shown_kind in COMMANDS else None
        if days:
            yield Link(one.superior, one.subordinate, one.kind, ("commands", one.id), ("superior",), days)


def _parts(case: CheckInput) -> Iterator[Link]:
    for body in case.graph.bodies:
        for position, relation in enumerate(body.relations):
            days = _days(relation.dates) if relation.kind == "part_of" else None
            if days:
                at = ("relations", position, "body")
                yield Link(relation.body, body.id, relation.kind, ("bodies", body.id), at, days)


def _days(dates: Tenure | When | None) -> Days | None:
    """Return the days on which a relation surely held: all where it has none, up to its open end where it has one."""
    if dates is None:
        return _ALWAYS
    when = (dates.certain or dates.stated) if isinstance(dates, Tenure) else dates
    if is_approximate(when):
        return None
    is_shown_last = isinstance(dates, Tenure) and not dates.end_known
    return (when if is_shown_last else going_on(when)).core


def _finding(case: CheckInput, circle: list[Link]) -> Finding:
    first, *others = circle
    message = f"{first.words}, and at the same time {say.body(first.below)} stands over {say.body(first.above)}"
    if first.kind == "part_of":
        message = f"{first.words}, and at the same time {say.body(first.above)} is part of {say.body(first.below)}"
    if not others:
        message = (
            f"{say.body(first.above)} is recorded {'as a part of itself' if first.kind == 'part_of' else 'over itself'}"
        )
    return case.finding(
        *first.record, message,
        "read in the sources which of them stood over the other, and correct the link that is the wrong way round, or "
        "give each its time",
        at=first.at, notes=tuple(link.words for link in others[:_SHOWN]),
        severity=Severity.INFO if len({link.kind for link in circle}) > 1 else None,
    )  # fmt: skip


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the relations of command and the bodies that are part of another."""
    yield from (Looked(f"commands/{one.id}") for one in case.graph.commands if one.shown_kind in COMMANDS)
    for body in case.graph.bodies:
        if any(relation.kind == "part_of" for relation in body.relations):
            yield Looked(f"bodies/{body.id}")


CHECK = Check("STR139", "circle-of-command", Severity.WARNING, "commands and bodies", run, looks_at=_looks_at)
