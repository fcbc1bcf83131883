"""Days on which a post or a command is certain, and not even possible.

Compares, in each role and each relation of command that gives them, the `certain` days with the `possible` ones, or
with what is `stated` where no possible days are given. What is certain must lie within what is possible. An approximate
date decides nothing.

## Why it matters
The two ranges answer whether conduct fell within the tenure. Where they contradict each other every such answer is open
to both sides.

## Example
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
roles:
  - id: r
    person: wolk
    title: Governor of North Prison
    dates: {stated: 2015/2017, certain: 2015-03-01/2017-02-28, possible: 2015-06/2016-12}
```

Use instead:
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
roles:
  - id: r
    person: wolk
    title: Governor of North Prison
    dates: {stated: 2015/2017, certain: 2015-06-01/2016-12-31, possible: 2015-03/2017-02}
```

## When to allow it
Never. One of the two ranges is wrong, or they stand in each other's place.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.tenures.sure_days import begins_before, ends_after
from probata.diagnostics import Severity, say
from probata.model.tenure import Tenure

_CALLED = {"roles": "role", "commands": "relation"}


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare the two ranges of each tenure that has certain days."""
    for kind, record_id, tenure in _tenures(case):
        wide = tenure.possible or tenure.stated
        if tenure.certain and (begins_before(tenure.certain, wide) or ends_after(tenure.certain, wide)):
            what = "possible" if tenure.possible else "stated"
            yield case.finding(
                kind, record_id,
                f"{_CALLED[kind]} {say.of(kind, record_id)} is certain for {say.date(tenure.certain)}, beyond what is "
                f"{what}, {say.date(wide)}",
                f"read the dates again in their source, and correct `certain` or {say.words(what)}", at=(
                "dates", "certain"),
            )  # fmt: skip


def _tenures(case: CheckInput) -> Iterator[tuple[str, str, Tenure]]:
    yield from (("roles", role.id, role.dates) for role in case.graph.roles)
    yield from (("commands", one.id, one.dates) for one in case.graph.commands if one.dates)


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the roles and relations with certain days."""
    yield from (Looked(f"{kind}/{key}") for kind, key, tenure in _tenures(case) if tenure.certain)


CHECK = Check("TIM127", "certain-beyond-possible", Severity.ERROR, "roles and commands", run, looks_at=_looks_at)
