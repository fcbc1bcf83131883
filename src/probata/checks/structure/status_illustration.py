"""A case that illustrates the program and is no filing.

Finds cases with `status: illustration`. Their documents say on every page that they were made from a published work and
are addressed to nobody, and they are never final.

## Why it matters
A document that looks like a filing may be taken for one. Nobody who made it asserts what it says.

## Example
```yaml
case:
  title: Example
  status: illustration
```

Use instead:
```yaml
case:
  title: Example
  status: draft
```

## When to allow it
Always, as long as the documents are shown as what they are. Whoever wants to file must take the case over, read its
sources and change the status.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.diagnostics import Severity


def run(case: CheckInput) -> Iterator[Finding]:
    """Say so where the case is an illustration."""
    if case.graph.case.status == "illustration":
        yield case.finding(
            "case", case.graph.name, "the case is an illustration: its documents are never final",
            "to file, read the sources yourself and write `status: draft`", at=("status",),
        )  # fmt: skip


CHECK = Check("STR103", "status-illustration", Severity.INFO, "case", run)
