"""A count that gathers no allegation.

Finds counts that name no allegation, and counts that a filing names though it puts none of their allegations forward.
No document prints them there.

## Why it matters
What is argued stands on what is alleged, with its roles, provisions and evidence. A count without an allegation is left
out of the document, with all that was written in it.

## Example
```yaml
case:
  title: Example
  persons_concerned: [mara-wolk]
people:
  - {id: mara-wolk, name: Mara Wolk}
roles:
  - {id: governor, person: mara-wolk, title: Governor of North Prison, dates: 2015/2017}
allegations:
  - id: beatings
    title: Beatings at North Prison
    statement: Prisoners were beaten in North Prison in 2016.
    roles: [{role: governor, responsibility: command}]
counts:
  - {id: torture, title: 'Torture at North Prison, 2016'}
```

Use instead:
```yaml
case:
  title: Example
  persons_concerned: [mara-wolk]
people:
  - {id: mara-wolk, name: Mara Wolk}
roles:
  - {id: governor, person: mara-wolk, title: Governor of North Prison, dates: 2015/2017}
allegations:
  - id: beatings
    title: Beatings at North Prison
    statement: Prisoners were beaten in North Prison in 2016.
    roles: [{role: governor, responsibility: command}]
counts:
  - {id: torture, title: 'Torture at North Prison, 2016', allegations: [beatings]}
```

## When to allow it
While it is written, before its allegations are.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.diagnostics import Severity, say
from probata.model.count import ArguedCount


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the counts without an allegation, in the case and in each filing that names them."""
    for count in case.graph.counts:
        if not count.allegations:
            yield case.finding(
                "counts", count.id, f"count {say.count(count)} gathers no allegation, and no document prints it",
                "name those that it argues under `allegations`", missing=("allegations",),
            )  # fmt: skip
    for filing, _ in case.filings:
        put_forward = {allegation.id for allegation in case.pursued_in(filing)}
        for place, key in enumerate(filing.counts):
            named = case.graph.find("counts", ArguedCount, key)
            if named and named.allegations and not put_forward & set(named.allegations):
                yield case.finding(
                    "filings", filing.id,
                    f"filing {say.filing(filing)} names count {say.count(key)} and puts forward no allegation of it",
                    "take it out of `counts` of the filing, or see why they are kept out: `pursued: false`, `not_in`, "
                    "or persons whom the filing is not about",
                    at=("counts", place),
                )  # fmt: skip


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the counts, and the filings that name some."""
    yield from (Looked(f"counts/{count.id}") for count in case.graph.counts)
    yield from (Looked(f"filings/{filing.id}") for filing, _ in case.filings if filing.counts)


CHECK = Check("STR116", "count-without-allegation", Severity.ERROR, "counts", run, looks_at=_looks_at)
