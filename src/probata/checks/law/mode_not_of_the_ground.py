"""The responsibility of superiors is named, and no ground of the allegation is such a relation.

Looks at the provisions of allegations that the catalogue has as modes of liability of superiors: article 28(a) of the
Rome Statute for military commanders, 28(b) for others. It compares the plain word and the `setting` of each ground: a
ground of oversight is neither, one in a civilian setting is not of 28(a), one in a military setting not of 28(b). Where
the setting is not stated, 28(a) cannot be told, and that is a note. That a ground belongs to a mode is our own reading.
Provisions marked `contention: true` and allegations without a ground are left aside.

## Why it matters
The two modes ask for different knowledge, and neither is met by a seat in a supervising body. Whoever charges the wrong
one proves the wrong elements.

## Example
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
roles: [{id: r, person: wolk, title: Member of the Prison Board, dates: 2015/2017}]
allegations:
  - id: a
    title: Beatings
    statement: Prisoners were beaten.
    roles: [{role: r, responsibility: {link: supervising_body, setting: civilian}}]
    provisions: [{instrument: rome-statute, provision: 28(a)}]
```

Use instead:
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
roles: [{id: r, person: wolk, title: Commander of the Guard, dates: 2015/2017}]
allegations:
  - id: a
    title: Beatings
    statement: Prisoners were beaten.
    roles: [{role: r, responsibility: {link: direct_superior, setting: military_or_like}}]
    provisions: [{instrument: rome-statute, provision: 28(a)}]
```

## When to allow it
Where it is argued that a civilian acted effectively as a military commander: record that as a ground of its own with
`setting: military_or_like`, or write `contention: true`.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding, Outcome
from probata.checks.looked_at import Looked
from probata.checks.tenures.alleged_grounds import held_roles
from probata.diagnostics import Severity, say
from probata.law import Mode
from probata.law.instrument import normalise_number
from probata.model.allegation import Allegation
from probata.model.dates import Answer
from probata.model.responsibility import Responsibility
from probata.model.role import Role


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare each mode of superiors that an allegation names with the grounds of its roles."""
    for allegation in case.pursued:
        grounds = [(held.role, ground) for held in held_roles(case, allegation) for ground in held.grounds]
        for position, mode in _modes_named(case, allegation) if grounds else ():
            answers = {mode.may_be_of(ground) for _, ground in grounds}
            if Answer.CERTAIN not in answers:
                yield _finding(case, allegation, position, mode, grounds, Answer.POSSIBLE in answers)


def _modes_named(case: CheckInput, allegation: Allegation) -> Iterator[tuple[int, Mode]]:
    """Give the modes with a setting, which are those of superiors, that an allegation names as settled law."""
    for position, alleged in enumerate(allegation.provisions):
        number = normalise_number(alleged.provision or "")
        for mode in case.catalogue.modes:
            is_named = mode.instrument == alleged.instrument and normalise_number(mode.provision) == number
            if is_named and mode.settings and not alleged.contention:
                yield position, mode


def _finding(
    case: CheckInput,
    allegation: Allegation,
    position: int,
    mode: Mode,
    grounds: list[tuple[Role, Responsibility]],
    is_open: bool,
) -> Finding:
    instrument = case.catalogue.instrument(mode.instrument)
    words = f"{instrument.abbreviation} {instrument.pinpoint(mode.provision)}" if instrument else say.words(mode.id)
    lacks = "no ground that it gives states the setting" if is_open else "no ground that it gives is of that kind"
    return case.finding(
        "allegations", allegation.id,
        f"allegation {say.allegation(allegation)} names {words}, the {mode.label}, and {lacks}",
        "record the `link` and the `setting` of the ground with their source, or name the provision that fits it",
        at=("provisions", position, "provision"), notes=tuple(dict.fromkeys(_told(*one) for one in grounds)),
        severity=Severity.INFO if is_open else None,
        outcome=Outcome.CANNOT_TELL if is_open else Outcome.FAILED,
    )  # fmt: skip


def _told(role: Role, ground: Responsibility) -> str:
    label = say.words(ground.shown_label) if ground.shown_label else "neither command nor oversight"
    setting = (
        "no setting is stated" if ground.setting == "not_stated" else f"its setting is {say.words(ground.setting)}"
    )
    return f"the ground from role {say.role(role)} is {label}, and {setting}"


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the allegations that name such a mode and have a ground."""
    for allegation in case.pursued:
        if any(_modes_named(case, allegation)) and any(held.grounds for held in held_roles(case, allegation)):
            yield Looked(f"allegations/{allegation.id}")


CHECK = Check(
    "LAW160", "mode-not-of-the-ground", Severity.WARNING, "allegations", run, looks_at=_looks_at,
    rests_on={"allegations": ("provisions", "roles")},
)  # fmt: skip
