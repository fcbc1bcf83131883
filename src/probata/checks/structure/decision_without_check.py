"""A decision on the finding of a check that does not exist.

Finds decisions that name no check of this program. Such a decision decides nothing.

## Why it matters
Whoever signed believes that the finding was dealt with. It still stands, and a final build refuses it.

## Example
```yaml
case:
  title: Example
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
Where a check was taken out of the program and the decision is kept for the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.discovery import discover
from probata.checks.finding import Finding
from probata.diagnostics import Severity


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the decisions whose check does not exist."""
    names = [found.check.name for found in discover()]
    for decision in case.graph.decisions:
        if decision.check not in names:
            near = get_close_matches(decision.check, names, 1)
            yield case.finding(
                "decisions", decision.id, f"no check is called `{decision.check}`",
                f"did you mean `{near[0]}`?" if near else "`probata list checks` shows the names", at=("check",),
            )  # fmt: skip


CHECK = Check("STR106", "decision-without-check", Severity.WARNING, "decisions", run)
