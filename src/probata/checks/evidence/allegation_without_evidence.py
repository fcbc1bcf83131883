"""An allegation that no evidence supports.

Finds allegations put forward whose `evidence` names nothing that supports them. Evidence that speaks against an
allegation does not count.

## Why it matters
A tribunal may disregard an assertion that nothing supports, and the reader cannot tell a gap in the evidence from a
slip of the pen.

## Example
```yaml
case:
  title: Example
allegations:
  - id: beatings
    title: Beatings at North Prison
    statement: Prisoners were beaten in North Prison in 2016.
```

Use instead:
```yaml
case:
  title: Example
sources:
  - {id: register, title: Infirmary register of North Prison, type: document, held: held}
allegations:
  - id: beatings
    title: Beatings at North Prison
    statement: Prisoners were beaten in North Prison in 2016.
    evidence:
      - register, p. 14
```

## When to allow it
Allegations of pure law. Decide the finding in `decisions.yaml` and give the reason.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.support.required_fields import asked_for, asked_of_allegations
from probata.diagnostics import Severity, say


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the allegations put forward without supporting evidence."""
    for asked in asked_of_allegations(case, "evidence"):
        allegation = asked.allegation
        if not any(not item.against for item in allegation.evidence):
            yield case.finding(
                "allegations", allegation.id, f"no evidence supports allegation {say.allegation(allegation)}",
                "add `evidence`: each item a source and the place in it, such as `register, p. 14`",
                notes=asked.notes, severity=asked.severity, gap=asked.gap, may_be_decided=True,
            )  # fmt: skip


CHECK = Check(
    "EVI101",
    "allegation-without-evidence",
    Severity.ERROR,
    "allegations",
    run,
    tells_gaps=True,
    looks_at=asked_for("evidence"),
)
