"""A judgment, law or document is told in two ways in its own record.

Compares what the record of an authority says in several places: its `date` with the dates in `citation` and at the end
of `name`, its `number` with a number of the same form in the citation, its `court` with a court there whose name is the
same but for one word; and `final_on` and `read_on` with `date`, before which neither can lie. A year alone counts where
it stands in round brackets behind a name, since a year before a volume is that of a report. A law that is said to be
amended or revised bears several days, and is not compared with those of its citation, its name and its coming into
force. Found is what surely cannot be one.

That a holding names a later day, or an event is taken from a judgment that is older, is a note: a court may set a day
to come, and a judgment may be cited for what led to an event.

## Why it matters
A citation is the first thing that a court looks up. Where it leads to another judgment, or to none, the reader takes
the rest to be as careless.

## Example
```yaml
case: {title: Example}
authorities:
  - id: pol
    kind: judgment
    name: Pol v State
    citation: "*Pol v State*, no 112/2022, Court of Review, 7 March 2023"
    date: 2022-03-07
```

Use instead:
```yaml
case: {title: Example}
authorities:
  - id: pol
    kind: judgment
    name: Pol v State
    citation: "*Pol v State*, no 112/2022, Court of Review, 7 March 2023"
    date: 2023-03-07
```

## When to allow it
Where the citation gives the day on which it was published, and says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.prose.times import times_in
from probata.checks.support.authority_in_citation import Fault, faults_of_citation, has_several_days
from probata.checks.tenures.sure_days import is_approximate, is_surely_before
from probata.diagnostics import Severity, say
from probata.model.authority import Authority
from probata.model.dates import When

_AT_ITS_END = re.compile(r"\bof\s+((?:[^\W\d_]+\s+|\d+\s+[^\W\d_]+\s+)?\d{4})$")
_RULING = frozenset({"judgment", "decision"})


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare the fields of each authority, and its date with what is taken from it."""
    for authority in case.graph.authorities:
        for fault in (*faults_of_citation(authority), *_of_name(authority), *_of_days(authority)):
            yield _finding(case, authority, fault)
        if authority.date and not is_approximate(authority.date):
            yield from _later_than_it(case, authority, authority.date)


def _of_name(authority: Authority) -> Iterator[Fault]:
    found = None if has_several_days(authority) else _AT_ITS_END.search(authority.name)
    date = authority.date
    for told in times_in(found[1]) if found and date and not is_approximate(date) else ():
        if date and (told.last.last < date.first or date.last < told.first.first):
            yield Fault(
                ("name",), f"is dated {say.date(date)}, and its name ends in {say.words(found[1] if found else '')}"
            )


def _of_days(authority: Authority) -> Iterator[Fault]:
    final = authority.final_on.value if authority.final_on and not has_several_days(authority) else None
    for loc, what, when in (("final_on", "final or in force", final), ("read_on", "read", authority.read_on)):
        if when and authority.date and is_surely_before(when, authority.date):
            yield Fault((loc,), f"is dated {say.date(authority.date)}, and was {what} on {say.date(when)}, before that")


def _later_than_it(case: CheckInput, authority: Authority, date: When) -> Iterator[Finding]:
    """Note the holdings that name a later day, and the events that are later than the judgment they are taken from."""
    for place, holding in enumerate(authority.holdings):
        for told in times_in(holding.text):
            if date.last < told.first.first:
                what = f"and a holding names {say.words(holding.text[told.start : told.end])}, which is later"
                fault = Fault(("holdings", place), f"is dated {say.date(date)}, {what}")
                yield _finding(case, authority, fault, Severity.INFO)
    for event in case.graph.events if authority.kind in _RULING else ():
        cited = any(citation.source == authority.id for citation in event.citations)
        if cited and event.dates and is_surely_before(date, event.dates):
            what = (
                f"is dated {say.date(date)}, and event {say.event(event)}, which is taken from it, "
                f"{say.date(event.dates)}"
            )
            yield _finding(case, authority, Fault(("date",), what), Severity.INFO)


def _finding(case: CheckInput, authority: Authority, fault: Fault, severity: Severity | None = None) -> Finding:
    return case.finding(
        "authorities", authority.id, f"authority {say.authority(authority)} {fault.message}",
        "look at the authority itself, and correct the one that is wrong", at=fault.loc, severity=severity,
    )  # fmt: skip


CHECK = Check("LAW171", "authority-told-differently", Severity.WARNING, "authorities", run)
