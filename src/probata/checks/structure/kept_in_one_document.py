"""A document says something else than the records, by a change that is kept in it alone.

Tells each record of `changes.yaml`, with the words that it puts into the document of its filing. It is a note: such a
change is meant. Whether the document has it is told by `change-without-place` and `change-not-made`.

## Why it matters
The other documents keep the words of the records, and so does this one if the change is taken out. Whoever signs should
know where the documents of one case differ, and why, before the other side lays them side by side.

## Example
```yaml
case:
  title: Example
  filings: [{id: submission, forum: uk-ghr}]
changes:
  - id: winter
    filing: submission
    before: Prisoners were beaten in the winter of 2023.
    after: Prisoners were beaten in January 2023.
    author: Ada Reyes
    date: 2024-06-01
```

Use instead:
```yaml
case:
  title: Example
  filings: [{id: submission, forum: uk-ghr}, {id: letter, forum: un-sp}]
changes:
  - id: winter
    filing: letter
    before: Prisoners were beaten in the winter of 2023.
    after: Prisoners were beaten in the winter of 2023.
    author: Ada Reyes
    date: 2024-06-01
```

## When to allow it
Where the difference has its reason in the addressee: write it into `reason`. What is true for every reader belongs into
the record from which the words come.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.changes import differing
from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.titled import marked
from probata.diagnostics import Severity, say
from probata.model.change import Change


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the changes that say something else than what they replace."""
    for change in _of_filings(case):
        old, new = differing(change.before, change.after or "")
        if old != new:
            says = f"says {marked(new)}" if new else "leaves out what it has otherwise"
            where = f" where the records give {marked(old)}" if old and new else f": {marked(old)}" if old else ""
            yield case.finding(
                "changes", change.id, f"the document {say.filing(change.filing)} alone {says}{where}",
                "where every document is to say so, change the record instead"
                + (f", which is {say.words(change.of)}" if change.of else "") + "; else leave it",
                at=("after" if change.after else "before",), notes=(f"kept by {change.author}{_why(change)}",),
                filing=change.filing,
            )  # fmt: skip


def _why(change: Change) -> str:
    return f": {' '.join(change.reason.split())}" if change.reason else ", no reason is given"


def _of_filings(case: CheckInput) -> Iterator[Change]:
    """Give the changes of the filings that are looked at; of all where that is the whole case."""
    chosen = None if case.chosen is None else {filing.id for filing in case.chosen}
    yield from (change for change in case.graph.changes if chosen is None or change.filing in chosen)


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the changes of the filings that are looked at."""
    yield from (Looked(f"changes/{change.id}") for change in _of_filings(case))


CHECK = Check("STR181", "kept-in-one-document", Severity.INFO, "changes", run, looks_at=_looks_at)
