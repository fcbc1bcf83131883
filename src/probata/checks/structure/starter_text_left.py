"""A text of the invented case that `probata new case` makes still stands in a case of one's own.

Compares each text of the records, paragraph by paragraph, with what the starter wrote in records of that kind. Found is
what is the same word for word and of the invented matter, a name of fewer than six words only in a record that has an
id of the starter's; names of addressees, measures and forums may stay. As long as the case has the starter's title it
is the starter, and nothing is found.

## Why it matters
Documents print it. An invented prison, or the line `Invented starter case` at the head of every page, makes the reader
doubt all that stands beside it.

## Example
```yaml
case:
  title: Beatings in the North Prison
  marking: Invented starter case
```

Use instead:
```yaml
case:
  title: Beatings in the North Prison
  marking: Confidential
```

## When to allow it
Where your case says by chance the very same.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.support.starter_texts import is_left, line_of, may_have_left, starter_title, texts_in
from probata.diagnostics import Severity, Span, say
from probata.diagnostics.span import sheet_of
from probata.model.kinds import KIND_BY_KEY
from probata.source.node import MappingNode

_Left = tuple[str, Span]
"""A field and the place of the text in it."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the texts, once for each record that has some."""
    for kind, key, node in _records(case):
        left = list(_left(case, kind, key, node))
        if left:
            yield _finding(case, kind, key, left)


def _left(case: CheckInput, kind: str, key: str, node: MappingNode) -> Iterator[_Left]:
    for loc, value, words in texts_in(node) if may_have_left(kind, node) else ():
        if is_left(kind, key, words) and not (kind == "case" and loc[0] in KIND_BY_KEY):
            field = ".".join(str(step) for step in loc if isinstance(step, str))
            yield field, line_of(words, value, case.graph.texts.get(value.span.path, ""))


def _finding(case: CheckInput, kind: str, key: str, left: list[_Left]) -> Finding:
    fields = list(dict.fromkeys(field for field, _ in left))
    named = ", ".join(map(say.field, fields))
    verb = "is" if len(left) == 1 else "are"
    further = [f"{say.field(field)} in {_place(span)}" for field, span in left[1:]]
    found = case.finding(
        kind, key, f"{named} of {say.words(f'{kind}/{key}')} {verb} still the invented text of the starter case",
        "write your own there, or delete it; where the whole record is the starter's, delete the record",
        notes=(f"further: {', '.join(further)}",) if further else (),
    )  # fmt: skip
    return Finding(found.record, left[0][1], found.message, found.help, found.notes)


def _place(span: Span) -> str:
    """Return the line, or the sheet with the cell."""
    return str(span).rpartition("#")[2] if sheet_of(span) else f"line {span.line}"


def _records(case: CheckInput) -> Iterator[tuple[str, str, MappingNode]]:
    """Give the case and its records; none while it is the starter itself."""
    if case.graph.case.title == starter_title():
        return
    yield "case", case.graph.name, case.graph.case_node
    for (kind, key), node in case.graph.nodes.items():
        if case.graph.has(kind, key):
            yield kind, key, node


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give what is compared."""
    yield from (Looked(f"{kind}/{key}") for kind, key, _ in _records(case))


CHECK = Check(
    "STR177", "starter-text-left", Severity.WARNING, "records of a case of one's own", run, looks_at=_looks_at
)
