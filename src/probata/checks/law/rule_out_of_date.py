"""A rule of a forum had to be read again by a day that has passed.

Looks at the forum of each filing for rules, limbs and measures with a `recheck_by` before the day for which the case is
true (`as_of`). A sanctions framework that runs out has its last day there.

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
from datetime import date

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.diagnostics import Severity
from probata.forum import Profile


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the forums with rules that are out of date; none where the case has no `as_of`."""
    if case.graph.case.as_of is None:
        return
    day = case.graph.case.as_of.first
    for filing, profile in case.filings:
        old = [(key, by, text) for key, by, text in _dated(profile) if by < day]
        if old:
            count = "a rule was" if len(old) == 1 else f"{len(old)} rules were"
            yield case.finding(
                "filings", filing.id,
                f"forum `{profile.id}`: {count} to be read again by a day before {case.graph.case.as_of.text}, "
                "for which the case is true",
                "read them at their source, and put the new days into the forum, or decide the finding",
                at=("forum",), notes=tuple(f"`{key}`, by {by.isoformat()}: {text}" for key, by, text in old),
            )  # fmt: skip


def _dated(profile: Profile) -> Iterator[tuple[str, date, str]]:
    for rule in profile.rules:
        if rule.recheck_by:
            yield rule.id, rule.recheck_by, rule.text
    for measure in profile.measures:
        if measure.recheck_by:
            yield measure.id, measure.recheck_by, measure.label


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the filings whose forum has rules with a day for reading them again."""
    why = "" if case.graph.case.as_of else "the day for which the case is true (`as_of`) is not recorded"
    for filing, profile in case.filings:
        if any(True for _ in _dated(profile)):
            yield Looked(f"filings/{filing.id}", why)


CHECK = Check("LAW107", "rule-out-of-date", Severity.WARNING, "filings", run, looks_at=_looks_at)
