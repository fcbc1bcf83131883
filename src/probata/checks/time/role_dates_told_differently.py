"""A role whose dates are told in more than one way.

Finds roles for which another account gives other dates than those stated.

## Why it matters
Conduct can lie inside the role by one account and outside by the other. The other side will choose theirs; the case
must say which it follows, and why.

## Example
```yaml
case:
  title: Example
people:
  - {id: mara-wolk, name: Mara Wolk}
roles:
  - id: governor
    person: mara-wolk
    title: Governor of North Prison
    dates:
      stated: 2015-08/2017-04
      other_accounts:
        - {dates: 2015-09/2017-04, note: so the yearbook}
```

Use instead:
```yaml
case:
  title: Example
people:
  - {id: mara-wolk, name: Mara Wolk}
roles:
  - {id: governor, person: mara-wolk, title: Governor of North Prison, dates: 2015-08/2017-04}
```

## When to allow it
When the person who signs has decided which account is followed: decide the finding with the reason, and keep both
accounts in the record.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.diagnostics import Severity
from probata.model.dates import When
from probata.model.tenure import OtherAccount


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the roles of which another account gives other dates."""
    for role in case.graph.roles:
        stated = role.dates.stated
        others = [account for account in role.dates.other_accounts if _differs(account.dates, stated)]
        if others:
            told = ", ".join(f"`{account.dates.text}`" for account in others)
            yield case.finding(
                "roles", role.id, f"role `{role.id}` is dated `{stated.text}` here and {told} elsewhere",
                "decide in `decisions.yaml` which account the documents follow, and why",
                at=("dates",), notes=tuple(_note(account) for account in others),
            )  # fmt: skip


def _differs(one: When, other: When) -> bool:
    return (one.start, one.end) != (other.start, other.end)


def _note(account: OtherAccount) -> str:
    sources = ", ".join(f"`{citation.source}`" for citation in account.citations)
    words = [f"{account.dates.text}", f"by {sources}" if sources else "", f"({account.note})" if account.note else ""]
    return " ".join(word for word in words if word)


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the roles of whose dates there is another account."""
    yield from (Looked(f"roles/{role.id}") for role in case.graph.roles if role.dates.other_accounts)


CHECK = Check("TIM103", "role-dates-told-differently", Severity.WARNING, "roles", run, looks_at=_looks_at)
