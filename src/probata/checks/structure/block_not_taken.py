"""A table, picture or quotation stands in a document whose forum does not take it.

Looks at each filing as it is composed, for the kinds of blocks that the profile of its forum forbids.

## Why it matters
A chart in a witness statement is argument, and a list of sources is the work of the lawyer. The other side will say so.

## Example
```yaml
case:
  title: Example
  summary: "> Prisoners were beaten."
  filings:
    - {id: letter, forum: letter}
```

```yaml templates/letter/forum.yaml
id: letter
extends: _base
document_kind: submission
blocks:
  forbidden: [quotation]
```

Use instead:
```yaml
case:
  title: Example
  summary: Prisoners were beaten.
  filings:
    - {id: letter, forum: letter}
```

```yaml templates/letter/forum.yaml
id: letter
extends: _base
document_kind: submission
blocks:
  forbidden: [quotation]
```

## When to allow it
Where the court has asked for it: say so in the decision.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import BY_RULE, Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.support.by_rule import rule_note
from probata.diagnostics import Severity, say
from probata.document.blocks import Contents, Picture, Quote, Table
from probata.document.walk import walk_blocks

KINDS = {"picture": Picture, "table": Table, "quotation": Quote, "contents": Contents}


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the kinds of blocks that a forum forbids, each kind once for a filing."""
    for filing, profile in case.filings:
        drafted = case.drafts.get(filing.id)
        blocks = tuple(walk_blocks(drafted.document.blocks)) if drafted else ()
        for name in profile.blocks.forbidden:
            count = sum(1 for block in blocks if isinstance(block, KINDS[name]))
            if count:
                rule = profile.rule(profile.blocks.rule or "")
                yield case.finding(
                    "filings", filing.id,
                    f"the document holds {count} of the kind {say.words(name)}, which {say.words(profile.id)} does not "
                    "take",
                    "take it out of the text or of the template",
                    notes=rule_note(rule),
                    severity=rule.heaviest if rule else None,
                )  # fmt: skip


CHECK = Check("STR203", "block-not-taken", Severity.WARNING, "documents", run, raised=BY_RULE)
