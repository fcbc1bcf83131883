"""A law or rule that is later than what it is cited for.

Looks at command relations, grounds of responsibility, and events other than reforms, and compares the date of the laws
and rules cited for each with its time; a ground has the time of its role where it gives none. Where all of them are
from after its end, one of the dates should be corrected. Where it only begins before them, and nothing but these rules
is cited for it, that is a note; so is conduct that was over before the rules cited for a ground that goes on. Orders,
directives and decrees with a number count as rules, by what they call themselves in English, French or Spanish, and so
does what the record names as its `legal_basis`. Treaties are compared with the conduct by `treaty-not-in-force`.

## Why it matters
A power cannot rest on a rule that did not exist. The other side will produce the gazette, and with the rule falls the
control that was to follow from it.

## Example
```yaml
case: {title: Example}
bodies: [{id: board, name: Prison Board}, {id: north, name: North Prison}]
sources: [{id: prison-act, type: legislation, title: Prison Act, issued: 2018-05-01, held: held}]
commands:
  - id: board-north
    superior: board
    subordinate: north
    kind: command_de_jure
    dates: 2014/2017
    citations: [prison-act]
```

Use instead:
```yaml
case: {title: Example}
bodies: [{id: board, name: Prison Board}, {id: north, name: North Prison}]
sources: [{id: prison-act, type: legislation, title: Prison Act, issued: 2014-05-01, held: held}]
commands:
  - id: board-north
    superior: board
    subordinate: north
    kind: command_de_jure
    dates: 2014/2017
    citations: [prison-act]
```

## When to allow it
Where a later rule tells how it was before, or a later edition was read: better record the edition that was in force.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from probata.checks.check import Check
from probata.checks.check_input import CheckInput, Loc
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.support.cited_rules import cited_rules
from probata.checks.tenures.sure_days import begins_before, ends_after, is_surely_before
from probata.checks.tenures.times_of_conduct import times_of_conduct
from probata.diagnostics import Severity, say
from probata.diagnostics.value import value
from probata.model.allegation import Allegation
from probata.model.citation import Citation
from probata.model.dates import When
from probata.model.responsibility import Responsibility
from probata.model.role import Role

_MADE = frozenset({"made_policy", "spread_policy"})


@value()
class Ruled:
    """What a rule is cited for, with its time."""

    kind: str
    record: str
    at: Loc
    what: str
    """As a finding says it: `command relation x`."""
    when: When | None
    citations: tuple[Citation, ...]
    basis: str = ""
    """What the record names as its legal basis."""
    is_conduct: bool = False
    """Whether it is the conduct of an allegation, whose time is looked at beside that of the ground."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare each time with the dates of the rules that are cited for it."""
    told: set[tuple[str, Loc]] = set()
    for ruled in _all(case):
        when, rules = ruled.when, cited_rules(case, ruled.citations, ruled.basis)
        if when is None or not rules or (ruled.record, ruled.at) in told:
            continue
        is_over = all(is_surely_before(when, issued) for _, issued in rules)
        has_no_other = len(rules) == len({citation.source for citation in ruled.citations}) and not ruled.is_conduct
        if is_over or (has_no_other and all(begins_before(when, issued) for _, issued in rules)):
            told.add((ruled.record, ruled.at))
            dated = ", ".join(f"{say.cited(key)} of {say.date(issued)}" for key, issued in rules)
            yield case.finding(
                ruled.kind, ruled.record,
                f"{ruled.what}, dated {say.date(when)}, {'was over' if is_over else 'began'} before the rule cited for "
                f"it: {dated}",
                "cite the rule that was in force then, or correct the date that is wrong",
                at=ruled.at, severity=Severity.INFO if ruled.is_conduct or not is_over else None,
            )  # fmt: skip


def _all(case: CheckInput) -> tuple[Ruled, ...]:
    return case.once(
        "what rules are cited for",
        lambda: (*_of_commands(case), *_of_events(case), *_of_roles(case), *_of_allegations(case)),
    )


def _of_commands(case: CheckInput) -> Iterator[Ruled]:
    for one in case.graph.commands:
        when = (one.dates.possible or one.dates.stated) if one.dates else None
        cited = (*one.citations, *(one.dates.citations if one.dates else ()))
        yield Ruled(
            "commands",
            one.id,
            ("citations",),
            f"command relation {say.command(one)}",
            when,
            cited,
            one.legal_basis or "",
        )


def _of_events(case: CheckInput) -> Iterator[Ruled]:
    for event in case.graph.events:
        if event.kind != "reform":
            what, basis = f"event {say.event(event)}", event.legal_basis or ""
            yield Ruled("events", event.id, ("citations",), what, event.dates, event.citations, basis)


def _of_roles(case: CheckInput) -> Iterator[Ruled]:
    for role in case.graph.roles:
        yield from _of_grounds("roles", role.id, (), role, role.responsibility)


def _of_allegations(case: CheckInput) -> Iterator[Ruled]:
    for allegation in case.pursued:
        for n, alleged in enumerate(allegation.roles):
            if role := case.role(alleged.role):
                grounds = tuple(_of_grounds("allegations", allegation.id, ("roles", n), role, alleged.responsibility))
                yield from grounds
                yield from _of_conduct(case, allegation, role, grounds)


def _of_conduct(case: CheckInput, allegation: Allegation, role: Role, grounds: tuple[Ruled, ...]) -> Iterator[Ruled]:
    """Give the conduct that a role is to answer for, where the ground goes on after it."""
    times = times_of_conduct(case, allegation)
    for ground in grounds if len(times) == 1 else ():
        if ground.when and ends_after(ground.when, times[0]):
            what = f"the conduct for which role {say.role(role)} is to answer"
            yield replace(ground, what=what, when=times[0], is_conduct=True)


def _of_grounds(kind: str, record: str, at: Loc, role: Role, grounds: tuple[Responsibility, ...]) -> Iterator[Ruled]:
    for n, ground in enumerate(grounds):
        if ground.link == "author_or_promoter" or _MADE & {*ground.conduct}:
            continue  # who makes a rule is there before it
        when = ground.period or role.dates.possible or role.dates.stated
        what = f"the responsibility from role {say.role(role)}"
        yield Ruled(kind, record, (*at, "responsibility", n, "citations"), what, when, ground.citations)


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the records that cite a dated rule for a time of theirs; of one without a time it cannot be told."""
    for ruled in _all(case):
        if cited_rules(case, ruled.citations, ruled.basis):
            yield Looked(f"{ruled.kind}/{ruled.record}", "" if ruled.when else "its time is not recorded")


CHECK = Check("LAW125", "rule-later-than-use", Severity.WARNING, "records that cite a rule", run, looks_at=_looks_at)
