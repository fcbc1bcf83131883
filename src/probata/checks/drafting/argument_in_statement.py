"""A statement argues, in a document whose forum takes no argument from a witness.

Looks at the paragraphs of a statement in a filing whose forum takes no submissions of law or of fact, for words such as
"I submit that", "is liable in" and "in breach of". It is a note: the words may tell what the witness was told. Words in
quotation marks are left alone. Only English words are known.

## Why it matters
A witness says what they saw, know, believe or were told. What a witness argues is struck out or turned against them,
and it lets the other side say that a lawyer wrote the statement.

## Example
```yaml
case:
  title: Example
  filings:
    - {id: statement, forum: uk-cpr-ws, statement: wolk-1}
people: [{id: wolk, name: Mara Wolk}]
statements:
  - id: wolk-1
    person: wolk
    kind: witness
    paragraphs:
      - {id: door, basis: own_knowledge, text: I submit that the Claimant is liable in law.}
```

Use instead:
```yaml
case:
  title: Example
  filings:
    - {id: statement, forum: uk-cpr-ws, statement: wolk-1}
people: [{id: wolk, name: Mara Wolk}]
statements:
  - id: wolk-1
    person: wolk
    kind: witness
    paragraphs:
      - {id: door, basis: own_knowledge, text: I saw the Claimant lock the door.}
```

## When to allow it
Where the words are part of a fact, such as what an order said that the witness read.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.texts.ones_of_things import spoken_words
from probata.checks.texts.statements_of import statements_without_argument
from probata.checks.texts.word_lists import any_of
from probata.diagnostics import Severity


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the paragraphs of statements that argue, each with the words."""
    for ruled in statements_without_argument(case):
        for position, paragraph in enumerate(ruled.statement.paragraphs):
            if words := argued(paragraph.text):
                shown = ", ".join(f"`{word}`" for word in words)
                yield case.finding(
                    "statements", ruled.statement.id,
                    f"paragraph `{paragraph.id}` argues: {shown}; `{ruled.profile.id}` takes no argument",
                    "ask the witness what they saw, know or were told, and leave the argument to the lawyers",
                    at=("paragraphs", position, "text"), notes=ruled.notes,
                )  # fmt: skip


def argued(text: str) -> list[str]:
    """Return the words with which a text argues, in order, each once."""
    found = any_of("argument", "argument").finditer(spoken_words(text))
    return list(dict.fromkeys(" ".join(match[0].split()) for match in found))


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the statements whose forum takes no argument."""
    yield from (Looked(f"statements/{ruled.statement.id}") for ruled in statements_without_argument(case))


CHECK = Check("DRA136", "argument-in-statement", Severity.INFO, "statements", run, looks_at=_looks_at)
