"""The mark of an exhibit is written in two forms, such as `MT/1` and `MT1`.

Compares the marks in the list of each statement with each other, where their letters are the same, and with the marks
that its paragraphs name.

## Why it matters
Whoever looks for `MT/1` does not find `MT1`, neither with the eye on the flysheet nor by a search. Two forms look like
two documents.

## Example
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
exhibits: [{id: decree, mark: MW1, description: the decree}]
statements:
  - id: wolk-1
    person: wolk
    kind: witness
    exhibits: [decree]
    paragraphs: [{id: decree, basis: document, source: the Gazette, text: "I refer to the decree, **MW/1**."}]
```

Use instead:
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
exhibits: [{id: decree, mark: MW1, description: the decree}]
statements:
  - id: wolk-1
    person: wolk
    kind: witness
    exhibits: [decree]
    paragraphs: [{id: decree, basis: document, source: the Gazette, text: "I refer to the decree, **MW1**."}]
```

## When to allow it
Where the exhibits of two sets of proceedings are told apart by the form of their marks, and the sentence says which.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import records_of
from probata.checks.support.exhibit_marks import form_of, letters_of, listed_in, marks_named, plain_mark
from probata.diagnostics import Severity, say
from probata.model.statement import Statement


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the marks in another form than that of the list, in the list itself and in the paragraphs."""
    for statement in case.graph.statements:
        yield from _in_list(case, statement)
        yield from _in_text(case, statement)


def _in_list(case: CheckInput, statement: Statement) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for exhibit in listed_in(case.graph, statement):
        letters = letters_of(exhibit.mark)
        before = first.setdefault(letters.upper(), exhibit.mark) if letters else exhibit.mark
        if (form_of(before), letters_of(before)) != (form_of(exhibit.mark), letters):
            yield case.finding(
                "exhibits", exhibit.id,
                f"statement {say.statement(statement)} marks its exhibits {say.words(before)} and "
                f"{say.words(exhibit.mark)}, in two forms",
                "write both marks in one form, here and in the text", at=("mark",),
            )  # fmt: skip


def _in_text(case: CheckInput, statement: Statement) -> Iterator[Finding]:
    listed = {plain_mark(exhibit.mark): exhibit.mark for exhibit in listed_in(case.graph, statement)}
    letters = {found for mark in listed.values() if (found := letters_of(mark))}
    told: set[str] = set()
    for position, paragraph in enumerate(statement.paragraphs):
        for named in marks_named(paragraph.text, letters):
            recorded = listed.get(plain_mark(named), named)
            if " ".join(recorded.split()) != named and named not in told:
                told.add(named)
                yield case.finding(
                    "statements", statement.id,
                    f"paragraph {say.words(paragraph.id)} writes {say.words(named)}, and the exhibit is marked "
                    f"{say.words(recorded)}",
                    f"write {say.words(recorded)} in the text, or ask the maker of the statement which one is meant",
                    at=("paragraphs", position, "text"),
                )  # fmt: skip


CHECK = Check(
    "EVI133", "exhibit-mark-in-two-forms", Severity.WARNING, "statements and exhibits", run,
    looks_at=records_of("statements", "exhibits"),
)  # fmt: skip
