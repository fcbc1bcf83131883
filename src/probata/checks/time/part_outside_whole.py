"""An operation, incident or body that lies outside the time of the one of which it is part.

Compares the dates of each event with those of the events in `part_of`, and the founding and dissolution of each body
with those of the body of which it is part or a level. What surely shares no day with its whole should be fixed. What
only begins before it, or goes on after it, is a note: an older operation may have been taken into a newer one. For a
body, `dates` of the relation say since when it was so; they are compared with the life of both.

## Why it matters
What is charged through the whole, such as who led it, is charged for all its parts. A part that was there before has
another history, and the other side will tell it.

## Example
```yaml
case: {title: Example}
events:
  - {id: clean-yard, kind: operation, title: Operation Clean Yard, dates: 2016-03/2016-09}
  - {id: night, kind: incident, title: Night of the searches, dates: 2015-03-04, part_of: [clean-yard]}
```

Use instead:
```yaml
case: {title: Example}
events:
  - {id: clean-yard, kind: operation, title: Operation Clean Yard, dates: 2016-03/2016-09}
  - {id: night, kind: incident, title: Night of the searches, dates: 2016-03-04, part_of: [clean-yard]}
```

## When to allow it
Where the sources say that the part was there first and was joined to the whole later: say so in the text, with the day.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput, Loc
from probata.checks.finding import Finding
from probata.checks.looked_at import records_of
from probata.checks.tenures.sure_days import begins_before, ends_after, is_surely_before
from probata.diagnostics import Severity, say
from probata.model.body import Body, BodyRelation
from probata.model.dates import When
from probata.model.event import Event

_LEVELS = frozenset({"part_of", "provincial_level_of", "county_level_of"})
"""Relations of a body to one that is above it and, as a rule, no younger."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare each part with its whole."""
    for event in case.graph.events:
        for position, key in enumerate(event.part_of):
            whole = case.graph.find("events", Event, key)
            if event.dates and whole and whole.dates:
                yield from _event(case, event, event.dates, key, whole.dates, ("part_of", position))
    for body in case.graph.bodies:
        for position, relation in enumerate(body.relations):
            above = case.graph.find("bodies", Body, relation.body)
            if above and relation.kind in _LEVELS:
                yield from _body(case, body, relation, above, ("relations", position))


def _event(case: CheckInput, event: Event, part: When, key: str, whole: When, at: Loc) -> Iterator[Finding]:
    if is_surely_before(part, whole) or is_surely_before(whole, part):
        yield case.finding(
            "events", event.id,
            f"event {say.event(event)}, dated {say.date(part)}, is part of {say.event(key)}, dated {say.date(whole)}, "
            "and shares no day with it",
            "correct the date that is wrong, or take it out of the other", at=at,
        )  # fmt: skip
    elif verb := _sticking_out(part, whole):
        yield case.finding(
            "events", event.id,
            f"event {say.event(event)}, dated {say.date(part)}, {verb} {say.event(key)}, dated {say.date(whole)}, of "
            "which it is part",
            "read in the sources when it became part of it, and say so in `description`; where it was part of it all "
            "the time, correct the date that is wrong",
            at=at, severity=Severity.INFO,
        )  # fmt: skip


def _sticking_out(part: When, whole: When) -> str:
    if begins_before(part, whole):
        return "begins before"
    return "goes on after" if ends_after(part, whole) else ""


def _body(case: CheckInput, body: Body, relation: BodyRelation, above: Body, at: Loc) -> Iterator[Finding]:
    """Compare the dates of the relation with the life of both; where it has none, the two lives with each other."""
    if relation.dates:
        for one in (body, above):
            if told := _outside_life(relation.dates, one):
                yield case.finding(
                    "bodies", body.id,
                    f"{say.body(body)} is recorded as {say.words(relation.kind)} {say.body(above)} for "
                    f"{say.date(relation.dates)}, {told}",
                    "read both dates again in their sources, and correct the one that is wrong", at=(*at, "dates"),
                )  # fmt: skip
    elif told := _older(body, above):
        yield case.finding(
            "bodies", body.id,
            f"{say.body(body)} is recorded as {say.words(relation.kind)} {say.body(above)} without dates, and {told}",
            "give the relation `dates`, from when to when it was so", at=at, severity=Severity.INFO,
        )  # fmt: skip


def _outside_life(dates: When, body: Body) -> str:
    if body.founded and begins_before(dates, body.founded.value):
        return f"which begins before {say.body(body)} was founded, {say.date(body.founded.value)}"
    if body.dissolved and dates.end and ends_after(dates, body.dissolved.value):
        return f"which goes on after {say.body(body)} was dissolved, {say.date(body.dissolved.value)}"
    return ""


def _older(body: Body, above: Body) -> str:
    if body.founded and above.founded and begins_before(body.founded.value, above.founded.value):
        return f"was founded {say.date(body.founded.value)}, before it, {say.date(above.founded.value)}"
    if body.dissolved and above.dissolved and ends_after(body.dissolved.value, above.dissolved.value):
        return f"was dissolved {say.date(body.dissolved.value)}, after it, {say.date(above.dissolved.value)}"
    return ""


CHECK = Check(
    "TIM111", "part-outside-whole", Severity.WARNING, "events and bodies", run, looks_at=records_of("events", "bodies"),
    rests_on={"events": ("citations", "dates", "part_of")},
)  # fmt: skip
