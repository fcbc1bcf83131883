"""A paragraph uses an exhibit and does not name its mark in bold.

Looks at the paragraphs of a statement that list `exhibits`, in a filing whose forum wants references to documents in
bold. Footnotes do not do: they can be turned off, and a forum may not count them.

## Why it matters
The judge finds the document by the bold mark in the text. A reference that is not marked is not a reference.

## Example
```yaml
case:
  title: Example
  filings:
    - {id: statement, forum: uk-cpr-ws, statement: wolk-1}
people: [{id: wolk, name: Mara Wolk}]
exhibits: [{id: mw1, mark: MW1, description: the decree}]
statements:
  - id: wolk-1
    person: wolk
    kind: witness
    paragraphs:
      - {id: decree, basis: document, source: the Gazette, exhibits: [mw1], text: "I refer to the decree, MW1."}
```

Use instead:
```yaml
case:
  title: Example
  filings:
    - {id: statement, forum: uk-cpr-ws, statement: wolk-1}
people: [{id: wolk, name: Mara Wolk}]
exhibits: [{id: mw1, mark: MW1, description: the decree}]
statements:
  - id: wolk-1
    person: wolk
    kind: witness
    paragraphs:
      - {id: decree, basis: document, source: the Gazette, exhibits: [mw1], text: "I refer to the decree, **MW1**."}
```

## When to allow it
Where the references stand in the margin instead.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import ruled_by
from probata.checks.support.statements_of import statements_under
from probata.diagnostics import Severity, say
from probata.markup.parse import BOLD
from probata.model.exhibit import Exhibit


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the exhibits of a paragraph whose marks do not stand in it in bold."""
    for ruled in statements_under(case, "bold_exhibits"):
        for position, paragraph in enumerate(ruled.statement.paragraphs):
            bold = " ".join(BOLD.findall(paragraph.text))
            found = (case.graph.find("exhibits", Exhibit, key) for key in paragraph.exhibits)
            missing = [say.words(exhibit.mark) for exhibit in found if exhibit and exhibit.mark not in bold]
            if missing:
                yield case.finding(
                    "statements", ruled.statement.id,
                    f"paragraph {say.words(paragraph.id)} uses {' and '.join(missing)} and does not name it in bold",
                    'write the mark between two pairs of asterisks: **"MW1"**',
                    at=("paragraphs", position, "text"), notes=ruled.notes,
                )  # fmt: skip


CHECK = Check("DRA104", "exhibit-not-in-bold", Severity.WARNING, "statements", run, looks_at=ruled_by("bold_exhibits"))
