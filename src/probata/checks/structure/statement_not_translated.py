"""A statement was given in another language, and its translation or interpretation is not complete.

Looks at the statements in a filing whose forum wants the witness's own language. Of a translation that language, the
translator, the date, where the signed original is, the declaration as the witness signed it, and the date of the
certificate must be there; of an interpretation, the date of the interpreter's certificate. Paragraphs whose `language`
is not that of the filing were not translated at all, whatever is recorded of a translation.

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
from probata.checks.looked_at import ruled_by
from probata.checks.support.statements_of import RuledStatement, statements_under
from probata.diagnostics import Severity, say
from probata.model.language import same_language
from probata.model.statement import Statement

_WANTED = {
    "translator": "the translator",
    "date": "the date of the translation",
    "original": "the signed original",
    "declaration": "the declaration in that language",
    "certified_on": "its certificate",
}


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the statements whose translation or interpretation lacks something."""
    for ruled in statements_under(case, "own_language"):
        statement = ruled.statement
        yield from _in_another_language(ruled, case)
        for missing, what, help, at in (_translation(statement), _interpretation(statement)):
            if missing:
                yield case.finding(
                    "statements", statement.id, f"{what} there is no record of {', '.join(missing)}", help,
                    at=(at,), notes=ruled.notes, severity=ruled.rule.heaviest,
                )  # fmt: skip


def _in_another_language(ruled: RuledStatement, case: CheckInput) -> Iterator[Finding]:
    """Give a finding where the paragraphs would be printed in another language than that of the document."""
    statement, filing = ruled.statement, ruled.filing
    language = ruled.profile.language_for(filing.language, case.graph.case.language)
    if statement.paragraphs and not same_language(statement.language, language):
        yield case.finding(
            "statements", statement.id,
            f"the paragraphs of statement {say.statement(statement)} are in {say.words(statement.language)}, and "
            f"filing {say.filing(filing)} is in {say.words(language)}",
            f"record their translation here with `language: {language}`, and add `own_language: …` and "
            "`translation: {translator: …, date: …, original: …, declaration: …, certified_on: …}`",
            at=("language",) if "language" in statement.model_fields_set else (),
            notes=ruled.notes, severity=ruled.rule.heaviest,
        )  # fmt: skip


def _translation(statement: Statement) -> tuple[list[str], str, str, str]:
    """Return what a translation lacks, and how to say so; nothing where the statement was not translated."""
    language, found = statement.own_language, statement.translation
    given = f"was given in {language}" if language else "is a translation"
    missing = [] if language else ["the language of the witness"]
    missing += [words for name, words in _WANTED.items() if found is None or getattr(found, name) is None]
    return (
        missing if language or found else [],
        f"statement {say.statement(statement)} {given}; of its translation",
        "add `translation: {translator: …, date: …, original: …, declaration: …, certified_on: …}`"
        if language
        else "add `own_language: …`, and what else is missing of the translation",
        "own_language" if language else "translation",
    )


def _interpretation(statement: Statement) -> tuple[list[str], str, str, str]:
    found = statement.interpretation
    return (
        ["the interpreter's certificate"] if found and found.certified_on is None else [],
        f"statement {say.statement(statement)} was made through an interpreter;",
        "add `certified_on: …` to its `interpretation`, once the interpreter has signed",
        "interpretation",
    )


CHECK = Check(
    "STR107", "statement-not-translated", Severity.ERROR, "statements", run,
    unfit_records=True, looks_at=ruled_by("own_language"),
)  # fmt: skip
