"""A role with an open end of which nobody says when it was last known to go on.

Finds roles whose last date is open or whose status is current, without the day for which that was true; and open roles
that are recorded as ended.

## Why it matters
"Holds the post" is true on a day. Read a year later it may be false, and then the whole text counts as stale.

## Example
```yaml
case:
  title: Example
people:
  - {id: mara-wolk, name: Mara Wolk}
roles:
  - {id: governor, person: mara-wolk, title: Governor of North Prison, dates: 2022-05/.., status: current}
```

Use instead:
```yaml
case:
  title: Example
people:
  - {id: mara-wolk, name: Mara Wolk}
roles:
  - id: governor
    person: mara-wolk
    title: Governor of North Prison
    dates: 2022-05/..
    status: current
    as_of: 2024-06-01
```

## When to allow it
Hardly ever. The day on which the source was read will do.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.diagnostics import Severity


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the open roles without a day for which they were true."""
    for role in case.graph.roles:
        is_open = role.dates.stated.is_open
        if is_open and role.status == "ended":
            yield case.finding(
                "roles", role.id, f"role `{role.id}` has an open end and its status is `ended`",
                "write `status: current` or `status: unknown` with `as_of: …`, or give the last date", at=("dates",),
            )  # fmt: skip
        elif role.as_of is None and (is_open or role.status == "current"):
            yield case.finding(
                "roles", role.id, f"role `{role.id}` goes on, and no day is given for which that was true",
                "add `as_of: …`, the day of the newest source that shows it", at=("dates",),
            )  # fmt: skip


CHECK = Check("TIM102", "open-role-without-as-of", Severity.WARNING, "roles", run)
