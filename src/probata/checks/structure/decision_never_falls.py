"""A decision that does not say what it rests on, and so never falls.

Looks at the decisions of the case. One that `probata decide` writes keeps a fingerprint of the finding, of the record
and of what stands behind them under `rests_on`; one written by hand without them stands whatever the finding
comes to say.

## Why it matters
Somebody signed for a finding as it was on one day. Where the record changes, and the finding with it, the new weakness
passes for decided, over the name of a person who never saw it.

## Example
```yaml
case:
  title: Example
people: [{id: wolk, name: Mara Wolk}]
roles: [{id: governor, person: wolk, title: Governor, dates: 2016/2018}]
decisions:
  - id: dates
    check: role-dates-told-differently
    record: roles/governor
    decision: The documents follow the register.
    reason: The yearbook gives months only.
    author: Ada Reyes
    date: 2024-06-01
```

Use instead:
```yaml
case:
  title: Example
people: [{id: wolk, name: Mara Wolk}]
roles: [{id: governor, person: wolk, title: Governor, dates: 2016/2018}]
decisions:
  - id: dates
    check: role-dates-told-differently
    record: roles/governor
    decision: The documents follow the register.
    reason: The yearbook gives months only.
    author: Ada Reyes
    date: 2024-06-01
    rests_on: [finding 661ff87f7a7ff6e6, roles/governor b43896880b2fab6f]
```

## When to allow it
Where the decision is one of policy, and is meant to stand whatever is found in the record later.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.discovery import discover
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.diagnostics import Severity, say
from probata.model.decision import Decision


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the decisions that rest on nothing that is recorded."""
    for decision in _with_effect(case):
        if not decision.rests_on:
            yield case.finding(
                "decisions", decision.id,
                f"decision {say.decision(decision)} records nothing on which it rests, so no change of "
                f"{say.words(decision.record)} ends it",
                "take it out and let `probata decide` write it again: with it stand the finding and the record as they "
                "are now",
            )  # fmt: skip


def _with_effect(case: CheckInput) -> Iterator[Decision]:
    """Give the decisions for a check and a record that exist; of others `decision-without-check` tells."""
    checks = {found.check.name for found in discover()}
    for decision in case.graph.decisions:
        if decision.check in checks and case.holds(decision.record):
            yield decision


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the decisions that have an effect."""
    yield from (Looked(f"decisions/{decision.id}") for decision in _with_effect(case))


CHECK = Check("STR161", "decision-never-falls", Severity.INFO, "decisions", run, looks_at=_looks_at)
