"""Command, of a ground or between two bodies, that is described as membership, supervision or authorship.

Looks at the grounds of roles and of allegations whose `link` is one of those and whose `label` says command, and at the
membership of a college that is put forward as command without a direct superior. Of the other grounds of command, and
of the relations in `commands.yaml` that are command, it reads how the source puts it (`stated`), in English, French and
Spanish: found are words of supervision, coordination or membership with no word of command beside them. A relation that
is our own reading is left alone: it carries no chain of command.

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
Where the source says elsewhere that orders were given: quote that in `stated`.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput, Loc
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked, roles_and_allegations
from probata.checks.texts.word_lists import any_of, languages_of
from probata.diagnostics import Severity
from probata.graph.hop import COMMANDS
from probata.model.command import CommandRelation
from probata.model.responsibility import Responsibility
from probata.model.role import Role

_NO_COMMAND = {
    "member_of_deciding_body": "membership of a deciding body",
    "supervising_body": "supervision",
    "author_or_promoter": "authorship or promotion",
}
"""Links that are no command, in words."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Look at each ground of each role and allegation, and at each relation of command."""
    for role in case.graph.roles:
        yield from _grounds(case, ("roles", role.id), (), role, role.responsibility)
    for relation in _commands(case):
        if word := _word_of_oversight(case, relation.stated):
            yield case.finding(
                "commands", relation.id,
                f"`{relation.id}` is recorded as `{relation.kind}`, and its `stated` tells of `{word}` alone",
                "record it as `oversight` or `coordination`, or quote in `stated` where the source tells of orders",
                at=("stated",),
            )  # fmt: skip
    for allegation in case.pursued:
        for position, alleged in enumerate(allegation.roles):
            named = case.role(alleged.role)
            if named:
                at: Loc = ("roles", position)
                yield from _grounds(case, ("allegations", allegation.id), at, named, alleged.responsibility)


def _commands(case: CheckInput) -> Iterator[CommandRelation]:
    yield from (one for one in case.graph.commands if one.shown_kind in COMMANDS)


def _grounds(
    case: CheckInput, record: tuple[str, str], at: Loc, role: Role, grounds: tuple[Responsibility, ...]
) -> Iterator[Finding]:
    for position, ground in enumerate(grounds):
        place: Loc = (*at, "responsibility", position)
        what = _told_as(role, ground)
        if what:
            yield case.finding(
                *record, f"the responsibility from role `{role.id}` is labelled `command` and rests on {what}",
                "label it `oversight`, or record the command with `link: direct_superior` and its source", at=place,
            )  # fmt: skip
        elif ground.shown_label == "command" and (word := _word_of_oversight(case, ground.stated)):
            yield case.finding(
                *record,
                f"the responsibility from role `{role.id}` is command, and its `stated` tells of `{word}` alone",
                "label it `oversight`, or quote in `stated` where the source tells of orders", at=(*place, "stated"),
            )  # fmt: skip


def _word_of_oversight(case: CheckInput, stated: str | None) -> str:
    """Return the first word of oversight where none of command stands beside it; nothing in other languages."""
    language = case.graph.case.language.partition("-")[0]
    if not stated or language not in languages_of("oversight"):
        return ""
    found = any_of("oversight", "oversight", language).search(stated)
    return found[0] if found and not any_of("oversight", "command", language).search(stated) else ""


def _told_as(role: Role, ground: Responsibility) -> str:
    """Return what a ground of command rests on, where that is no command."""
    if ground.label != "command":
        return ""
    if role.term and ground.link == "not_stated":
        return f"membership of the college `{role.term.body}`"
    return _NO_COMMAND.get(ground.link, "")


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    yield from roles_and_allegations(case)
    yield from (Looked(f"commands/{one.id}") for one in _commands(case))


CHECK = Check(
    "LAW123", "oversight-as-command", Severity.WARNING, "roles, commands and allegations", run, looks_at=_looks_at,
)  # fmt: skip
