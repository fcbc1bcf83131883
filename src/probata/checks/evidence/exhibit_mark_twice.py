"""Two exhibits with one mark.

Compares the marks of all exhibits; `MT/1` and `MT1` are one mark. It finds two that one statement produces, or of
which one belongs to no statement. Where two statements each produce theirs, the same mark in the same form is a note:
they may be made in different proceedings.

## Why it matters
The mark is all that leads a reader from the sentence to the document. Where two documents bear it, the sentence is read
with the wrong one, and the other side chooses which.

## Example
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
exhibits:
  - {id: decree, mark: MW1, description: the decree}
  - {id: letter, mark: MW1, description: the letter}
statements: [{id: wolk-1, person: wolk, kind: witness, exhibits: [decree, letter]}]
```

Use instead:
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
exhibits:
  - {id: decree, mark: MW1, description: the decree}
  - {id: letter, mark: MW2, description: the letter}
statements: [{id: wolk-1, person: wolk, kind: witness, exhibits: [decree, letter]}]
```

## When to allow it
Where the two statements are made in different proceedings, each with a numbering of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.support.exhibit_marks import plain_mark
from probata.diagnostics import Severity, say
from probata.graph.case_graph import CaseGraph
from probata.model.exhibit import Exhibit


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the exhibits whose mark an earlier one has."""
    produced = _produced(case.graph)
    earlier: dict[str, list[Exhibit]] = {}
    for exhibit in case.graph.exhibits:
        same = earlier.setdefault(plain_mark(exhibit.mark), [])
        weights = [(weight, other) for other in same if (weight := _weight(produced, other, exhibit))]
        if weights:
            yield _finding(case, exhibit, *min(weights, key=lambda found: found[0].rank))
        same.append(exhibit)


def _produced(graph: CaseGraph) -> dict[str, set[str]]:
    """Return the statements that produce each exhibit, in their list or in a paragraph."""
    found: dict[str, set[str]] = {}
    for statement in graph.statements:
        for key in (*statement.exhibits, *(key for one in statement.paragraphs for key in one.exhibits)):
            found.setdefault(key, set()).add(statement.id)
    return found


def _weight(produced: dict[str, set[str]], one: Exhibit, other: Exhibit) -> Severity | None:
    """Return how much it weighs that two have one mark; `None` where two statements keep them apart by their form."""
    of_one, of_other = produced.get(one.id, set()), produced.get(other.id, set())
    if not of_one or not of_other or of_one & of_other:
        return Severity.WARNING
    return Severity.INFO if one.mark == other.mark else None


def _finding(case: CheckInput, exhibit: Exhibit, weight: Severity, other: Exhibit) -> Finding:
    return case.finding(
        "exhibits", exhibit.id, f"exhibits {say.exhibit(other)} and {say.exhibit(exhibit)} have one mark, "
        f"{say.words(exhibit.mark)}",
        "give one of them the next free mark, and change it in the text that refers to it", at=("mark",),
        notes=(f"the first is at {case.graph.span('exhibits', other.id)}",), severity=weight,
    )  # fmt: skip


CHECK = Check("EVI131", "exhibit-mark-twice", Severity.WARNING, "exhibits", run)
