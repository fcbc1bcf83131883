"""A witness says that they were told or believe something, in a paragraph that is marked as their own knowledge.

Looks in the paragraphs of statements in English, French and Spanish with `basis: own_knowledge` or `document` for the
words by which witnesses pass on what they have from others: "I am told", "I have been informed", "I understand from",
"I believe that". The opening, which says what the rest rests on, is left alone, and so is what stands in quotation
marks. That somebody said something to the witness is the witness's own knowledge: "the guard told me" is not looked
for.

## Why it matters
A statement says of each matter whether its maker knows it, was told it or believes it. A paragraph marked wrongly is
cross-examined first, and the witness looks careless with the truth.

## Example
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
statements:
  - id: wolk-1
    person: wolk
    kind: witness
    paragraphs: [{id: told, basis: own_knowledge, text: I am told by the nurse that he died at night.}]
```

Use instead:
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
statements:
  - id: wolk-1
    person: wolk
    kind: witness
    paragraphs: [{id: told, basis: information, source: the nurse, text: I am told by the nurse that he died at night.}]
```

## When to allow it
Where the paragraph mixes both and its sentences say which is which: better divide it.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.texts.sentences import own_words
from probata.checks.texts.word_lists import any_of, languages_of
from probata.diagnostics import Severity
from probata.model.language import primary
from probata.model.statement import Statement

_KNOWN = {"own_knowledge": "own knowledge", "document": "a document"}


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the paragraphs, each with the first such words."""
    for statement in case.graph.statements:
        if primary(statement.language) in languages_of("hearsay"):
            yield from _in_statement(case, statement)


def _in_statement(case: CheckInput, statement: Statement) -> Iterator[Finding]:
    for position, paragraph in enumerate(statement.paragraphs):
        if paragraph.part == "opening" or paragraph.basis not in _KNOWN:
            continue
        for basis in ("information", "belief"):
            if match := any_of("hearsay", basis, primary(statement.language)).search(own_words(paragraph.text)):
                yield case.finding(
                    "statements", statement.id,
                    f"paragraph `{paragraph.id}` of statement `{statement.id}` is marked as {_KNOWN[paragraph.basis]}, "
                    f"and says `{' '.join(match[0].split())}`",
                    f"ask the witness; where it is so, write `basis: {basis}` and its `source`",
                    at=("paragraphs", position),
                )  # fmt: skip
                break


CHECK = Check("EVI135", "hearsay-as-own-knowledge", Severity.WARNING, "statements", run)
