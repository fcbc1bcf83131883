"""A filing in the form of a statement that has no statement of anybody.

Finds filings for a forum whose documents are statements, where the filing names no statement of a witness or deponent.

## Why it matters
A statement is somebody's own words, with what they know and how. Without them the document is a specimen with blanks,
and nobody can sign it.

## Example
```yaml
case:
  title: Example
  filings:
    - {id: support, forum: support-statement}
```

Use instead:
```yaml
case:
  title: Example
  filings:
    - {id: support, forum: support-statement, statement: director}
people:
  - {id: ada-reyes, name: Ada Reyes}
statements:
  - id: director
    person: ada-reyes
    kind: deponent
    paragraphs:
      - {id: who, part: opening, text: I direct research at the institute., basis: own_knowledge}
```

## When to allow it
For a specimen that shows what the document will look like. It is never final.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.support.by_rule import OURS
from probata.diagnostics import Severity, say


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the filings in the form of a statement that name none."""
    for filing, profile in case.filings:
        if profile.document_kind == "statement" and filing.statement is None:
            yield case.finding(
                "filings", filing.id, f"not recorded for filing {say.filing(filing)}: the person who makes the "
                "statement",
                "record the person's own paragraphs in `statements` and name them here: `statement: …`",
                notes=(f"{OURS}: a statement is somebody's, whatever a forum asks of it",),
                gap="the person who makes the statement",
            )  # fmt: skip


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the filings in the form of a statement."""
    for filing, profile in case.filings:
        if profile.document_kind == "statement":
            yield Looked(f"filings/{filing.id}")


CHECK = Check(
    "STR102",
    "filing-without-statement",
    Severity.ERROR,
    "filings",
    run,
    of_form=True,
    tells_gaps=True,
    looks_at=_looks_at,
)
