"""An allegation under no provision of law.

Finds allegations put forward that name no provision and no instrument, identified or not.

## Why it matters
A wrong without a rule is a complaint and not a case. The forum looks for the right that it protects.

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
allegations:
  - id: beatings
    title: Beatings at North Prison
    statement: Prisoners were beaten in North Prison in 2016.
    provisions:
      - {instrument: uncat, provision: "1"}
```

## When to allow it
Where an allegation reports what a source alleges without naming the law. Better record how the source puts it, as
`named: …`.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.support.required_fields import asked_for, asked_of_allegations
from probata.diagnostics import Severity, say


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the allegations put forward without a provision."""
    for asked in asked_of_allegations(case, "provisions"):
        allegation = asked.allegation
        if not allegation.provisions:
            yield case.finding(
                "allegations", allegation.id, f"allegation {say.allegation(allegation)} names no provision of law",
                'add `provisions`, such as `- {instrument: uncat, provision: "1"}`',
                notes=asked.notes, severity=asked.severity, gap=asked.gap, may_be_decided=True,
            )  # fmt: skip


CHECK = Check(
    "LAW101",
    "allegation-without-provision",
    Severity.ERROR,
    "allegations",
    run,
    tells_gaps=True,
    looks_at=asked_for("provisions"),
)
