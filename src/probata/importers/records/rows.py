"""The rows of a table as records: every cell a value with its place, none of them run or filled in."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from probata.diagnostics import Diagnostic, Span
from probata.importers.records.cells import CellFaultError, value_of
from probata.importers.records.columns import Column, Columns
from probata.importers.records.fields import BODY_OF_POST
from probata.importers.records.incoming import Incoming, fault
from probata.importers.records.nationalities import divided
from probata.importers.records.native import unsaid_languages
from probata.importers.records.no_record import no_record
from probata.importers.records.period import FROM, UNTIL, is_still_so, period
from probata.importers.records.rules import rules_of
from probata.importers.records.said import name_of
from probata.importers.records.table import Table
from probata.importers.records.tree import SaidTwiceError, Tree
from probata.source.node import Entry, Scalar, to_plain
from probata.source.node import Mapping as MappingNode
from probata.source.node import Sequence as SequenceNode
from probata.workbook.days_for_text import day_for_text, takes_days
from probata.workbook.headings import Path
from probata.workbook.shape import Shape, shape_of

_ID, _OPENS = ("id",), ("{", "[", '"')
_STATUS, _STILL = ("status",), "current"


@dataclass(slots=True)
class _Row:
    """What is gathered of one row."""

    tree: Tree
    edges: dict[Path, dict[str, tuple[str, Span]]] = field(default_factory=lambda: defaultdict(dict))
    entries: dict[tuple[Path, tuple[tuple[Path, str], ...], int], list[Tree]] = field(default_factory=dict)
    """Entries of the lists that have columns for their fields; the key begins with the path of the list."""

    body: Scalar | None = None
    """Of a tenure whose post the row does not name: the body of the post."""

    wished: str = ""
    label: str = ""
    remarks: list[str] = field(default_factory=list)
    faults: list[Diagnostic] = field(default_factory=list)


def records_of_rows(table: Table, kind: str, columns: Columns) -> Iterator[Incoming]:
    """Give a record for each row that holds something in a column that is a field; one that is no record is refused."""
    for number, cells in table.rows:
        if other := no_record(table, number, cells):
            place = table.span(number, 0, cells)
            label = next(text.strip() for text in cells if text.strip())
            yield Incoming(kind, MappingNode((), place), label, place, faults=(other,))
            continue
        row = _Row(Tree(shape_of(kind), table.span(number, 0, cells)))
        for column in columns.known:
            text = cells[column.place].strip() if column.place < len(cells) else ""
            span = table.span(number, column.place, cells)
            day = table.days.get((number, column.place))
            if day and not takes_days(shape_of(kind).at(column.field.path)):
                row.faults.append(day_for_text(column.heading, text, day, span))
            elif text:
                _take(row, kind, column, text, span)
        if row.tree.fields or row.edges or row.entries or row.wished or row.faults:
            if row.body is not None:
                yield from _post(row, row.body)
            yield _finished(row, kind)


def _take(row: _Row, kind: str, column: Column, text: str, span: Span) -> None:
    path = column.field.path
    row.label = row.label or " ".join(text.split())
    if path == _ID:
        row.wished = text
    elif column.field.edge:
        row.edges[path][column.field.edge] = text, span
    elif (kind, path) == BODY_OF_POST:
        row.body = Scalar(text, span)
    else:
        try:
            _put(row, kind, column, text, span)
        except CellFaultError as error:
            row.faults.append(error.fault(column.heading, span))
        except SaidTwiceError as error:
            row.faults.append(_twice(str(error), error.span))


def _put(row: _Row, kind: str, column: Column, text: str, span: Span) -> None:
    path = column.field.path
    if path[0] in rules_of(kind).divided and not text.startswith(_OPENS):
        parts = divided(text)
        if len(parts) > len(re.split(r"[;\n]", text)):
            row.remarks.append(f"`{column.heading}`: `{text}` is read as {len(parts)}: {', '.join(parts)}")
        text = "\n".join(parts)
    listed = next((path[:end] for end in range(1, len(path)) if _is_list(kind, path[:end])), ())
    if not listed:
        row.tree.put(path, value_of(kind, path, text, span))
        for other, said in column.field.with_it:
            row.tree.put(other, Scalar(said, span))
        return
    # Each line of the cell belongs to one entry of the list. Columns share the entries that say the same besides: a
    # number and its date are one paper, a passport and an identity card are two, and so are two columns of one field.
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    lines = [part.strip() for part in text.split(";") if part.strip()] if len(lines) == 1 else lines
    entries = row.entries.setdefault((listed, column.field.with_it, column.nth), [])
    for place, line in enumerate(lines):
        if place == len(entries):
            entries.append(Tree(shape_of(kind).at(listed).items or Shape(), span))
            for other, said in column.field.with_it:
                entries[place].put(other[len(listed) :], Scalar(said, span))
        entries[place].put(path[len(listed) :], value_of(kind, path, line, span))


def _is_list(kind: str, path: Path) -> bool:
    return shape_of(kind).at(path).items is not None


def _post(row: _Row, body: Scalar) -> Iterator[Incoming]:
    """Give the post of a row that names its body alone, with the title of the tenure if it has one; name it as held."""
    if "seats" in row.tree.fields:
        row.remarks.append(f"`{body.text}` is not taken: the body is that of the post")
        return
    title = row.tree.fields.get("title")
    title = title if isinstance(title, Scalar) else None
    titled = (Entry(Scalar("title", title.span), title),) if title else ()
    called = f"{title.text if title else 'post'} at {body.text}"
    yield Incoming(
        "positions", MappingNode((*titled, Entry(Scalar("body", body.span), body)), body.span), called, body.span,
        known_as=(called,),
    )  # fmt: skip
    row.tree.put(("seats",), SequenceNode((Scalar(called, body.span),), body.span))


def _finished(row: _Row, kind: str) -> Incoming:
    try:
        for (listed, *_), entries in row.entries.items():
            nodes = tuple(entry.node() for entry in entries)
            row.tree.put(listed, SequenceNode(nodes, nodes[0].span))
        for path, ends in row.edges.items():
            _put_period(row, kind, path, ends)
    except SaidTwiceError as error:
        row.faults.append(_twice(str(error), error.span))
    node = row.tree.node()
    row.faults += unsaid_languages(node)
    return Incoming(
        kind,
        node,
        name_of(kind, to_plain(node)) or row.label,
        row.tree.span,
        row.wished,
        bool(row.wished),
        faults=tuple(row.faults),
        remarks=tuple(row.remarks),
    )


def _put_period(row: _Row, kind: str, path: Path, ends: dict[str, tuple[str, Span]]) -> None:
    (start, first), (until, last) = (ends.get(edge, ("", row.tree.span)) for edge in (FROM, UNTIL))
    said = period(start, until)
    span = first if start else last
    if said:
        row.tree.put(path, Scalar(said, span))
    if is_still_so(until) and _STILL in shape_of(kind).at(_STATUS).choices and "status" not in row.tree.fields:
        row.tree.put(_STATUS, Scalar(_STILL, last))


def _twice(path: str, span: Span) -> Diagnostic:
    return fault("IMP172", "field-twice", f"`{path}` is given twice in the row", span, "empty one of the two cells")
