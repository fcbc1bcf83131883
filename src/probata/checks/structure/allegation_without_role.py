"""An allegation that rests on no role.

Finds allegations that are put forward and name no role, so that nothing ties the person to what is alleged.

## Why it matters
A decision-maker asks first what the person had to do with it. A person's name beside a wrong is no answer; a post held
at the time, with what it brought, is one.

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
people:
  - {id: mara-wolk, name: Mara Wolk}
roles:
  - {id: governor, person: mara-wolk, title: Governor of North Prison, dates: 2015/2017}
allegations:
  - id: beatings
    title: Beatings at North Prison
    statement: Prisoners were beaten in North Prison in 2016.
    roles:
      - {role: governor, responsibility: command}
```

## When to allow it
Where the allegation is recorded to show the setting only. Better write `pursued: false` then.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.support.required_fields import asked_for, asked_of_allegations
from probata.diagnostics import Severity, say


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the allegations put forward that name no role."""
    for asked in asked_of_allegations(case, "roles"):
        allegation = asked.allegation
        if not allegation.roles:
            yield case.finding(
                "allegations", allegation.id, f"allegation {say.allegation(allegation)} rests on no role",
                "add `roles`, each with the role and the responsibility alleged from it",
                notes=asked.notes, severity=asked.severity, gap=asked.gap, may_be_decided=True,
            )  # fmt: skip


CHECK = Check(
    "STR104",
    "allegation-without-role",
    Severity.ERROR,
    "allegations",
    run,
    tells_gaps=True,
    looks_at=asked_for("roles"),
)
