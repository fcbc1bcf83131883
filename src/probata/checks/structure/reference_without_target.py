"""A reference in a document leads nowhere.

Looks at each document as it is composed: cross-references to a section, paragraph, table or figure that is not in it,
and other places where the program had nothing to print. Citations of what is not recorded have a finding of their own.

## Why it matters
"See section" with nothing behind it tells every reader that nobody read the paper before it went out.

## Example
```yaml
case:
  title: Example
  summary: The sources are listed at the end.
  filings:
    - {id: letter, forum: letter}
```

```yaml templates/letter/forum.yaml
id: letter
extends: _base
document_kind: submission
```

```jinja templates/letter/brief.md.j2
{{ case_summary }} See section {{ ref("annexes") }}.
```

Use instead:
```yaml
case:
  title: Example
  summary: The sources are listed at the end.
  filings:
    - {id: letter, forum: letter}
```

```yaml templates/letter/forum.yaml
id: letter
extends: _base
document_kind: submission
```

```jinja templates/letter/brief.md.j2
{{ case_summary }} See section {{ ref("annexes") }}.

{#annexes}
# Annexes

There are none.
```

## When to allow it
Never for a document that is filed. A draft shows the place in brackets.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.places import record_at
from probata.diagnostics import Severity
from probata.document.inlines import Gap
from probata.document.walk import inlines_in_order


def run(case: CheckInput) -> Iterator[Finding]:
    """Find, in each document, the gaps in place of what something refers to; each once."""
    for filing, _ in case.filings:
        drafted = case.drafts.get(filing.id)
        blocks = drafted.document.blocks if drafted else ()
        gaps = (inline for inline in inlines_in_order(blocks) if isinstance(inline, Gap) and inline.required)
        for gap in dict.fromkeys(gaps):
            kind, record, loc = record_at(gap.origin, filing, case)
            yield case.finding(
                kind, record, f"the document `{filing.id}` has nothing to print at one place: {gap.text}",
                "record what it refers to, or take the reference out of the text or the template", at=loc,
            )  # fmt: skip


CHECK = Check("STR206", "reference-without-target", Severity.ERROR, "documents", run)
