"""A text tells the time of a post otherwise than the record of the role.

Looks at our own sentences for "from … to …" and "between … and …" with two months or days, behind words that speak of a
post, in English, French and Spanish, and compares them with the roles of the person whose description it is, or who is
named last before it. It is found where one end is that of a role and the other is not: the same post, with another
date. Where the same clause names the title of a role or post of the person, or says that the person headed its body,
years are read too, and it is found where the time told begins before the role, ends after it, or has one end alone of
its two. Other accounts of a role are taken as told, and so are several roles one after the other; the dates of a term
are, where those of the role are not recorded to the day.

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
from probata.checks.looked_at import printed_in_all_languages
from probata.checks.tenures.ends_of_roles import accounts_of, may_be_end
from probata.checks.texts.told_dates import Ends, ToldTenure, told_tenures
from probata.checks.texts.word_findings import finding_of_words
from probata.diagnostics import Severity, say
from probata.graph.case_graph import CaseGraph
from probata.model.dates import Point, When
from probata.model.role import Role


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare each time of a post in our texts with the roles of the person."""
    for told in told_tenures(case.graph):
        role = next((one for one in told.roles if _lies_outside(told)), None)
        if role is None and not told.of_years:
            role = _told_otherwise(case.graph, told.person, told.ends)
        if role:
            yield _finding(case, told, role)


def _lies_outside(told: ToldTenure) -> bool:
    """Tell whether a time begins before the roles that are named, ends after them, or has one end alone of theirs.

    One that lies within them with both of its ends may be a part of the time.
    """
    start, end = told.ends
    if not start or not end:
        return False
    starts, stops = (any(may_be_end(role, one, is_start=one is start) for role in told.roles) for one in (start, end))
    if starts != stops:
        return True
    accounts = [when for role in told.roles for when in accounts_of(role)]
    return not starts and (
        all(start.last < when.first for when in accounts) or all(end.first > when.last for when in accounts)
    )


def _told_otherwise(graph: CaseGraph, person: str, ends: Ends) -> Role | None:
    """Return the role that shares one end with a told time, where no role or row of roles shares both."""
    roles = graph.roles_of(person)
    starts = [role for role in roles if any(_is_told(when.start, ends[0], role, when) for when in accounts_of(role))]
    stops = [role for role in roles if any(_is_told(when.end, ends[1], role, when) for when in accounts_of(role))]
    return None if starts and stops else next(iter((*starts, *stops)), None)


def _is_told(recorded: Point | None, told: Point | None, role: Role, account: When) -> bool:
    """Tell whether two dates of their own precision can be one; what another account has to the month is no day."""
    if not recorded or not told or (account is not role.dates.stated and recorded.precision < told.precision):
        return False
    return recorded.first <= told.last and told.first <= recorded.last


def _finding(case: CheckInput, told: ToldTenure, role: Role) -> Finding:
    return finding_of_words(
        case, told.sentence.text, (told.start, told.end),
        f"the text says {say.words(told.words)}, and role {say.role(role)} is dated {say.date(role.dates.stated)}",
        "read the sources of the role again and correct the one that is wrong, or record the other dates under "
        "`other_accounts`",
    )  # fmt: skip


CHECK = Check(
    "TIM121", "tenure-told-differently", Severity.WARNING, "texts and lines", run, looks_at=printed_in_all_languages
)
