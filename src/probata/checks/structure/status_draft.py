"""A case that is still being written.

Finds cases with `status: draft`, which is also what a case is that says nothing. Their documents are drafts, whatever
is complete.

## Why it matters
That every field is filled says nothing about whether somebody has read the whole. The one who answers for the filing
says so in a word, and only then are documents made for filing.

## Example
```yaml
case:
  title: Example
  status: draft
```

Use instead:
```yaml
case:
  title: Example
  status: ready
```

## When to allow it
As long as the case is being written.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.diagnostics import Severity


def run(case: CheckInput) -> Iterator[Finding]:
    """Say so where the case is a draft."""
    if case.graph.case.status == "draft":
        yield case.finding(
            "case", case.graph.name, "the case is marked as a draft: its documents are not made for filing",
            "when whoever answers for it has read the whole, write `status: ready` in `case.yaml`", at=("status",),
        )  # fmt: skip


CHECK = Check("STR109", "status-draft", Severity.INFO, "case", run)
