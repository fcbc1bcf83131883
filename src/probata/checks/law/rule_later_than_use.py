"""A law or rule that is later than what it is cited for.

Looks at command relations, grounds of responsibility, and events other than reforms, and compares the date of the laws
and rules cited for each with its time; a ground has the time of its role where it gives none. Where all of them are
from after its end, one of the dates should be corrected. Where it only begins before them, and nothing but these rules
is cited for it, that is a note. Treaties are compared with the conduct by `treaty-not-in-force`.

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
from dataclasses import dataclass

from probata.checks.check import Check
from probata.checks.check_input import CheckInput, Loc
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.tenures.sure_days import begins_before, is_surely_before
from probata.diagnostics import Severity
from probata.model.authority import Authority
from probata.model.citation import Citation
from probata.model.dates import When
from probata.model.responsibility import Responsibility
from probata.model.role import Role
from probata.model.source_record import Source

_OF_LAW = frozenset({"statute", "interpretation"})
"""Kinds of authorities that lay down a rule."""

_MADE = frozenset({"made_policy", "spread_policy"})


@dataclass(frozen=True, slots=True)
class Ruled:
    """What a rule is cited for, with its time."""

    kind: str
    record: str
    at: Loc
    what: str
    """As a finding says it: `command relation x`."""
    when: When | None
    citations: tuple[Citation, ...]


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare each time with the dates of the rules that are cited for it."""
    for ruled in (*_of_commands(case), *_of_events(case), *_of_roles(case), *_of_allegations(case)):
        when, rules = ruled.when, _rules(case, ruled.citations)
        if when is None or not rules:
            continue
        is_over = all(is_surely_before(when, issued) for _, issued in rules)
        has_no_other = len(rules) == len({citation.source for citation in ruled.citations})
        if is_over or (has_no_other and all(begins_before(when, issued) for _, issued in rules)):
            told = ", ".join(f"`{key}` of `{issued.text}`" for key, issued in rules)
            yield case.finding(
                ruled.kind, ruled.record,
                f"{ruled.what}, dated `{when.text}`, {'was over' if is_over else 'began'} before the rule cited for "
                f"it: {told}",
                "cite the rule that was in force then, or correct the date that is wrong",
                at=ruled.at, severity=None if is_over else Severity.INFO,
            )  # fmt: skip


def _rules(case: CheckInput, citations: tuple[Citation, ...]) -> list[tuple[str, When]]:
    """Return the laws and rules that are cited, each once; none where one of them has no date."""
    found: dict[str, When | None] = {}
    for citation in citations:
        source = case.graph.find("sources", Source, citation.source)
        authority = case.graph.find("authorities", Authority, citation.source)
        if source and source.type == "legislation":
            found[source.id] = source.issued
        elif authority and authority.kind in _OF_LAW:
            found[authority.id] = authority.date
    dated = [(key, when) for key, when in found.items() if when]
    return dated if len(dated) == len(found) else []


def _of_commands(case: CheckInput) -> Iterator[Ruled]:
    for one in case.graph.commands:
        when = (one.dates.possible or one.dates.stated) if one.dates else None
        cited = (*one.citations, *(one.dates.citations if one.dates else ()))
        yield Ruled("commands", one.id, ("citations",), f"command relation `{one.id}`", when, cited)


def _of_events(case: CheckInput) -> Iterator[Ruled]:
    for event in case.graph.events:
        if event.kind != "reform":
            yield Ruled("events", event.id, ("citations",), f"event `{event.id}`", event.dates, event.citations)


def _of_roles(case: CheckInput) -> Iterator[Ruled]:
    for role in case.graph.roles:
        yield from _of_grounds("roles", role.id, (), role, role.responsibility)


def _of_allegations(case: CheckInput) -> Iterator[Ruled]:
    for allegation in case.pursued:
        for n, alleged in enumerate(allegation.roles):
            if role := case.role(alleged.role):
                yield from _of_grounds("allegations", allegation.id, ("roles", n), role, alleged.responsibility)


def _of_grounds(kind: str, record: str, at: Loc, role: Role, grounds: tuple[Responsibility, ...]) -> Iterator[Ruled]:
    for n, ground in enumerate(grounds):
        if ground.link == "author_or_promoter" or _MADE & {*ground.conduct}:
            continue  # who makes a rule is there before it
        when = ground.period or role.dates.possible or role.dates.stated
        what = f"the responsibility from role `{role.id}`"
        yield Ruled(kind, record, (*at, "responsibility", n, "citations"), what, when, ground.citations)


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the records that cite a dated rule for a time of theirs; of one without a time it cannot be told."""
    for ruled in (*_of_commands(case), *_of_events(case), *_of_roles(case), *_of_allegations(case)):
        if _rules(case, ruled.citations):
            yield Looked(f"{ruled.kind}/{ruled.record}", "" if ruled.when else "its time is not recorded")


CHECK = Check("LAW125", "rule-later-than-use", Severity.WARNING, "records that cite a rule", run, looks_at=_looks_at)
