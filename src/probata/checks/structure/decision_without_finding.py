"""A decision on a finding that is not there any more, or that was decided again.

Runs the check of each decision again, on the records and on all documents, and looks whether it still finds something
in the record decided on. Where a part of the case cannot be read, nothing is said of that. Of two decisions on the same
the later in the file stands, and the other has no effect.

## Why it matters
A decision is a reason given over a name. Where nothing is left to decide, whoever reads the file takes it that the
weakness is still there; and a new finding of the same check on the same record would look as if it had been decided.

## Example
```yaml
case:
  title: Example
  filings: [{id: submission, forum: uk-ghr}]
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
  filings: [{id: submission, forum: uk-ghr}]
people: [{id: wolk, name: Mara Wolk}]
sources: [{id: yearbook, title: Yearbook of the prison service, type: book, held: held}]
roles:
  - id: governor
    person: wolk
    title: Governor
    dates: {stated: 2016/2018, other_accounts: [{dates: 2016-02/2018-10, citations: "yearbook, p. 4"}]}
decisions:
  - id: dates
    check: role-dates-told-differently
    record: roles/governor
    decision: The documents follow the register.
    reason: The yearbook gives months only.
    author: Ada Reyes
    date: 2024-06-01
```

## When to allow it
Where the decision is kept for the file, to show why the record was changed.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.discovery import discover
from probata.checks.finding import Finding
from probata.checks.looked_at import ALL_DOCUMENTS, Looked
from probata.diagnostics import Severity, say
from probata.model.decision import Decision

NAME = "decision-without-finding"


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the decisions whose check finds nothing in their record; each check is run once."""
    yield from _superseded(case)
    checks = {found.check.name: found.check for found in discover() if found.check.name != NAME}
    found: dict[str, set[str]] = {}
    last = {decision.id for decision in _last(case).values()}
    for decision in case.graph.decisions if not case.graph.left_out else ():
        if decision.id not in last:
            continue
        if check := checks.get(decision.check):
            if check.name not in found:
                found[check.name] = {one.record for one in check.find(case)}
            # That there is no such record is told by `decision-without-check`.
            if decision.record not in found[check.name] and case.holds(decision.record):
                yield case.finding(
                    "decisions", decision.id,
                    f"decision {say.decision(decision)} is on {say.words(decision.check)} of "
                    f"{say.words(decision.record)}, which is not found now",
                    "take the decision out, or look whether the record was changed by mistake", at=("check",),
                )  # fmt: skip


def _last(case: CheckInput) -> dict[tuple[str, str], Decision]:
    """Return the decision that stands of those on the same, by check and record."""
    return {(decision.check, decision.record): decision for decision in case.graph.decisions}


def _superseded(case: CheckInput) -> Iterator[Finding]:
    last = _last(case)
    for decision in case.graph.decisions:
        if (later := last[decision.check, decision.record]) is not decision:
            yield case.finding(
                "decisions", decision.id,
                f"decision {say.decision(decision)} has no effect, since {say.decision(later)}, further down in the "
                "file, decides the same",
                f"take {say.decision(decision)} out of `decisions.yaml`, unless it is kept for the file",
            )  # fmt: skip


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the decisions, once all documents are there; where records could not be read none can be told."""
    documents = case.drafts and all(filing.id in case.drafts for filing in case.looked_at)
    for decision in case.graph.decisions if documents else ():
        yield Looked(f"decisions/{decision.id}", "some records could not be read" if case.graph.left_out else "")


CHECK = Check("STR231", NAME, Severity.INFO, ALL_DOCUMENTS, run, counted="decisions", looks_at=_looks_at)
"""The last of a case, since a decision may be on what is found in its documents."""
