"""A statement lists an exhibit that none of its paragraphs refers to.

A paragraph refers to an exhibit that stands in its `exhibits`, or whose mark it names.

## Why it matters
A document that nobody speaks of proves nothing, and the court is asked to read it all the same. The other side may use
it for what it likes.

## Example
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
exhibits:
  - {id: decree, mark: MW1, description: the decree}
  - {id: letter, mark: MW2, description: the letter}
statements:
  - id: wolk-1
    person: wolk
    kind: witness
    exhibits: [decree, letter]
    paragraphs: [{id: decree, basis: document, source: the Gazette, text: "I refer to the decree, **MW1**."}]
```

Use instead:
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
exhibits:
  - {id: decree, mark: MW1, description: the decree}
  - {id: letter, mark: MW2, description: the letter}
statements:
  - id: wolk-1
    person: wolk
    kind: witness
    exhibits: [decree, letter]
    paragraphs:
      - {id: decree, basis: document, source: the Gazette, text: "I refer to the decree, **MW1**."}
      - {id: letter, basis: own_knowledge, exhibits: [letter], text: "I wrote the letter, **MW2**."}
```

## When to allow it
Where a paragraph refers to the exhibits as a whole, such as a bundle that is produced together.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.support.exhibit_marks import letters_of, listed_in, marks_named, plain_mark
from probata.diagnostics import Severity, say
from probata.model.exhibit import Exhibit
from probata.model.statement import Statement


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the exhibits without a paragraph; a statement that has no paragraph yet is still being taken."""
    for statement in case.graph.statements:
        listed = listed_in(case.graph, statement) if statement.paragraphs else ()
        missing = [exhibit for exhibit in listed if not _is_referred_to(statement, exhibit)]
        if missing:
            is_are, it_them = ("are exhibits", "them") if len(missing) > 1 else ("is an exhibit", "it")
            yield case.finding(
                "statements", statement.id,
                f"{say.listed(exhibit.mark for exhibit in missing)} {is_are} of statement {say.statement(statement)}, "
                f"and no paragraph refers to {it_them}",
                f"ask its maker for the sentence that produces {it_them}, or take {it_them} out of `exhibits`",
                at=("exhibits",),
            )  # fmt: skip


def _is_referred_to(statement: Statement, exhibit: Exhibit) -> bool:
    letters = [found] if (found := letters_of(exhibit.mark)) else []
    return any(
        exhibit.id in paragraph.exhibits
        or exhibit.mark in paragraph.text
        or any(plain_mark(mark) == plain_mark(exhibit.mark) for mark in marks_named(paragraph.text, letters))
        for paragraph in statement.paragraphs
    )


CHECK = Check("EVI134", "exhibit-not-referred-to", Severity.WARNING, "statements", run)
