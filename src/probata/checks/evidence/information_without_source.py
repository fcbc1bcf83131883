"""A witness says what they were told or believe, and not from whom or why.

Looks at the paragraphs of all statements whose basis is `information` or `belief`: each needs a `source`. A paragraph
whose basis is `document` should name it, as `source`, by `exhibits`, or by a citation in its text.

## Why it matters
A court asks of hearsay and belief where it comes from. Without that the paragraph has no weight, and the witness is
asked why it was left out.

## Example
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
statements:
  - id: wolk-1
    person: wolk
    kind: witness
    paragraphs: [{id: told, basis: information, text: I was told that he died.}]
```

Use instead:
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
statements:
  - id: wolk-1
    person: wolk
    kind: witness
    paragraphs: [{id: told, basis: information, source: the nurse on duty, text: I was told by the nurse that he died.}]
```

## When to allow it
Where naming the source would put somebody in danger: write in `source` that the witness asks not to name it, and why.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.diagnostics import Severity, say
from probata.graph.resolve import keys_in_text
from probata.model.statement import StatementParagraph


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the paragraphs of information or belief without a source."""
    for statement in case.graph.statements:
        for position, paragraph in enumerate(statement.paragraphs):
            if paragraph.basis in {"information", "belief"} and not paragraph.source:
                yield case.finding(
                    "statements", statement.id,
                    f"paragraph {say.words(paragraph.id)} of statement {say.statement(statement)} rests on "
                    f"{paragraph.basis}, and its source is not named",
                    "ask the witness, and write `source: …`", at=("paragraphs", position),
                )  # fmt: skip
            elif paragraph.basis == "document" and not _names_document(paragraph):
                yield case.finding(
                    "statements", statement.id,
                    f"paragraph {say.words(paragraph.id)} of statement {say.statement(statement)} rests on a document, "
                    "and none is named",
                    "ask the witness which it is, and write `source: …` or `exhibits: […]`",
                    at=("paragraphs", position), severity=Severity.WARNING,
                )  # fmt: skip


def _names_document(paragraph: StatementParagraph) -> bool:
    return bool(paragraph.source or paragraph.exhibits or keys_in_text(paragraph.text))


CHECK = Check("EVI105", "information-without-source", Severity.ERROR, "statements", run, unfit_records=True)
