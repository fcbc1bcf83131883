"""A role in an allegation from which no responsibility is alleged.

Finds roles on which an allegation rests where neither the allegation nor the role record says what responsibility the
role brought: command, oversight, or a ground told in parts.

## Why it matters
Holding a post is not a wrong. Every forum asks in what way the holder answers for what others did, and the answer
decides which provision applies, if any.

## Example
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
      - role: governor
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
      - role: governor
        responsibility:
          link: direct_superior
          conduct: [knew_and_did_not_prevent]
```

## When to allow it
Where a role is named only to identify the person. Better leave it out of the allegation.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import with_roles
from probata.diagnostics import Severity, say
from probata.model.responsibility import Responsibility


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the roles of allegations from which nothing is alleged."""
    for allegation in case.pursued:
        for position, alleged in enumerate(allegation.roles):
            role = case.role(alleged.role)
            grounds = alleged.grounds_from(role)
            if role is not None and not any(_says_something(ground) for ground in grounds):
                yield case.finding(
                    "allegations", allegation.id,
                    f"allegation {say.allegation(allegation)} says nothing of the responsibility from role "
                    f"{say.role(role)}",
                    "add `responsibility: command` or `responsibility: oversight`, or the ground in parts",
                    at=("roles", position),
                )  # fmt: skip


def _says_something(ground: Responsibility) -> bool:
    return ground.shown_label is not None or bool(set(ground.conduct) - {"not_stated"})


CHECK = Check("STR105", "allegation-without-responsibility", Severity.ERROR, "allegations", run, looks_at=with_roles)
