"""A role is said to begin or end by a document that was issued after it did.

Looks at the roles whose `start_context` or `end_context` names a source that they cite, by its number or title, such as
"appointed by Decree 41", and compares the day on which that was issued with the beginning or end of the role. What is
approximate decides nothing, nor does a date that only may be later.

## Why it matters
Nobody is appointed by a decree of next month. Whoever compares the two doubts the decree, the date of the post, and
with it who commanded.

## Example
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
sources: [{id: decree, title: Decree 41 on appointments, number: Decree 41, issued: 2021-02-28}]
roles:
  - id: governor
    person: wolk
    title: Governor of North Prison
    dates: {stated: 2021-02-01/2023-09-30, start_context: appointed by Decree 41}
    citations: decree
```

Use instead:
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
sources: [{id: decree, title: Decree 41 on appointments, number: Decree 41, issued: 2021-01-28}]
roles:
  - id: governor
    person: wolk
    title: Governor of North Prison
    dates: {stated: 2021-02-01/2023-09-30, start_context: appointed by Decree 41}
    citations: decree
```

## When to allow it
Where the document appoints with effect from an earlier day, and says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.tenures.sure_days import is_approximate
from probata.diagnostics import Severity, say
from probata.model.dates import Point, When
from probata.model.role import Role
from probata.model.source_record import Source

_SHORTEST = 4
"""Letters of a number or title that is told from other words."""


class _Named(NamedTuple):
    """An end of a role with the document that its record names for it."""

    role: Role
    what: str
    day: Point
    source: Source
    issued: When


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare each end of a role with the day of the document by which it is said to come."""
    for one in _named(case):
        if one.issued.first > one.day.last and not is_approximate(one.issued) and not one.day.approximate:
            yield case.finding(
                "roles", one.role.id,
                f"role {say.role(one.role)} is dated {say.date(one.role.dates.stated)}, and {say.source(one.source)}, "
                f"by which it is said to {one.what}, was issued on {say.date(one.issued)}",
                "look both dates up in the document, and correct the one that is wrong", at=("dates",),
                notes=(f"the date of the document is at {case.graph.span('sources', one.source.id, 'issued')}",),
            )  # fmt: skip


def _named(case: CheckInput) -> Iterator[_Named]:
    for role in case.graph.roles:
        dates = role.dates
        ends = (("begin", dates.start_context, dates.stated.start), ("end", dates.end_context, dates.stated.end))
        cited = {citation.source for citation in role.citations}
        sources = [source for key in cited if (source := case.graph.find("sources", Source, key)) and source.issued]
        for what, context, day in ends:
            for source in sources if context else ():
                if day and source.issued and _is_named(context or "", source):
                    yield _Named(role, what, day, source, source.issued)


def _is_named(context: str, source: Source) -> bool:
    called = (source.number, source.title, source.translated_title)
    names = (name for name in called if name and len(name) >= _SHORTEST and not name.isdigit())
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", context, re.IGNORECASE) for name in names)


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the roles that name a document by which they begin or end."""
    yield from dict.fromkeys(Looked(f"roles/{one.role.id}") for one in _named(case))


CHECK = Check(
    "TIM176", "source-later-than-appointment", Severity.WARNING, "roles by a document", run, looks_at=_looks_at
)  # fmt: skip
