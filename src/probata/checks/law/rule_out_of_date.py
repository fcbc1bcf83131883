"""A rule of a forum had to be read again by a day that has passed.

Looks at the forum of each filing for rules, limbs of its legal test, measures and texts followed by analogy with a
`recheck_by` before the latest day that the filing is known to bear: `as_of` of the case, `date` of the filing, and the
days on which its statement was made and signed. The law that the filing relies on is looked at too: the instruments of
the legal test and of the allegations, and the State's standing under them. A sanctions framework that runs out has its
last day there. What is due only by the day of today is told by `rule-due-today`.

## Why it matters
Sanctions frameworks expire, questionnaires change and practice directions are amended. A submission under a framework
that has lapsed is not answered.

## Example
```yaml
case:
  title: Example
  as_of: 2026-12-10
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
  as_of: 2026-12-10
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
    """Find the filings of whose forum something is out of date; none where no day of the filing is known."""
    for filing, profile in case.filings:
        latest = max(days_of(case, filing), key=lambda known: known[0].first, default=None)
        old = [one for one in to_read_again(case, filing, profile) if latest and one.by < latest[0].first]
        if latest and old:
            yield case.finding(
                "filings", filing.id,
                f"forum {say.words(profile.id)}: {counted(old)} to be read again by a day before {latest[0].text}, "
                f"{latest[1]}",
                "read them at their source, and put the new days into the forum, or decide the finding",
                at=("forum",), notes=tuple(f"{say.words(one.key)}, by {one.by.isoformat()}: {one.text}" for one in old),
            )  # fmt: skip


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the filings whose forum has something with a day for reading it again."""
    why = "neither the day for which the case is true (`as_of`) nor a date of the filing or its statement is recorded"
    for filing in filings_to_read_again(case):
        yield Looked(f"filings/{filing.id}", "" if any(True for _ in days_of(case, filing)) else why)


CHECK = Check("LAW107", "rule-out-of-date", Severity.WARNING, "filings", run, looks_at=_looks_at)
