"""A date that is recorded more precisely than it is known.

Finds three things. A role whose `certain` days begin before, or last longer than, any account of it makes sure of; a
note where two sources are cited, of which one may give the day. An event that is dated by day or month although its
`date_type` says that they are unknown. An exhibit dated by the day where its source gives the month or year alone.

## Why it matters
A day that no source gives was made up by somebody. Whether conduct lies inside a post may hang on it, and the other
side needs to ask only where it comes from.

## Example
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
roles:
  - id: governor
    person: wolk
    title: Governor of North Prison
    dates: {stated: 2015/2017, certain: 2015-03-01/2017-08-31}
```

Use instead:
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
roles:
  - id: governor
    person: wolk
    title: Governor of North Prison
    dates:
      stated: 2015/2017
      certain: 2015-03-01/2017-08-31
      other_accounts: [{dates: 2015-03-01/2017-08-31, note: so the two decrees}]
```

## When to allow it
Where the more precise date is in a source that is cited: better write it into the record.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import records_of
from probata.checks.tenures.sure_days import is_finer
from probata.diagnostics import Severity, say
from probata.model.dates import When
from probata.model.exhibit import Exhibit
from probata.model.role import Role
from probata.model.source_record import Source

_MONTH, _DAY = 2, 3
"""Precision of a date, as `Point.precision` counts it."""
_KNOWN = {"day_unknown": _MONTH, "day_and_month_unknown": 1}
"""The finest precision that a date may have by its type."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare how precisely each date is told with how precisely it is known."""
    for role in case.graph.roles:
        if told := _beyond_what_is_sure(role):
            yield case.finding(
                "roles", role.id,
                f"role {say.role(role)} is recorded as certain {told}, and no account makes that sure",
                "record the account that gives the day under `other_accounts`, or narrow `certain`",
                at=("dates", "certain"), severity=Severity.INFO if _has_two_sources(role) else None,
            )  # fmt: skip
    for event in case.graph.events:
        if event.dates and _finest(event.dates) > _KNOWN.get(event.date_type, _DAY):
            yield case.finding(
                "events", event.id,
                f"event {say.event(event)} is dated {say.date(event.dates)}, and its `date_type` is "
                f"{say.words(event.date_type)}",
                "leave out what is unknown of the date, or correct `date_type`", at=("dates",),
            )  # fmt: skip
    for exhibit in case.graph.exhibits:
        yield from _finer_than_source(case, exhibit)


def _beyond_what_is_sure(role: Role) -> str:
    """Say on which side `certain` goes beyond what the accounts make sure of; nothing where it does not."""
    certain, tenure = role.dates.certain, role.dates
    accounts = [tenure.stated, *(account.dates for account in tenure.other_accounts)]
    accounts += [seat.dates for seat in role.seats if seat.dates]
    if certain is None:
        return ""
    if certain.start and certain.first < min(when.latest_start for when in accounts):
        return f"from {say.date(certain.first)}"
    if certain.end and certain.last > max(_surely_until(role, when) for when in accounts):
        return f"until {say.date(certain.last)}"
    return ""


def _has_two_sources(role: Role) -> bool:
    """Tell whether another source than that of the stated dates is cited: it may be the one that gives the day."""
    return len({citation.source for citation in (*role.citations, *role.dates.citations)}) > 1


def _surely_until(role: Role, when: When) -> date:
    """Return the last day that an account makes sure of; of a role that goes on, the day for which that is known."""
    return role.as_of.last if when.is_open and role.as_of else when.earliest_end


def _finest(when: When) -> int:
    return max((point.precision for point in (when.start, when.end) if point), default=1)


def _finer_than_source(case: CheckInput, exhibit: Exhibit) -> Iterator[Finding]:
    source = case.graph.find("sources", Source, exhibit.source or "")
    own, known = exhibit.date, source.issued if source else None
    if own and known and not own.is_period and not known.is_period and is_finer(own.start, known.start):
        yield case.finding(
            "exhibits", exhibit.id,
            f"exhibit {say.exhibit(exhibit)} is dated {say.date(own)}, and its source {say.source(exhibit.source)} "
            f"{say.date(known)}",
            "give both the date that the document bears", at=("date",),
        )  # fmt: skip


CHECK = Check(
    "TIM120",
    "date-made-precise",
    Severity.WARNING,
    "roles, events and exhibits",
    run,
    looks_at=records_of("roles", "events", "exhibits"),
)
