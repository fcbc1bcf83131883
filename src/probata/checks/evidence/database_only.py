"""An allegation that rests on entries of databases alone.

Looks at the supporting evidence of each allegation put forward, and finds those all of whose sources are of the type
`dataset` and come from two origins or more. Where they come down to one, `one-source-only` says so. Law is no evidence
of a fact and is not counted; a judgment is.

## Why it matters
A database repeats what somebody entered, mostly from reports that stand behind it. Who saw it, and how it was checked,
is not in the entry.

## Example
```yaml
case: {title: Example}
sources:
  - {id: archive, title: Archive of prisoners, type: dataset, publisher: Prison Watch, rank: primary, held: held}
  - {id: register, title: Register of deaths, type: dataset, publisher: Ombudsman, rank: primary, held: held}
allegations:
  - {id: beatings, title: Beatings, statement: Prisoners were beaten in 2016., evidence: [archive, register]}
```

Use instead:
```yaml
case: {title: Example}
sources:
  - {id: archive, title: Archive of prisoners, type: dataset, publisher: Prison Watch, rank: primary, held: held}
  - {id: statement, title: Statement of a nurse, type: manuscript, publisher: Ombudsman, rank: primary, held: held}
allegations:
  - {id: beatings, title: Beatings, statement: Prisoners were beaten in 2016., evidence: [archive, statement]}
```

## When to allow it
Where the charge is the number itself, and the database is that of whoever is charged.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import with_evidence
from probata.checks.support.supporting import supporting
from probata.diagnostics import Severity, say
from probata.graph.sources import origins_of
from probata.model.source_record import Source


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the allegations all of whose sources are databases of several origins."""
    origins = origins_of(case.graph)
    for allegation in case.pursued:
        cited = tuple(key for key in supporting(allegation) if origins.of(key))
        sources = [case.graph.find("sources", Source, key) for key in cited]
        are_databases = all(source and source.type == "dataset" for source in sources)
        if are_databases and len(origins.independent(cited)) > 1:
            yield case.finding(
                "allegations", allegation.id, f"allegation {say.allegation(allegation)} rests on databases alone: "
                f"{say.sources(cited)}",
                "add a document or a witness on which the entries rest", at=("evidence",),
            )  # fmt: skip


CHECK = Check("EVI144", "database-only", Severity.INFO, "allegations", run, looks_at=with_evidence)
