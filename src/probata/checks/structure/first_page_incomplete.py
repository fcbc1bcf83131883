"""The first page of a document says of something that it is not recorded.

Looks at each document as it is composed, up to its first heading: title, addressee, who submits, date, persons.

## Why it matters
A first page that says "not recorded" where its reader looks for the date or for the addressee is sent back unread. A
draft shows such places as gaps; a document for filing is not made with one.

## Example
```yaml
case:
  title: Example
  filings:
    - {id: letter, forum: letter}
```

```yaml templates/letter/forum.yaml
id: letter
extends: _base
document_kind: submission
```

```jinja templates/letter/brief.md.j2
Date: {{ as_of | or_gap("date") }}
```

Use instead:
```yaml
case:
  title: Example
  as_of: 2024-06-01
  filings:
    - {id: letter, forum: letter}
```

```yaml templates/letter/forum.yaml
id: letter
extends: _base
document_kind: submission
```

```jinja templates/letter/brief.md.j2
Date: {{ as_of | or_gap("date") }}
```

## When to allow it
Where the forum does without it: say so in a template of your own that leaves the line out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.support.by_rule import OURS
from probata.checks.support.required_fields import missing_labels
from probata.diagnostics import Severity, say
from probata.document.blocks import Block, Heading
from probata.document.inlines import Gap, Text
from probata.document.origin import NOTHING
from probata.document.walk import inlines_in_order


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the documents with gaps before their first heading; one finding each.

    A gap that is a required field left empty is told of the record that should hold it, and not here again.
    """
    for filing, profile in case.filings:
        drafted = case.drafts.get(filing.id)
        gaps = tuple(dict.fromkeys(_gaps(drafted.document.blocks))) if drafted else ()
        told = tuple(label.lower() for label in missing_labels(filing, profile, case)) if gaps else ()
        if gaps := tuple(gap for gap in gaps if not gap.lower().startswith(told)):
            yield case.finding(
                "filings", filing.id, f"the first page of {say.filing(filing)} is not complete: {', '.join(gaps)}",
                "record what is missing there; a draft shows the places in brackets",
                notes=(f"{OURS}: nothing goes out whose first page says that something is missing",),
            )  # fmt: skip


def _gaps(blocks: Sequence[Block]) -> Iterator[str]:
    first = takewhile(lambda block: not isinstance(block, Heading), blocks)
    for inline in inlines_in_order(tuple(first)):
        if isinstance(inline, Gap) or (isinstance(inline, Text) and inline.origin == NOTHING):
            yield inline.text


CHECK = Check("STR207", "first-page-incomplete", Severity.ERROR, "documents", run, of_form=True)
