"""An allegation that is marked as a draft.

Finds allegations that are put forward and say `status: draft`. One that says nothing of its status goes by that of the
case.

## Why it matters
Whoever wrote `status: draft` had not finished: a charge goes out that nobody has read to the end, perhaps with an
answer that is still awaited. No document is made for filing with it.

## Example
```yaml
case: {title: Example}
allegations:
  - id: beatings
    title: Beatings at North Prison
    statement: Prisoners were beaten.
    status: draft
    roles: []
```

Use instead:
```yaml
case: {title: Example}
allegations:
  - id: beatings
    title: Beatings at North Prison
    statement: Prisoners were beaten.
    status: reviewed
    roles: []
```

## When to allow it
As long as it is being written; or keep it out of the documents with `pursued: false`.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.diagnostics import Severity, say


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the allegations put forward that say of themselves that they are drafts."""
    for allegation in case.pursued:
        if allegation.status == "draft" and "status" in allegation.model_fields_set:
            yield case.finding(
                "allegations", allegation.id, f"allegation {say.allegation(allegation)} is marked as a draft",
                "when it is complete and somebody has read it, write `status: reviewed`", at=("status",),
            )  # fmt: skip


CHECK = Check("STR112", "allegation-draft", Severity.INFO, "allegations", run)
