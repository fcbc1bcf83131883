"""A source that could not be located.

Finds sources with `held: not_located`: a work cites them, for example by a footnote that leads nowhere, and we could
not find them. Where the case uses one of which neither a title nor a place such as a website is recorded, documents
print a gap for its name. It must be fixed then, and the gap is not told a second time as a reference without target.

## Why it matters
A citation that cannot be followed proves nothing, and the other side will say that the source does not exist.

## Example
```yaml
case:
  title: Example
sources:
  - {id: review, title: A review of North Prison, type: report, held: held}
  - {id: note-7, held: not_located, cited_in: "review, note 7"}
```

Use instead:
```yaml
case:
  title: Example
sources:
  - {id: review, title: A review of North Prison, type: report, held: held}
  - {id: note-7, title: Prison service bulletin 4/2016, held: cited_in, cited_in: "review, note 7"}
```

## When to allow it
Where the work that cites it is itself the subject, and its gap is shown as such.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.support.nameless_sources import lost_and_nameless
from probata.diagnostics import Severity, say


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the sources that were not located."""
    nameless = lost_and_nameless(case)
    for source in case.graph.sources:
        if source.held == "not_located":
            named = "record as its `title` what it is called where it is cited, " if source.id in nameless else ""
            through = "; ".join(say.source(citation.source) for citation in source.cited_in)
            yield case.finding(
                "sources", source.id, f"source {say.source(source)} could not be located",
                f"find it, ask the publisher, {named}or cite another source for the same point",
                at=("held",), notes=(f"known through {through}",) if through else (),
                severity=Severity.ERROR if source.id in nameless else None,
            )  # fmt: skip


CHECK = Check(
    "EVI103", "note-without-source", Severity.WARNING, "sources", run,
    raised="must fix where neither a title nor a place is recorded of one that the case uses",
)  # fmt: skip
