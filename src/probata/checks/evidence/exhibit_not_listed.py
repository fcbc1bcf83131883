"""A statement names or uses an exhibit that its list does not hold.

Looks in the paragraphs of each statement for marks with the letters of its own exhibits, or with those of all exhibits
where it lists none, and at the exhibits that its paragraphs use. A mark that another statement produces is left alone.

## Why it matters
The reader turns to the exhibits and finds none with this mark. A statement that refers to what is not produced with it
is sent back, or the sentence is disregarded.

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
    paragraphs: [{id: decree, basis: document, source: the Gazette, text: "I refer to the decree, **MW2**."}]
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
Where the mark is that of a statement which is not in this case. Say in the sentence whose it is.
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
    """Find what the paragraphs name or use and the list of their statement does not hold, each mark once."""
    produced = {exhibit.mark for statement in case.graph.statements for exhibit in listed_in(case.graph, statement)}
    for statement in case.graph.statements:
        listed = {plain_mark(exhibit.mark) for exhibit in listed_in(case.graph, statement)}
        told: set[str] = set()
        for position, mark in _used(case, statement):
            if plain_mark(mark) not in {*listed, *told} and mark not in produced:
                told.add(plain_mark(mark))
                yield _finding(case, statement, position, mark)


def _used(case: CheckInput, statement: Statement) -> Iterator[tuple[int, str]]:
    """Give the marks that the paragraphs use by their exhibits, or name in their text, with the place."""
    own = listed_in(case.graph, statement) or case.graph.exhibits
    letters = [found for exhibit in own if (found := letters_of(exhibit.mark))]
    for position, paragraph in enumerate(statement.paragraphs):
        exhibits = (case.graph.find("exhibits", Exhibit, key) for key in paragraph.exhibits)
        yield from ((position, exhibit.mark) for exhibit in exhibits if exhibit)
        yield from ((position, mark) for mark in marks_named(paragraph.text, letters))


def _finding(case: CheckInput, statement: Statement, position: int, mark: str) -> Finding:
    paragraph = statement.paragraphs[position]
    return case.finding(
        "statements", statement.id,
        f"paragraph {say.words(paragraph.id)} of statement {say.statement(statement)} refers to {say.words(mark)}, "
        "which its exhibits do not hold",
        "add the exhibit to `exhibits` of the statement, or ask its maker which one is meant",
        at=("paragraphs", position),
    )  # fmt: skip


CHECK = Check("EVI132", "exhibit-not-listed", Severity.WARNING, "statements", run)
