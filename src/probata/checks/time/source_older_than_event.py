"""An event, an allegation or the end of a post for which every source is older than that.

Looks at the events that are charged, at the evidence for each allegation put forward, and at the roles on which one
rests. Found are events and allegations all of whose sources bear a date before their earliest day. Notes are roles all
of whose sources are older than their end, and single items of evidence that go to the conduct alone and are older than
it. A source without `issued` has the date of its address, and then it is a note. A source without either, or a law, is
never older; nor is one that goes to a risk or a knowledge, which was there before.

## Why it matters
A source cannot report what had not happened. Either it only announces the event, or one of the dates is wrong: both
leave the event without proof.

## Example
```yaml
case: {title: Example}
sources: [{id: letter, title: Letter to the governor, issued: 2015-03}]
events: [{id: beatings, kind: incident, title: Beatings, dates: 2016-02-10, citations: [letter]}]
```

Use instead:
```yaml
case: {title: Example}
sources: [{id: letter, title: Letter to the governor, issued: 2016-03}]
events: [{id: beatings, kind: incident, title: Beatings, dates: 2016-02-10, citations: [letter]}]
```

## When to allow it
Where the source itself fixes what comes later, such as a rule that enters into force or a post given for a term.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.tenures.older_sources import all_older, weight_of
from probata.diagnostics import Severity, say
from probata.model.allegation import Allegation, Evidence
from probata.model.dates import When
from probata.model.role import Role


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare the dates of sources with those of the events, allegations and roles that they are cited for."""
    yield from _events(case)
    for allegation in case.pursued:
        yield from _evidence(case, allegation)
    yield from _roles(case)


def _events(case: CheckInput) -> Iterator[Finding]:
    for event in case.graph.events:
        if event.dates and _has_first_day(event.dates) and not event.context_only:
            older = all_older(case, (citation.source for citation in event.citations), event.dates.first)
            if older:
                yield case.finding(
                    "events", event.id,
                    f"event {say.event(event)}, dated {say.date(event.dates)}, has only older sources: "
                    f"{', '.join(map(str, older))}",
                    "cite a source from after the event, or correct the date that is wrong", at=("citations",),
                    severity=weight_of(older),
                )  # fmt: skip


def _evidence(case: CheckInput, allegation: Allegation) -> Iterator[Finding]:
    """Find an allegation with nothing from its time or after, or else the single items about conduct to come."""
    period = allegation.period
    supporting = [(place, item) for place, item in enumerate(allegation.evidence) if not item.against]
    if period is None or not _has_first_day(period):
        return
    if older := all_older(case, (item.source for _, item in supporting), period.first):
        yield case.finding(
            "allegations", allegation.id,
            f"allegation {say.allegation(allegation)}, of {say.date(period)}, has only older evidence: "
            f"{', '.join(map(str, older))}",
            "add evidence from the time or after it, or correct the date that is wrong", at=("evidence",),
            severity=weight_of(older),
        )  # fmt: skip
        return
    for place, item in supporting:
        for one in all_older(case, (item.source,), period.first) if _is_of_conduct(case, item) else ():
            yield case.finding(
                "allegations", allegation.id,
                f"{one} is older than the conduct to which it goes, {say.date(period)}",
                "cite evidence from the time or after it; where it shows the time before, say so in `supports` and "
                "decide the finding",
                at=("evidence", place, "source"), severity=Severity.INFO,
            )  # fmt: skip


def _is_of_conduct(case: CheckInput, item: Evidence) -> bool:
    """Tell whether an item goes to what was done alone, and to no risk or knowledge, which was there before."""
    elements = [case.catalogue.elements.get(key) for key in item.elements]
    return bool(elements) and all(one and one.about == "conduct" and not one.at_the_time for one in elements)


def _roles(case: CheckInput) -> Iterator[Finding]:
    for role in _alleged(case):
        stated, cited = role.dates.stated, _cited_for(role)
        if stated.end is None or stated.end.approximate or not role.dates.end_known:
            continue
        if older := all_older(case, cited, stated.earliest_end):
            yield case.finding(
                "roles", role.id,
                f"role {say.role(role)}, held {say.date(stated)}, has no source as late as its end: "
                f"{', '.join(map(str, older))}",
                "cite a source that shows until when it was held, or write `end_known: false`", at=("citations",),
                severity=Severity.INFO,
            )  # fmt: skip


def _alleged(case: CheckInput) -> Iterator[Role]:
    """Give the roles on which an allegation rests, each once."""
    found = {role.id: role for allegation in case.pursued for role in case.roles_of(allegation)}
    yield from found.values()


def _cited_for(role: Role) -> list[str]:
    """Return what is cited for a role, its seats and its dates."""
    seats = chain.from_iterable(seat.citations for seat in role.seats)
    return [citation.source for citation in (*role.citations, *seats, *role.dates.citations)]


def _has_first_day(when: When) -> bool:
    return when.start is not None and not when.start.approximate


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the dated events with a source, the dated allegations with evidence, and the roles of allegations."""
    for event in case.graph.events:
        if event.citations and event.dates and not event.context_only:
            yield Looked(f"events/{event.id}")
    for allegation in case.pursued:
        if allegation.period and any(not item.against for item in allegation.evidence):
            yield Looked(f"allegations/{allegation.id}")
    yield from (Looked(f"roles/{role.id}") for role in _alleged(case) if role.dates.stated.end and _cited_for(role))


CHECK = Check(
    "TIM107", "source-older-than-event", Severity.WARNING, "events, allegations and roles", run, looks_at=_looks_at
)
