"""The changes of a redline by allegation and record, with what changed in the records: why a passage is another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from probata.checks.titled import title_of
from probata.document.blocks import Heading, Table
from probata.document.origin import Origin
from probata.document.tree import Document
from probata.document.walk import own_inlines, plain_text, walk_blocks
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
    records = {**_records_of(trees[0]), **_records_of(trees[1])}
    sections = {**_sections_of(trees[0]), **_sections_of(trees[1])}
    fields = {change.record: change for change in record_changes(*graphs)}
    held: dict[str, list[ChangeTold]] = {}
    rest: list[ChangeTold] = []
    for change in (one for one in changes if not one.is_listing):
        texts = (change.new, change.old, *reversed(change.beside))
        record = next((found for text in texts if (found := records.get(_key(text)))), "")
        record = record or sections.get(_key(change.section), "")
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


def _records_of(tree: Document) -> dict[str, str]:
    """Return the record of each text of a document; of two records with one text the first."""
    found: dict[str, str] = {}
    for block in walk_blocks(tree.blocks):
        for row in block.rows if isinstance(block, Table) else ():
            cells = ("".join(plain_text(own_inlines(one)) for one in walk_blocks(cell.blocks)) for cell in row.cells)
            _remember(found, "|".join(cells), row.origin)
        _remember(found, plain_text(own_inlines(block)), getattr(block, "origin", None))
    found.pop("", None)
    return found


def _sections_of(tree: Document) -> dict[str, str]:
    """Return the allegation of each heading below which one alone is printed; headings worded alike have none."""
    found: dict[str, set[str]] = {}
    headings: Counter[str] = Counter()
    heading = ""
    for block in walk_blocks(tree.blocks):
        if isinstance(block, Heading):
            heading = _key(plain_text(own_inlines(block)))
            headings[heading] += 1
        origin: Origin | None = getattr(block, "origin", None)
        if origin is not None and origin.record.startswith(f"{FIRST}/"):
            found.setdefault(heading, set()).add(origin.record)
    return {key: next(iter(records)) for key, records in found.items() if headings[key] == 1 == len(records)}


def _remember(found: dict[str, str], text: str, origin: Origin | None) -> None:
    if origin is not None and "/" in origin.record:
        found.setdefault(_key(text), origin.record)


def _key(text: str) -> str:
    return "".join(text.split())


def _why(change: RecordChange | None) -> tuple[str, ...]:
    if change is None:
        return ()
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
