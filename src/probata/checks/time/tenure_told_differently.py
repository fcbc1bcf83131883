"""A text tells the time of a post otherwise than the record of the role.

Looks at our own sentences in English for "from … to …" with two months or days, behind words that speak of a post, and
compares them with the roles of the person whose description it is, or who is named last before it. It is found where
one end is that of a role and the other is not: the same post, with another date. Other accounts of a role are taken as
told, and so are several roles one after the other.

## Why it matters
A document that dates a post in two ways is believed in neither, and command turns on the day.

## Example
```yaml
case:
  title: Example
people:
  - id: solvan
    name: {family: Solvan, given: Ardel}
    description: From 1 February 2015 to 31 August 2017 he headed North Prison.
roles:
  - id: head
    person: solvan
    title: Head of North Prison
    dates: 2015-03-01/2017-08-31
```

Use instead:
```yaml
case:
  title: Example
people:
  - id: solvan
    name: {family: Solvan, given: Ardel}
    description: From 1 March 2015 to 31 August 2017 he headed North Prison.
roles:
  - id: head
    person: solvan
    title: Head of North Prison
    dates: 2015-03-01/2017-08-31
```

## When to allow it
Where the text tells what one source says and says so: better record it under `other_accounts` of the role.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import TEXTS
from probata.checks.sentences import at_words
from probata.checks.told_dates import Ends, ToldTenure, told_tenures
from probata.diagnostics import Severity
from probata.graph.case_graph import CaseGraph
from probata.model.dates import Point, When
from probata.model.role import Role


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare each time of a post in our texts with the roles of the person."""
    for told in told_tenures(case.graph):
        role = _told_otherwise(case.graph, told.person, told.ends)
        if role:
            yield _finding(case, told, role)


def _told_otherwise(graph: CaseGraph, person: str, ends: Ends) -> Role | None:
    """Return the role that shares one end with a told time, where no role or row of roles shares both."""
    roles = [role for role in graph.roles if role.person == person]
    starts = [role for role in roles if any(_is_told(when.start, ends[0], role, when) for when in _accounts(role))]
    stops = [role for role in roles if any(_is_told(when.end, ends[1], role, when) for when in _accounts(role))]
    return None if starts and stops else next(iter((*starts, *stops)), None)


def _accounts(role: Role) -> Iterator[When]:
    yield role.dates.stated
    yield from (account.dates for account in role.dates.other_accounts)
    yield from (ground.period for ground in role.responsibility if ground.period)
    yield from (when for when in (role.dates.possible, role.term.dates if role.term else None) if when)


def _is_told(recorded: Point | None, told: Point | None, role: Role, account: When) -> bool:
    """Tell whether two dates of their own precision can be one; what another account has to the month is no day."""
    if not recorded or not told or (account is not role.dates.stated and recorded.precision < told.precision):
        return False
    return recorded.first <= told.last and told.first <= recorded.last


def _finding(case: CheckInput, told: ToldTenure, role: Role) -> Finding:
    text = told.sentence.text
    finding = case.finding(
        text.kind, text.record_id,
        f"the text says `{told.words}`, and role `{role.id}` is dated `{role.dates.stated.text}`",
        "read the sources of the role again and correct the one that is wrong, or record the other dates under "
        "`other_accounts`", at=text.loc,
    )  # fmt: skip
    return at_words(finding, case.graph, text, told.start, told.end)


CHECK = Check("TIM121", "tenure-told-differently", Severity.WARNING, TEXTS, run)
