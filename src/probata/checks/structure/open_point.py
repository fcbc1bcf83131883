"""A point that somebody of the team raised and that is still open.

Looks at `points.yaml`: comments in the margin of a document that came back, and remarks written there by hand. One is
settled when its `status` says so. A remark and the answers to it are told once, at the first of them that is open, with
what was answered last.

## Why it matters
A colleague saw something in these words. A document that goes out before it is answered goes out with a doubt of our
own on file, and nobody can say later that it was not seen.

## Example
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
points:
  - id: rank
    about: people/wolk#name
    text: Is this how she writes her name?
    author: Oda Quillfern
    date: 2024-06-01
```

Use instead:
```yaml
case: {title: Example}
people: [{id: wolk, name: Mara Wolk}]
points:
  - id: rank
    about: people/wolk#name
    text: Is this how she writes her name?
    author: Oda Quillfern
    date: 2024-06-01
    status: settled
```

## When to allow it
Where the answer must wait and the filing cannot: write why into the decision. Else settle it, and leave it in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.titled import marked
from probata.diagnostics import Severity, say
from probata.graph.threads_of_points import is_open, threads_of
from probata.model.point import Point

_PLACE = re.compile(r"\d{1,6}", re.ASCII)
"""A step of the path of a field that is a place in a list."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the threads in which a point is open, each at the field that it is about."""
    for thread in threads_of(list(_of_filings(case))):
        if is_open(thread):
            first, *others = (point for point in thread if point.status == "open")
            found = _placed(case, first, _finding(case, first, thread))
            yield replace(found, others=tuple(f"points/{point.id}" for point in others))


def _finding(case: CheckInput, point: Point, thread: Sequence[Point]) -> Finding:
    on = f" on {marked(point.words)}" if point.words else ""
    where = f" of the document {say.words(point.filing)}" if point.filing else ""
    about = f" about {say.words(point.about)}" if point.about else ""
    last = thread[-1]
    answered = f"; last answered by {_line(last.author)}: {marked(last.text)}" if last is not point else ""
    ids = ", ".join(say.point(one) for one in thread if one.status == "open")
    said = f"{_line(point.author)} left a point open{about}{on}{where}: {marked(point.text)}{answered}"
    return case.finding(
        "points", point.id, said,
        f"answer it, then write `status: settled` at {ids} in the open points", at=("text",),
        filing=point.filing or "",
    )  # fmt: skip


def _placed(case: CheckInput, point: Point, finding: Finding) -> Finding:
    """Return the finding at the field that the point is about, where there is one; else at the point."""
    record, _, field = (point.about or "").partition("#")
    kind, _, key = record.partition("/")
    if kind != "case" and not case.graph.has(kind, key):
        return finding
    steps = tuple(int(step) if _PLACE.fullmatch(step) else step for step in field.split(".") if step)
    return replace(finding, span=case.graph.span(kind, key, *steps))


def _line(words: str) -> str:
    return " ".join(words.split()).replace("`", "'")


def _of_filings(case: CheckInput) -> Iterator[Point]:
    """Give the points of the filings that are looked at, and those of no filing."""
    chosen = None if case.chosen is None else {filing.id for filing in case.chosen}
    yield from (one for one in case.graph.points if chosen is None or one.filing is None or one.filing in chosen)


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the points, settled ones included."""
    yield from (Looked(f"points/{point.id}") for point in _of_filings(case))


CHECK = Check("STR182", "open-point", Severity.WARNING, "points", run, looks_at=_looks_at)
