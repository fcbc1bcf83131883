"""A figure that is ascribed to one role and counts time outside it.

Looks at figures that are ascribed to one role, or to several records of one holding of a post, and are not cut to it:
each row of them whose time has months that lie in none of these roles is found. A month that a role begins or ends in
counts as its own.

## Why it matters
Whoever held a post for five months of a year answers for five months. The other side takes the seven others off, and
asks what else was put on him.

## Example
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
roles: [{id: office, person: wolk, title: Head of the office, dates: 2016/2017-05}]
datasets:
  - id: returns
    title: Returns
    file: data/returns.csv
    columns: [{key: year, heading: Year, type: date, key_column: true}, {key: returns, heading: Returns}]
figures:
  - id: office
    title: Returns while she led the office
    operation: sum
    of: [{dataset: returns, column: returns}]
    ascribed_to: [office]
```
```csv data/returns.csv
year,returns
2016,1032
2017,1300
```

Use instead:
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
roles: [{id: office, person: wolk, title: Head of the office, dates: 2016/2017-05}]
datasets:
  - id: returns
    title: Returns
    file: data/returns.csv
    columns: [{key: year, heading: Year, type: date, key_column: true}, {key: returns, heading: Returns}]
figures:
  - id: office
    title: Returns while she led the office
    operation: apportion
    to: {role: office}
    of: [{dataset: returns, column: returns}]
    ascribed_to: [office]
```
```csv data/returns.csv
year,returns
2016,1032
2017,1300
```

## When to allow it
Where the source ascribes the whole number to the role: attribute it, and print next to it what the months give.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.tenures.one_holding import is_one_holding, months_of, months_within
from probata.diagnostics import Severity, say
from probata.figures import Computed
from probata.figures.operations import leaves
from probata.model.role import Role


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the figures of one holding whose rows reach beyond it."""
    for found in case.figures.values():
        roles = [role for key in dict.fromkeys(found.figure.ascribed_to) if (role := case.role(key))]
        if found.figure.operation != "apportion" and is_one_holding(roles):
            outside = list(_outside(case, found, roles))
            if outside:
                yield _finding(case, found, roles, outside)


def _outside(case: CheckInput, found: Computed, roles: Sequence[Role]) -> Iterator[tuple[str, int, int]]:
    """Give the rows that reach beyond the roles, each with its months outside and all its months."""
    for leaf in leaves(found.taken, case.figures):
        period = leaf.term.period
        if period is not None and period.start is not None and period.end is not None:
            first, last = months_of(period)
            whole = last - first + 1
            if outside := whole - months_within((first, last), roles):
                yield leaf.term.name, outside, whole


def _finding(case: CheckInput, found: Computed, roles: Sequence[Role], outside: list[tuple[str, int, int]]) -> Finding:
    name, months, whole = outside[0]
    lie = f"{say.words(name)} lies" if whole == 1 else f"{months} of the {whole} months of {say.words(name)} lie"
    more = "" if len(outside) == 1 else f", as do months of {len(outside) - 1} more of its rows"
    return case.finding(
        "figures", found.figure.id,
        f"the figure {say.figure(found.figure)} is ascribed to {say.roles(role.id for role in roles)}, and {lie} "
        f"outside{more}",
        "cut the number to the tenure with `operation: apportion`, or attribute it and print what the months "
        "give next to it", at=("ascribed_to",),
    )  # fmt: skip


CHECK = Check("FIG119", "figure-longer-than-role", Severity.WARNING, "figures", run)
