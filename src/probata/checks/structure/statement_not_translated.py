"""A statement was given in one language and is recorded in another, and its translation is not complete.

Looks at statements with an `own_language`, in a filing whose forum wants the witness's own language: the translator,
the date of the translation, where the signed original is, the declaration as the witness signed it, and the date of the
certificate must be there.

## Why it matters
A witness who speaks through a translator is cross-examined on the translation. Without the certificate the statement
may not be read. The statement of truth is in the witness's own language (PD 22 para 2.4), and the original is filed
with its translation (PD 32 para 23.2).

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
    own_language: Kelvandran
    paragraphs: [{id: door, basis: own_knowledge, text: Guards came to my door.}]
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
    own_language: Kelvandran
    translation:
      translator: Ada Brun
      date: 2024-03-01
      original: statement-wolk-signed.pdf
      declaration: Вадаш ош ном, ордесса сен виар.
      certified_on: 2024-03-02
    paragraphs: [{id: door, basis: own_knowledge, text: Guards came to my door.}]
```

## When to allow it
Never for a statement that is filed. A draft is made all the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.statements_of import statements_under
from probata.diagnostics import Severity
from probata.model.statement import Statement

_WANTED = {
    "translator": "the translator",
    "date": "the date of the translation",
    "original": "the signed original",
    "declaration": "the declaration in that language",
    "certified_on": "its certificate",
}


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the statements whose translation lacks something."""
    for ruled in statements_under(case, "own_language"):
        missing = _missing(ruled.statement)
        if missing:
            yield case.finding(
                "statements", ruled.statement.id,
                f"statement `{ruled.statement.id}` was given in {ruled.statement.own_language}; of its translation "
                f"there is no record of {', '.join(missing)}",
                "add `translation: {translator: …, date: …, original: …, declaration: …, certified_on: …}`",
                at=("own_language",), notes=ruled.notes, severity=ruled.rule.heaviest,
            )  # fmt: skip


def _missing(statement: Statement) -> list[str]:
    if not statement.own_language:
        return []
    found = statement.translation
    return [words for name, words in _WANTED.items() if found is None or getattr(found, name) is None]


CHECK = Check("STR107", "statement-not-translated", Severity.ERROR, "statements", run)
