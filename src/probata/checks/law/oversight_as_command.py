"""Command that rests on membership, supervision or authorship.

Looks at the grounds of roles and of allegations whose `link` is one of those and whose `label` says command, and at the
membership of a college that is put forward as command without a direct superior.

## Why it matters
A member of a college commands nobody alone, and who supervises gives no orders. The word decides which provision
applies, and a wrong one costs the true ground with it.

## Example
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
roles:
  - id: r
    person: wolk
    title: Member of the Prison Board
    dates: 2015/2017
    responsibility: {label: command, link: member_of_deciding_body}
```

Use instead:
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
roles:
  - id: r
    person: wolk
    title: Member of the Prison Board
    dates: 2015/2017
    responsibility: {label: oversight, link: member_of_deciding_body}
```

## When to allow it
Where the member alone gave orders, by law or in fact: record that as a ground of its own with `link: direct_superior`.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput, Loc
from probata.checks.finding import Finding
from probata.checks.looked_at import roles_and_allegations
from probata.diagnostics import Severity, say
from probata.model.responsibility import Responsibility
from probata.model.role import Role

_NO_COMMAND = {
    "member_of_deciding_body": "membership of a deciding body",
    "supervising_body": "supervision",
    "author_or_promoter": "authorship or promotion",
}
"""Links that are no command, in words."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Look at each ground of each role and allegation."""
    for role in case.graph.roles:
        yield from _grounds(case, ("roles", role.id), (), role, role.responsibility)
    for allegation in case.pursued:
        for position, alleged in enumerate(allegation.roles):
            named = case.role(alleged.role)
            if named:
                at: Loc = ("roles", position)
                yield from _grounds(case, ("allegations", allegation.id), at, named, alleged.responsibility)


def _grounds(
    case: CheckInput, record: tuple[str, str], at: Loc, role: Role, grounds: tuple[Responsibility, ...]
) -> Iterator[Finding]:
    for position, ground in enumerate(grounds):
        place: Loc = (*at, "responsibility", position)
        what = _told_as(role, ground)
        if what:
            yield case.finding(
                *record, f"the responsibility from role {say.role(role)} is labelled `command` and rests on {what}",
                "label it `oversight`, or record the command with `link: direct_superior` and its source", at=place,
            )  # fmt: skip


def _told_as(role: Role, ground: Responsibility) -> str:
    """Return what a ground of command rests on, where that is no command."""
    if ground.label != "command":
        return ""
    if role.term and ground.link == "not_stated":
        return f"membership of the college {say.body(role.term.body)}"
    return _NO_COMMAND.get(ground.link, "")


CHECK = Check(
    "LAW123", "oversight-as-command", Severity.WARNING, "roles and allegations", run, looks_at=roles_and_allegations,
)  # fmt: skip
