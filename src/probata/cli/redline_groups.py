"""The changes of a redline by allegation and record, with what changed in the records: why a passage is another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from probata.checks.titled import title_of
from probata.cli.redline_owners import Owners
from probata.document.tree import Document
from probata.graph import CaseGraph
from probata.graph.record_changes import RecordChange, record_changes
from probata.model.schema import CASE
from probata.redline.changes import ChangeTold
from probata.redline.listed import Group, by_heading, of_listings

FIRST = "allegations"
MOST_SUBJECTS = 20


def by_record(
    trees: tuple[Document, Document], graphs: tuple[CaseGraph, CaseGraph], subjects: Sequence[str],
    changes: Sequence[ChangeTold],
) -> list[Group]:  # fmt: skip
    """Return the changes by the records from which the passages come, allegations first; the others by heading.

    What stands below the heading of one allegation and has no record of its own belongs to that allegation. Lines of
    contents and of other lists that follow the text come last.

    What changed in a record stands with it, and by itself where no passage of this document shows it. `subjects` are
    the first lines of the commits since.
    """
    owners = Owners(trees, FIRST)
    fields = {change.record: change for change in record_changes(*graphs)}
    held: dict[str, list[ChangeTold]] = {}
    rest: list[ChangeTold] = []
    for change in (one for one in changes if not one.is_listing):
        record = owners.of(change)
        if record.partition("/")[0] == CASE:
            record = f"{CASE}/{graphs[1].name}"  # documents call it in several ways
        if record:
            held.setdefault(record, []).append(change)
        else:
            rest.append(change)
    ordered = sorted(held, key=lambda record: not record.startswith(f"{FIRST}/"))
    groups = [Group(_called(name, graphs), tuple(held[name]), _why(fields.get(name))) for name in ordered]
    others = (*_elsewhere(fields, held, graphs), *by_heading(rest), *of_listings(changes), *_history(subjects))
    return [*groups, *others]


def _why(change: RecordChange | None) -> tuple[str, ...]:
    if change is None:
        return ()
    if change.what == "unread":
        return ("the record has a fault and was left out: `probata check` says which",)
    named = f": {', '.join(f'`{name}`' for name in change.fields)}" if change.fields else ""
    return (f"the record was {change.what}{named}",)


def _elsewhere(
    fields: dict[str, RecordChange], held: dict[str, list[ChangeTold]], graphs: tuple[CaseGraph, CaseGraph]
) -> Iterator[Group]:
    lines = [f"{_called(name, graphs)}: {_why(change)[0]}" for name, change in fields.items() if name not in held]
    if lines:
        yield Group("Other records that changed", (), tuple(lines))


def _history(subjects: Sequence[str]) -> Iterator[Group]:
    if subjects:
        more = len(subjects) - MOST_SUBJECTS
        lines = [f"“{subject}”" for subject in subjects[:MOST_SUBJECTS]]
        yield Group("What the history says of it", (), (*lines, *([f"and {more} more"] if more > 0 else ())))


def _called(name: str, graphs: tuple[CaseGraph, CaseGraph]) -> str:
    kind, _, key = name.partition("/")
    title = next((title for graph in reversed(graphs) if (title := title_of(graph, kind, key))), "")
    return f"{kind} {title} (`{key}`)" if title else f"{kind} `{key}`"
