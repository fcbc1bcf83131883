"""An allegation counts those affected otherwise than its event does from the same page.

Compares the count of an allegation that is taken from a page or paragraph and is no figure with that of each event of
the allegation, where both are taken from one page: what has the same unit must be the same; where only the first word
of the units is, it is a note.

## Why it matters
The number of victims is what the press prints. Where the charge says 24 and the event 21, both are doubted.

## Example
```yaml
case: {title: Example}
sources: [{id: report, title: A report}]
events:
  - id: beatings-2016
    kind: incident
    title: Beatings of 2016
    count: {value: 21, unit: prisoners beaten, citations: "report, p. 19"}
allegations:
  - id: beatings
    title: Beatings
    statement: Prisoners were beaten.
    events: [beatings-2016]
    affected: {count: {value: 24, unit: prisoners beaten, citations: "report, p. 19"}}
```

Use instead:
```yaml
case: {title: Example}
sources: [{id: report, title: A report}]
events:
  - id: beatings-2016
    kind: incident
    title: Beatings of 2016
    count: {value: 21, unit: prisoners beaten, citations: "report, p. 19"}
allegations:
  - id: beatings
    title: Beatings
    statement: Prisoners were beaten.
    events: [beatings-2016]
    affected: {count: {value: 21, unit: prisoners beaten, citations: "report, p. 19"}}
```

## When to allow it
Where the page has both numbers and they count different things: say in the unit what is counted.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding, Outcome
from probata.checks.looked_at import Looked
from probata.checks.prose.citations import numbers_of_place
from probata.diagnostics import Severity, say
from probata.model.allegation import Allegation
from probata.model.event import Event
from probata.model.quantity import Bound, Count


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare the count of each allegation with those of its events from the same place."""
    for allegation, count in _counted(case):
        yield from (_finding(case, allegation, count, *one) for one in _events_apart(case, allegation, count))


def _events_apart(case: CheckInput, allegation: Allegation, count: Count) -> Iterator[tuple[Event, Count]]:
    """Give the events of an allegation with their counts, where one differs that is taken from the same page."""
    for key in allegation.events:
        event = case.graph.find("events", Event, key)
        other = event.count if event else None
        if event and other and other.unit and other.value.bound is Bound.EXACT and count.value not in other.given:
            places = ((one.source, one.pinpoint.value) for one in other.citations if one.pinpoint)
            if _noun(other) == _noun(count) and any(_is_place(count, *place) for place in places):
                yield event, other


def _noun(count: Count) -> str:
    return next(iter((count.unit or "").casefold().split()), "")


def _finding(case: CheckInput, allegation: Allegation, count: Count, event: Event, other: Count) -> Finding:
    is_same = (other.unit or "").casefold() == (count.unit or "").casefold()
    return case.finding(
        "allegations", allegation.id,
        f"the count of those affected is {count.value.text} {count.unit}, and event {say.event(event)} counts "
        f"{other.value.text} {other.unit} from the same place",
        "look the number up at the source, and write it in both places; where they count different things, say so in "
        "the unit", at=("affected", "count", "value"),
        severity=None if is_same else Severity.INFO, outcome=Outcome.FAILED if is_same else Outcome.CANNOT_TELL,
    )  # fmt: skip


def _counted(case: CheckInput) -> Iterator[tuple[Allegation, Count]]:
    for allegation in case.pursued:
        count = allegation.affected.count
        if count and count.unit and not count.figure and count.value.bound is Bound.EXACT and count.citations:
            yield allegation, count


def _is_place(count: Count, key: str, place: str) -> bool:
    numbers = numbers_of_place(place)
    return any(
        one.source == key and one.pinpoint and numbers & numbers_of_place(one.pinpoint.value) for one in count.citations
    )


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the allegations with a count that is taken from a place."""
    yield from (Looked(f"allegations/{allegation.id}") for allegation, _ in _counted(case))


CHECK = Check(
    "FIG173", "count-told-differently", Severity.WARNING, "counts of allegations", run, looks_at=_looks_at
)  # fmt: skip
