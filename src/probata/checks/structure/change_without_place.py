"""A change that is kept in one document stands for words that the document does not say, or says more than once.

Looks in the composed document of its filing for the words under `before`, white space apart, and where `of` is given at
what comes from this record alone; `occurrence` says which of several places is meant. Where they are not found in one
place, nothing is changed.

## Why it matters
Somebody decided that this document says something else. When the record changed, the words for which it was decided
went with it, and the document says now what that person did not want, without a sign of it.

## Example
```yaml
case:
  title: Example
  summary: Prisoners were beaten in the north wing.
  filings: [{id: letter, forum: letter}]
changes:
  - id: wing
    filing: letter
    before: Prisoners were beaten in the west wing.
    after: Prisoners were beaten there.
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
    after: Prisoners were beaten there.
    author: Ada Reyes
    date: 2024-06-01
```

```yaml templates/letter/forum.yaml
id: letter
extends: _base
document_kind: submission
```

## When to allow it
Where the change is kept for the file, for words that are expected to come back. Else delete it.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import DOCUMENTS
from probata.checks.support.changes_of_drafts import changes_of_drafts, not_made
from probata.checks.titled import marked
from probata.diagnostics import Severity, say


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the changes whose words stand in no place of their document, or in several."""
    for change, found in not_made(case):
        if found.places == 0:
            what, help = "does not say", "take the change over from the document again, or delete it"
        elif found.places > 1:
            what = f"says in {found.places} places"
            help = "give `of`, the record from which they come, or `occurrence`, which of the places it is"
        else:
            continue
        yield case.finding(
            "changes", change.id, f"the document {say.filing(change.filing)} {what} {marked(change.before)}, so that "
            f"the change {say.change(change)} is not made", help, at=("before",), filing=change.filing,
        )  # fmt: skip


CHECK = Check(
    "STR241", "change-without-place", Severity.WARNING, DOCUMENTS, run, counted="changes", looks_at=changes_of_drafts
)
