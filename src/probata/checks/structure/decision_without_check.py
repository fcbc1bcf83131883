"""A decision, or a level, for a check or a record that does not exist.

Finds decisions, and `levels` of the case and of its forums, that name no check of this program, and decisions on a
record that the case does not have. They have no effect. A check that the program no longer makes is a note.

## Why it matters
Whoever signed believes that the finding was dealt with. It still stands, and a final build refuses it.

## Example
```yaml
case:
  title: Example
people: [{id: wolk, name: Mara Wolk}]
roles: [{id: governor, person: wolk, title: Governor, dates: 2016/2018}]
decisions:
  - id: dates
    check: role-dates-differ
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
```

## When to allow it
Where the decision is kept for the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from probata.checks.check import Check
from probata.checks.check_input import CheckInput, Loc
from probata.checks.discovery import discover
from probata.checks.finding import Finding, Outcome
from probata.checks.looked_at import Looked
from probata.checks.removed import REMOVED
from probata.diagnostics import Severity, say


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the decisions and levels whose check does not exist, and the decisions on a record that does not."""
    checks = {found.check.name: found.check.code for found in discover()}
    for kind, record, check, at in _named(case):
        if check in REMOVED:
            yield case.finding(
                kind, record, f"{say.words(check)} is a check that is no longer made",
                "take it out of the file, or keep it for the record", at=at,
                severity=Severity.INFO, outcome=Outcome.CANNOT_TELL,
            )  # fmt: skip
        elif check not in checks:
            yield case.finding(kind, record, f"no check is called {say.words(check)}", _advice(check, checks), at=at)
    for decision in case.graph.decisions:
        if not _exists(case, decision.record):
            yield case.finding(
                "decisions", decision.id, f"there is no record {say.words(decision.record)} to decide on",
                "write the file and the id, such as `roles/governor`, or `filings/` and the id of a filing, or `case/` "
                "and the name of the case; the JSON form of a finding gives it", at=("record",),
            )  # fmt: skip


def _advice(check: str, checks: Mapping[str, str]) -> str:
    near = [name for name, code in checks.items() if code == check.upper()] or get_close_matches(check, checks, 1)
    return f"did you mean {say.words(near[0])}?" if near else "`probata list checks` shows the names"


def _exists(case: CheckInput, record: str) -> bool:
    kind, _, key = record.partition("/")
    return case.holds(record) or case.graph.unread.may_hold({kind}, key)


def _named(case: CheckInput) -> Iterator[tuple[str, str, str, Loc]]:
    """Give every name of a check that the records and profiles use, with the record and the field."""
    for decision in case.graph.decisions:
        yield "decisions", decision.id, decision.check, ("check",)
    for position, level in enumerate(case.graph.case.levels):
        yield "case", case.graph.name, level.check, ("levels", position, "check")
    for filing, profile in case.filings:
        yield from (("filings", filing.id, check, ("forum",)) for check in profile.levels)


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give every record that names a check."""
    yield from (Looked(f"{kind}/{record}") for kind, record, _, _ in _named(case))


CHECK = Check("STR106", "decision-without-check", Severity.WARNING, "decisions and levels", run, looks_at=_looks_at)
