"""A failure to punish is alleged of somebody who left the post within a week of the conduct.

Looks at grounds with the conduct `did_not_punish`, and counts the days from the earliest day of the conduct, or from
the earliest day of the role where that came later, to the latest day on which the role may have been held.

## Why it matters
Who left before an inquiry could begin has failed to do nothing. The other side answers the whole ground with the day
of the transfer.

## Example
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
roles: [{id: r, person: wolk, title: Governor, dates: 2015-08-01/2017-04-26}]
allegations:
  - id: a
    title: Beatings
    statement: Prisoners were beaten.
    period: 2017-04-24
    roles: [{role: r, responsibility: {label: command, conduct: [did_not_punish]}}]
```

Use instead:
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
roles: [{id: r, person: wolk, title: Governor, dates: 2015-08-01/2017-04-26}]
allegations:
  - id: a
    title: Beatings
    statement: Prisoners were beaten.
    period: 2017-04-24
    roles: [{role: r, responsibility: {label: command, conduct: [knew_and_did_not_prevent]}}]
```

## When to allow it
Where the rule asks for a report at once, such as within 24 hours, and the sources show that none was made: say so in
the particulars.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.tenures.failures import NOT_PUNISHED, failures
from probata.diagnostics import Severity, say

SHORT = timedelta(days=7)


def run(case: CheckInput) -> Iterator[Finding]:
    """Count the days that were left to punish."""
    for failure in failures(case):
        began = max(failure.first, failure.role.dates.stated.first)
        left = failure.leaves - began
        if NOT_PUNISHED in failure.conduct and timedelta(0) <= left <= SHORT:
            yield case.finding(
                "allegations", failure.allegation.id,
                f"failure to punish is alleged from role {say.role(failure.role)}, which ended "
                f"{say.date(failure.leaves)} at the latest, {_days(left)} the conduct began",
                "take `did_not_punish` out of the ground under `conduct`, or correct the dates; where the time was "
                "enough, say in the particulars what could be done in it and decide the finding",
                at=("roles", failure.position, "role"),
            )  # fmt: skip


def _days(left: timedelta) -> str:
    """Say how long it was, before the words `the conduct began`."""
    if not left.days:
        return "on the day on which"
    return f"{left.days} day{'s' if left.days > 1 else ''} at most after"


CHECK = Check(
    "TIM117", "no-time-to-punish", Severity.WARNING, "allegations", run,
    rests_on={"allegations": ("events", "period", "roles")},
)  # fmt: skip
