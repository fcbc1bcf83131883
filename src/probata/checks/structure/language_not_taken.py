"""A filing is in a language that its forum does not take.

Finds filings whose `language` is not among the languages of the forum's documents. The country is left aside: a forum
that takes `en-GB` takes `en-US`.

## Why it matters
A paper in another language is sent back, or waits for a translation by somebody who does not know the case. The labels
of the document, too, are there for the languages that the forum takes.

## Example
```yaml
case:
  title: Example
  filings:
    - {id: lettre, forum: letter, language: fr}
```

```yaml templates/letter/forum.yaml
id: letter
extends: _base
document_kind: submission
language: en-GB
```

Use instead:
```yaml
case:
  title: Example
  filings:
    - {id: lettre, forum: letter, language: fr}
```

```yaml templates/letter/forum.yaml
id: letter
extends: _base
document_kind: submission
language: en-GB
languages: [en-GB, fr]
```

## When to allow it
For a courtesy translation that goes along with the filed paper.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import BY_RULE, Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.support.by_rule import rule_note
from probata.diagnostics import Severity, say


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the filings in a language that the forum does not take."""
    for filing, profile in case.filings:
        if filing.language is None or profile.takes(filing.language):
            continue
        rule = profile.rule(profile.languages_rule or "")
        taken = say.listed(profile.languages or (profile.language,))
        yield case.finding(
            "filings", filing.id,
            f"{say.filing(filing)} is in {say.words(filing.language)}; {say.words(profile.id)} takes documents in "
            f"{taken}",
            "give the filing one of these as its `language:`, or have the document translated and say so in a decision",
            at=("language",),
            notes=rule_note(rule), severity=rule.heaviest if rule else None,
        )  # fmt: skip


CHECK = Check("STR108", "language-not-taken", Severity.WARNING, "filings", run, raised=BY_RULE)
