"""Figures of one pool that are ascribed to several roles.

Finds a figure whose record ascribes it to several roles, unless they are one holding of one post in several records,
and two figures for different roles that count the same cell whole.

## Why it matters
A number that stands for three posts at once says nothing of any of them. Counted for each, it is counted three times.

## Example
```yaml
case:
  title: Example
people: [{id: wolk, name: Mara Wolk}]
roles:
  - {id: office, person: wolk, title: Head of the office, dates: 2015-08/2017-04}
  - {id: province, person: wolk, title: Secretary of the province, dates: 2017-04/2018-05}
datasets:
  - id: returns
    title: Returns
    file: data/returns.csv
    columns: [{key: year, heading: Year, type: date, key_column: true}, {key: returns, heading: Returns}]
figures:
  - id: all
    title: Returns 2016 and 2017
    operation: sum
    of: [{dataset: returns, column: returns}]
    ascribed_to: [office, province]
```
```csv data/returns.csv
year,returns
2016,1032
2017,1300
```

Use instead:
```yaml
case:
  title: Example
people: [{id: wolk, name: Mara Wolk}]
roles:
  - {id: office, person: wolk, title: Head of the office, dates: 2015-08/2017-04}
  - {id: province, person: wolk, title: Secretary of the province, dates: 2017-04/2018-05}
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
Where the source ascribes it so: attribute it, and say that it does not divide the number.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.tenures.one_holding import is_one_holding
from probata.diagnostics import Severity, say
from probata.figures import Computed
from probata.figures.operations import leaves

_Cell = tuple[str, str, str]


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the figures for several roles, then the cells that are counted for two."""
    counted: dict[_Cell, tuple[str, str]] = {}
    for found in case.figures.values():
        roles = list(dict.fromkeys(found.figure.ascribed_to))
        if len(roles) > 1 and not is_one_holding([role for key in roles if (role := case.role(key))]):
            yield _several(case, found, roles)
        elif roles and found.figure.operation != "apportion":
            yield from _again(case, found, roles[0], counted)


def _several(case: CheckInput, found: Computed, roles: list[str]) -> Finding:
    named = say.roles(roles)
    return case.finding(
        "figures", found.figure.id,
        f"the figure {say.figure(found.figure)} is ascribed to {len(roles)} roles as one number: {named}",
        "compute a figure for each role, cut to its tenure, or say that the source does not divide the number and "
        "decide the finding",
        at=("ascribed_to",),
    )  # fmt: skip


def _again(case: CheckInput, found: Computed, role: str, counted: dict[_Cell, tuple[str, str]]) -> Iterator[Finding]:
    """Give one finding for each other figure that counts a cell of this one for another role."""
    told: set[str] = set()
    for leaf in leaves(found.taken, case.figures):
        other, its_role = counted.setdefault(leaf.cell, (found.figure.id, role))
        if its_role != role and other not in told:
            told.add(other)
            yield case.finding(
                "figures", found.figure.id,
                f"{say.words(leaf.term.name)} is counted whole in {say.figure(other)} for the role "
                f"{say.role(its_role)}, and in {say.figure(found.figure)} for {say.role(role)}",
                "cut the number to the tenure of each role with `operation: apportion`", at=("ascribed_to",),
            )  # fmt: skip


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the figures that are ascribed to a role."""
    for figure in case.graph.figures:
        if figure.ascribed_to:
            yield Looked(f"figures/{figure.id}", "" if figure.id in case.figures else "it could not be computed")


CHECK = Check("FIG112", "one-pool-for-several-roles", Severity.WARNING, "figures", run, looks_at=_looks_at)
