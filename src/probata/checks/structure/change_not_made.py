"""A change that is kept in one document has its place there, but cannot be made as it is written.

So it is where its new words have a mark such as `⟦3⟧` that the old ones lack, the mark of one note twice, a note where
none can stand, or a further paragraph in a heading or caption. Nothing is changed then.

## Why it matters
The document goes out with the old words, though somebody decided otherwise.

## Example
```yaml
case:
  title: Example
  summary: Prisoners were beaten in the north wing.
  filings: [{id: letter, forum: letter}]
changes:
  - id: wing
    filing: letter
    before: Prisoners were beaten in the north wing.
    after: Prisoners were beaten there.⟦1⟧
    author: Ada Reyes
    date: 2024-06-01
```

```yaml templates/letter/forum.yaml
id: letter
extends: _base
document_kind: submission
```

Use instead:
```yaml
case:
  title: Example
  summary: Prisoners were beaten in the north wing.
  filings: [{id: letter, forum: letter}]
changes:
  - id: wing
    filing: letter
    before: Prisoners were beaten in the north wing.
    after: "Prisoners were beaten there.⟦note: As two of them told us.⟧"
    author: Ada Reyes
    date: 2024-06-01
```

```yaml templates/letter/forum.yaml
id: letter
extends: _base
document_kind: submission
```

## When to allow it
Never for long: mend the change, or delete it.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import DOCUMENTS
from probata.checks.support.changes_of_drafts import changes_of_drafts, not_made
from probata.diagnostics import Severity, say


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the changes that have one place, and a fault."""
    for change, found in not_made(case):
        if found.places == 1:
            yield case.finding(
                "changes", change.id, f"the change {say.change(change)} is not made in the document "
                f"{say.filing(change.filing)}: "
                f"{found.reason}", "correct its `after`, or delete it", at=("after" if change.after else "before",),
                filing=change.filing,
            )  # fmt: skip


CHECK = Check(
    "STR242", "change-not-made", Severity.WARNING, DOCUMENTS, run, counted="changes", looks_at=changes_of_drafts
)
