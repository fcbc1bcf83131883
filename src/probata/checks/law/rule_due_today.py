"""A rule of a forum has to be read again by a day that has passed since.

Looks at the forum of each filing, and at the law that it relies on, for what has a `recheck_by` before today, as the
clock of this machine has it. What was out of date already on a day that the filing bears is left to `rule-out-of-date`.
No document changes with the day.

## Why it matters
A document is filed later than its records are true for. A framework that expired in the meantime, or a form that was
changed, is no concern of the records; whoever sends the document should know it.

## Example
```yaml
case:
  title: Example
  as_of: 2026-12-01
  filings:
    - {id: letter, forum: letter}
```

```yaml templates/letter/forum.yaml
id: letter
extends: _base
document_kind: submission
rules:
  - id: expiry
    text: The framework applies until 8 December 2026.
    source: https://council.example/framework
    read_on: 2026-11-24
    recheck_by: 2026-12-08
    verified: true
```

Use instead:
```yaml
case:
  title: Example
  as_of: 2026-12-01
  filings:
    - {id: letter, forum: letter}
```

```yaml templates/letter/forum.yaml
id: letter
extends: _base
document_kind: submission
rules:
  - id: expiry
    text: The framework applies until 8 December 2029.
    source: https://council.example/framework-as-renewed
    read_on: 2026-12-09
    recheck_by: 2029-12-08
    verified: true
```

## When to allow it
After reading the text again: decide the finding, and say where and when. Better still, put the new day into the forum.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.support.read_again import counted, days_of, filings_to_read_again, to_read_again
from probata.diagnostics import Severity, say


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the filings of whose forum something is due today; nothing where the day of today is not known."""
    for filing, profile in case.filings:
        known = max((when.first for when, _ in days_of(case, filing)), default=None)
        due = [
            one for one in to_read_again(case, filing, profile)
            if case.today and one.by < case.today and not (known and one.by < known)
        ]  # fmt: skip
        if due:
            yield case.finding(
                "filings", filing.id,
                f"forum {say.words(profile.id)}: {counted(due)} to be read again by a day that has passed",
                "before it is filed, read them at their source, and put the new days into the forum",
                at=("forum",), notes=tuple(f"{say.words(one.key)}, by {one.by.isoformat()}: {one.text}" for one in due),
            )  # fmt: skip


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the filings whose forum has something with a day for reading it again."""
    why = "" if case.today else "the day of today is not known"
    yield from (Looked(f"filings/{filing.id}", why) for filing in filings_to_read_again(case))


CHECK = Check("LAW193", "rule-due-today", Severity.INFO, "filings", run, looks_at=_looks_at)
