"""A role with an open end of which nobody says when it was last known to go on, or of which that was long ago.

Finds roles whose last date is open or whose status is current, without the day for which that was true; and open roles
that are recorded as ended. Where that day is more than 12 months before the day of the case, it is found too: it should
be fixed where an allegation rests on the role, else it is a note. Where one of the two days is approximate it cannot be
told.

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
from probata.checks.finding import Finding, Outcome
from probata.checks.tenures.sure_days import is_approximate
from probata.diagnostics import Severity, say
from probata.model.dates import When
from probata.model.role import Role

_YEARS = 1
"""How many years a status may be older than the case: 12 months."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the open roles without a day for which they were true, or with one that is long past."""
    day = case.graph.case.as_of
    charged = {role.id for allegation in case.pursued for role in case.roles_of(allegation)}
    for role in case.graph.roles:
        is_open = role.dates.stated.is_open
        if is_open and role.status == "ended":
            yield case.finding(
                "roles", role.id, f"role {say.role(role)} has an open end and its status is `ended`",
                "write `status: current` or `status: unknown` with `as_of: …`, or give the last date", at=("dates",),
            )  # fmt: skip
        elif role.as_of is None and (is_open or role.status == "current"):
            yield case.finding(
                "roles", role.id, f"role {say.role(role)} goes on, and no day is given for which that was true",
                "add `as_of: …`, the day of the newest source that shows it", at=("dates",),
            )  # fmt: skip
        elif role.as_of and day and (is_open or role.status == "current") and _is_stale(role.as_of, day):
            yield _stale(case, role, role.as_of, day, role.id in charged)


def _is_stale(as_of: When, day: When) -> bool:
    """Tell whether more than a year lies between the last day that the one may mean and the first of the other."""
    last, first = as_of.last, day.first
    return (last.year + _YEARS, last.month, last.day) < (first.year, first.month, first.day)


def _stale(case: CheckInput, role: Role, as_of: When, day: When, is_charged: bool) -> Finding:
    is_open = is_approximate(as_of) or is_approximate(day)
    as_far = ", as far as approximate dates tell" if is_open else ""
    return case.finding(
        "roles", role.id,
        f"the status of role {say.role(role)}, {say.words(role.status)}, was true on {say.date(as_of)}, more than 12 "
        f"months before the day of the case, {say.date(day)}{as_far}",
        "look for a newer source and move `as_of` to its day, or give the last date of the role", at=("as_of",),
        severity=None if is_charged and not is_open else Severity.INFO,
        outcome=Outcome.CANNOT_TELL if is_open else Outcome.FAILED,
    )  # fmt: skip


CHECK = Check(
    "TIM102", "open-role-without-as-of", Severity.WARNING, "roles", run,
    rests_on={"roles": ("as_of", "citations", "dates", "status")},
)  # fmt: skip
