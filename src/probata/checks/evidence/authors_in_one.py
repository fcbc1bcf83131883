"""One name of a source that reads as several.

Finds authors, editors and others of a source that are written as one line, which is one body, and that read as the
names of two or more: full names with "and" or a comma between them.

## Why it matters
A note prints the line as it stands, under the first letter of the first name, and a style that shortens or turns names
round leaves it alone. The second author is found in no list.

## Example
```yaml
case:
  title: Example
sources:
  - {id: review, title: A review of North Prison, author: [John Smith and Ann Roe]}
```

Use instead:
```yaml
case:
  title: Example
sources:
  - id: review
    title: A review of North Prison
    author: [{family: Smith, given: John}, {family: Roe, given: Ann}]
    editor: [Ministry of Justice and Interior]
```

## When to allow it
Where it is the name of one body.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.diagnostics import Severity, say
from probata.model.name import divided

_OF_NAMES = ("author", "editor", "translator", "recipient", "interviewer")


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the names of sources that hold several."""
    for source in case.graph.sources:
        for field in _OF_NAMES:
            for place, one in enumerate(getattr(source, field)):
                names = divided(one.literal or "")
                if len(names) > 1:
                    yield case.finding(
                        "sources", source.id, f"{say.words(one.literal)} is taken for one body and reads as "
                        f"{say.listed(names)}",
                        "give each name its own entry, a person as `{family: Smith, given: John}`", at=(field, place),
                    )  # fmt: skip


CHECK = Check("EVI123", "authors-in-one", Severity.WARNING, "sources", run)
