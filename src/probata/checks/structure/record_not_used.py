"""Sources, quotations, events, exhibits or tables to which nothing in the case leads.

One finding for each kind, with all records of it. A source is used where anything cites it; a quotation or an event
where another record names it or a text has its words; an exhibit where a statement produces it, in a case that has
statements; a table where a figure or an allegation takes it, in a case that has figures. What only forms the background
(`context_only`) is left alone.

## Why it matters
What nothing rests on was forgotten, or was left behind when the text around it went. The first is a gap in the proof,
and the second is shown to the other side for nothing: documents print lists of quotations, events and tables whole.

## Example
```yaml
case: {title: Example}
sources:
  - {id: register, title: Infirmary register of North Prison, type: document, held: held}
  - {id: yearbook, title: Yearbook of the prison service, type: book, held: held}
allegations: [{id: beatings, title: Beatings, statement: Prisoners were beaten., evidence: ["register, p. 14"]}]
```

Use instead:
```yaml
case: {title: Example}
sources:
  - {id: register, title: Infirmary register of North Prison, type: document, held: held}
  - {id: yearbook, title: Yearbook of the prison service, type: book, held: held}
people: [{id: wolk, name: Mara Wolk, citations: "yearbook, p. 4"}]
allegations: [{id: beatings, title: Beatings, statement: Prisoners were beaten., evidence: ["register, p. 14"]}]
```

## When to allow it
While the case is being written; or where a record is kept for the file, such as a source that was searched in vain.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.support.uses import Uses
from probata.diagnostics import Severity, say
from probata.model.kinds import KIND_BY_KEY

_MOST = 12
"""Records that one finding names; how many there are besides is told."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the records that are not used, once for each kind; where some could not be read nothing is sure."""
    uses = Uses(case.graph)
    unused = {
        "sources": [one.id for one in case.graph.sources if not uses.of_source(one)],
        "quotations": [one.id for one in case.graph.quotations if not uses.of_quotation(one)],
        "events": [one.id for one in case.graph.events if not uses.of_event(one)],
        "exhibits": [one.id for one in case.graph.exhibits if not uses.of_exhibit(one)],
        "datasets": [one.id for one in case.graph.datasets if not uses.of_dataset(one)],
    }
    for kind, ids in unused.items() if not case.graph.left_out else ():
        if ids:
            yield _finding(case, kind, ids)


def _finding(case: CheckInput, kind: str, ids: list[str]) -> Finding:
    one = KIND_BY_KEY[kind].singular
    what = f"{len(ids)} {one}s" if len(ids) > 1 else f"one {one}"
    more = f" and {len(ids) - _MOST} more" if len(ids) > _MOST else ""
    found = case.finding(
        kind, ids[0], f"nothing in the case leads to {what}: {say.sources(ids[:_MOST])}{more}",
        "cite each where it belongs, or take it out",
    )  # fmt: skip
    return replace(found, others=tuple(f"{kind}/{one}" for one in ids[1:]))


_KINDS = ("sources", "quotations", "events", "exhibits", "datasets")


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the records that something may lead to; where some could not be read none can be told."""
    why = "some records could not be read" if case.graph.left_out else ""
    for kind in _KINDS:
        yield from (Looked(f"{kind}/{key}", why) for key in case.graph.records.get(kind, ()))


CHECK = Check("STR137", "record-not-used", Severity.INFO, "records that something leads to", run, looks_at=_looks_at)
