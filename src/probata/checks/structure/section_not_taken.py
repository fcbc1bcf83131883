"""A section stands in a document whose forum does not take it.

Looks at each filing as it is composed, for the sections that the profile of its forum forbids.

## Why it matters
A witness statement with a request, or with argument on the law, is no witness statement: the court may refuse to admit
it and disallow its costs.

## Example
```yaml
case:
  title: Example
  summary: Prisoners were beaten in the north wing.
  filings:
    - {id: letter, forum: letter}
```

```yaml templates/letter/forum.yaml
id: letter
extends: _base
document_kind: submission
sections:
  forbidden: [summary]
```

Use instead:
```yaml
case:
  title: Example
  summary: Prisoners were beaten in the north wing.
  filings:
    - {id: letter, forum: letter}
```

```yaml templates/letter/forum.yaml
id: letter
extends: _base
document_kind: submission
sections:
  forbidden: [request]
```

## When to allow it
Where the forum's practice has changed: change its `forum.yaml`, with the source.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import BY_RULE, Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.support.by_rule import rule_note
from probata.checks.support.sections import present_sections
from probata.diagnostics import Severity, say


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the sections that a forum forbids."""
    for filing, profile in case.filings:
        drafted = case.drafts.get(filing.id)
        present = present_sections(drafted, case.graph) if drafted else frozenset()
        for name in profile.sections.forbidden:
            if name in present:
                rule = profile.rule(profile.sections.rules.get(name, ""))
                yield case.finding(
                    "filings", filing.id,
                    f"the document has the section {say.words(name)}, which {say.words(profile.id)} does not take",
                    "take it out of the template, or move the text to a filing that takes it",
                    notes=rule_note(rule),
                    severity=rule.heaviest if rule else None,
                )  # fmt: skip


CHECK = Check("STR202", "section-not-taken", Severity.WARNING, "documents", run, raised=BY_RULE)
