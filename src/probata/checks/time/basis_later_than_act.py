"""A law or decision on which an event or a relation of command is said to rest is younger than its beginning.

Reads the years in `legal_basis` and compares the earliest with the date on which the event or the relation began. The
year in which a law was amended, revised or published is not its own, and the number of an article is no year. A basis
that names no year of its own, and an approximate date, decide nothing.

## Why it matters
What began before the law cannot rest on it: either the date is wrong, or there was another basis, or none, and that is
the point to be made.

## Example
```yaml
case: {title: Example}
events:
  - {id: custody, kind: measure, title: Preventive custody, dates: 2015/2018, legal_basis: Law on Public Order of 2017}
```

Use instead:
```yaml
case: {title: Example}
events:
  - {id: custody, kind: measure, title: Preventive custody, dates: 2015/2018, legal_basis: Law on Public Order of 2014}
```

## When to allow it
Where the law was given afterwards for what was done already, and the text says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.support.law_years import years_of_law
from probata.diagnostics import Severity, say
from probata.model.dates import When

_RESTS_ON = ("citations", "dates", "legal_basis")


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare the year of each basis with the beginning of what rests on it."""
    for kind, record_id, basis, dates in _based(case):
        years, start = tuple(years_of_law(basis)), dates.start
        # A law that was amended in a year was there in it: that year is not its own, and may clear it all the same.
        first = min((one.year for one in years), default=0) if any(one.is_own for one in years) else 0
        if start and not start.approximate and dates.latest_start.year < first:
            yield case.finding(
                kind, record_id,
                f"{say.of(kind, record_id)} is dated {say.date(dates)}, and its legal basis, {say.words(basis)}, is "
                f"of {first}",
                "correct the date or the law by their sources, or name the basis that there was at the beginning",
                at=("legal_basis",),
            )  # fmt: skip


def _based(case: CheckInput) -> Iterator[tuple[str, str, str, When]]:
    """Give the events and relations with a basis and dates."""
    for event in case.graph.events:
        if event.legal_basis and event.dates:
            yield "events", event.id, event.legal_basis, event.dates
    for command in case.graph.commands:
        if command.legal_basis and command.dates:
            yield "commands", command.id, command.legal_basis, command.dates.certain or command.dates.stated


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    for kind, record_id, basis, _ in _based(case):
        is_known = any(one.is_own for one in years_of_law(basis))
        yield Looked(f"{kind}/{record_id}", "" if is_known else "its legal basis names no year of its own")


CHECK = Check(
    "TIM171", "basis-later-than-act", Severity.WARNING, "events and commands", run, looks_at=_looks_at,
    rests_on={"commands": _RESTS_ON, "events": _RESTS_ON},
)  # fmt: skip
