"""A filing that puts no allegation forward.

Finds filings for a forum whose documents put allegations forward, where none is recorded against the persons of the
filing, or none is pursued in it.

## Why it matters
A request for measures, or a statement in its support, rests on what is alleged. Without that it asks for something and
gives no reason.

## Example
```yaml
case:
  title: Example
  persons_concerned: [mara-wolk]
  filings:
    - {id: submission, forum: uk-ghr}
people:
  - {id: mara-wolk, name: Mara Wolk}
```

Use instead:
```yaml
case:
  title: Example
  persons_concerned: [mara-wolk]
  filings:
    - {id: submission, forum: uk-ghr}
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
Never for a document that is filed. A draft is made all the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.support.by_rule import OURS
from probata.diagnostics import Severity, say


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the filings without an allegation whose forum wants them."""
    for filing, profile in case.filings:
        if profile.alleges and not case.pursued_in(filing) and not _may_be_unread(case):
            yield case.finding(
                "filings", filing.id, f"not recorded for filing {say.filing(filing)}: an allegation",
                "record what is alleged in `allegations`, each on a role of a person concerned; where one is recorded, "
                "see whether `pursued: false` or the filing's id under `not_in` keeps it out",
                notes=(f"{OURS}: what is asked for because of an allegation says what is alleged",),
                gap="an allegation",
            )  # fmt: skip


def _may_be_unread(case: CheckInput) -> bool:
    """Tell whether one is recorded, and only the way from it to a person is broken, which has a finding of its own."""
    graph = case.graph
    charged = [(alleged.role, case.role(alleged.role)) for allegation in case.pursued for alleged in allegation.roles]
    broken = any(role is None or not graph.has("people", role.person) for _, role in charged)
    return broken or graph.unread.holds_any(("allegations", "roles", "people"))


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the filings whose forum wants an allegation; where one may be unread it cannot be told."""
    for filing, profile in case.filings:
        if profile.alleges:
            unread = not case.pursued_in(filing) and _may_be_unread(case)
            yield Looked(f"filings/{filing.id}", "an allegation may be among what could not be read" if unread else "")


CHECK = Check(
    "STR110", "filing-without-allegation", Severity.ERROR, "filings", run, looks_at=_looks_at, tells_gaps=True
)
