"""Events that are part of each other, bodies that each followed the other, or sources known only through each other.

Follows what an event is part of, which body went before which, and through what a source is known that nobody has seen.
Time decides nothing here: a whole cannot be part of its part on any day.

## Why it matters
In a circle there is no beginning: no work in it was seen by anybody, no event in it is the operation to which the rest
belongs. What rests on it rests on nothing, and counting it counts it twice.

## Example
```yaml
case: {title: Example}
events:
  - {id: sweep, kind: operation, title: Winter sweep, part_of: [raids]}
  - {id: raids, kind: operation, title: Raids on the villages, part_of: [sweep]}
```

Use instead:
```yaml
case: {title: Example}
events:
  - {id: sweep, kind: operation, title: Winter sweep}
  - {id: raids, kind: operation, title: Raids on the villages, part_of: [sweep]}
```

## When to allow it
Never of events and sources. A body that was dissolved and founded anew under its old name is two bodies: record two.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import chain

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.tenures.circles import Link, circles
from probata.diagnostics import Severity
from probata.graph.sources import SEEN

_ALWAYS = (date.min, date.max)
_SHOWN = 6
"""Links of a circle that are named one by one."""
_STEPS = {
    "events": "leave out `part_of` where the event is the whole",
    "bodies": "read in the sources which of them came first, and correct the link that is the wrong way round",
    "sources": "name the work in which one of them was really found, or say of one that it was seen: `held: held`",
}
"""The next step, by the kind of record."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Look for circles of events, of bodies and of sources, each by itself."""
    for links in (_events(case), _bodies(case), _sources(case)):
        for first, *others in circles(list(links)):
            kind, record_id = first.record
            closed = "of itself" if not others else "and is closed by what the notes name"
            yield case.finding(
                kind, record_id, f"{first.words}, in a circle {closed}", _STEPS[kind],
                at=first.at, notes=tuple(link.words for link in others[:_SHOWN]),
            )  # fmt: skip


def _events(case: CheckInput) -> Iterator[Link]:
    for event in case.graph.events:
        for place, whole in enumerate(event.part_of):
            yield Link(whole, event.id, "part_of", ("events", event.id), ("part_of", place), _ALWAYS)


def _bodies(case: CheckInput) -> Iterator[Link]:
    for body in case.graph.bodies:
        for place, relation in enumerate(body.relations):
            at = ("relations", place, "body")
            if relation.kind == "predecessor_of":
                yield Link(body.id, relation.body, "successor_of", ("bodies", body.id), at, _ALWAYS)
            elif relation.kind == "successor_of":
                yield Link(relation.body, body.id, "successor_of", ("bodies", body.id), at, _ALWAYS)


def _sources(case: CheckInput) -> Iterator[Link]:
    for source in case.graph.sources:
        for place, citation in enumerate(() if source.held in SEEN else source.cited_in):
            yield Link(citation.source, source.id, "cited_in", ("sources", source.id), ("cited_in", place), _ALWAYS)


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the records that are linked to another of their kind."""
    links = chain(_events(case), _bodies(case), _sources(case))
    yield from (Looked(record) for record in dict.fromkeys("/".join(link.record) for link in links))


CHECK = Check("STR171", "circle-of-records", Severity.WARNING, "events, bodies and sources", run, looks_at=_looks_at)
