"""Rows of sheets to records with places: what the reader of text files gives too."""

from __future__ import annotations

from collections.abc import Mapping as Fields
from dataclasses import dataclass, field, replace

from probata.diagnostics import Diagnostic, Span
from probata.model.schema import CASE
from probata.source.node import Entry, Mapping, Node, Scalar, Sequence
from probata.workbook.cells import bare_id, entries_of, read_cell
from probata.workbook.headings import Path, path_of
from probata.workbook.row_faults import in_short_too, number_twice, of_nothing, on_one_line, tell, twice
from probata.workbook.shape import Shape
from probata.workbook.sheets import IN_SHORT, NUMBER, SheetForm, forms_of

_ID = "Id"
_TITLES = ("title", "name")
Name = tuple[str, ...]
"""What other sheets call an entry: the id of its record, then the id or number of each entry on the way to it."""


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """What a cell shows, with its place and that of its heading."""

    text: str
    span: Span
    heading: Span


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A row as it was read, by heading; empty cells are left out."""

    cells: dict[str, PlacedCell]
    span: Span
    """The first cell of the row."""

    blanks: dict[str, PlacedCell] = field(default_factory=dict)
    """The empty cells of the row."""

    def text(self, heading: str) -> str:
        """Return what the cell below a heading shows."""
        cell = self.cells.get(heading)
        return bare_id(cell.text) if cell else ""


@dataclass(slots=True)
class _Part:
    """A part that is being put together."""

    span: Span
    fields: dict[str, tuple[Scalar, Node | _Part | _List]] = field(default_factory=dict)
    blanks: dict[str, tuple[Scalar, Scalar | _Part]] = field(default_factory=dict)

    def node(self) -> Mapping:
        return Mapping(_entries(self.fields), self.span, _entries(self.blanks))


@dataclass(slots=True)
class _List:
    """A list whose entries stand in the rows of another sheet."""

    span: Span
    items: list[Node | _Part] = field(default_factory=list)


def _entries(held: Fields[str, tuple[Scalar, Node | _Part | _List]]) -> tuple[Entry, ...]:
    return tuple(Entry(key, _done(value)) for key, value in held.values())


def _done(value: Node | _Part | _List) -> Node:
    if isinstance(value, _List):
        return Sequence(tuple(map(_done, value.items)), value.span)
    return value.node() if isinstance(value, _Part) else value


@dataclass(slots=True)
class _Kind:
    """What is known of the entries of one kind while its sheets are gone through."""

    named: dict[Path, dict[Name, _Part]] = field(default_factory=dict)
    found: list[Diagnostic] = field(default_factory=list)


def records_of(kind: str, rows: dict[str, list[PlacedRow]]) -> tuple[list[Node], list[Diagnostic]]:
    """Return the records of a kind in the order of their rows, with what is wrong in its sheets.

    `rows` are those of every sheet, by its name. A row that belongs to no record, one that says a field twice, and one
    that says an entry in short and in parts are found; the others are read all the same.
    """
    own, *lists = forms_of(kind)
    reading, records = _Kind(), []
    for row in rows.get(own.name, []):
        records.append(_entry(own, row, reading, () if kind == CASE else (row.text(_ID),)))
    for form in lists:
        for row in rows.get(form.name, []):
            _add(form, row, reading)
    return [_done(record) for record in records], reading.found


def _add(form: SheetForm, row: PlacedRow, reading: _Kind) -> None:
    """Add the entry of a row to the list of the entry that it names."""
    holder = tuple(row.text(heading) for heading in form.holders)
    above = tuple(key for step in form.steps[:-1] for key in step)
    part = reading.named.get(above, {}).get(holder)
    if part is None:
        if form.holders:  # or the sheet of the case is missing, which is told by itself
            known = reading.named.get(above, {})
            reading.found.append(of_nothing(form, row.span, holder, {name: _title(one) for name, one in known.items()}))
        return
    own = row.text(NUMBER) if form.is_numbered else row.text(_ID)
    entry = _entry(form, row, reading, (*holder, own))
    listed = _walk(part, form.steps[-1], row, reading.found)
    if isinstance(listed, _List):
        listed.items.append(entry)


def _title(part: _Part) -> str:
    """Return what a record is called; empty where it has neither title nor name, or one in parts."""
    values = (part.fields.get(key, (None, None))[1] for key in _TITLES)
    return next((value.text for value in values if isinstance(value, Scalar)), "")


def _entry(form: SheetForm, row: PlacedRow, reading: _Kind, name: Name) -> Node | _Part:
    part = _Part(row.span)
    for heading, cell in row.cells.items():
        if heading in form.special:
            continue
        path = path_of(heading)
        if heading == _ID:
            cell = replace(cell, text=bare_id(cell.text))
        shape = form.shape.at(path)
        if shape.items and len(entries_of(cell.text, shape.items)) > len(cell.text.strip().splitlines()):
            reading.found.append(on_one_line(heading, cell.span))
        # What is wrong with a heading is told there, and what is wrong with a record in its row.
        named = cell.heading if shape == Shape() else cell.span
        _set(part, path, (named, cell.span), read_cell(cell.text, cell.span, shape), reading.found)
    if short := row.cells.get(IN_SHORT):
        if not part.fields:
            return read_cell(short.text, short.span, form.shape)
        reading.found.append(in_short_too(short.span))
    for heading, cell in row.blanks.items():
        if heading not in form.special:
            _leave_blank(part, path_of(heading), cell)
    entries = reading.named.setdefault(form.path, {})
    if form.is_numbered and name in entries:
        reading.found.append(number_twice(row.cells[NUMBER].span if NUMBER in row.cells else row.span, name[-1]))
    entries.setdefault(name, part)
    return part


def _set(part: _Part, path: Path, places: tuple[Span, Span], value: Node, found: list[Diagnostic]) -> None:
    """Put a value at a path of a part; `places` are those of its name and of itself."""
    (named, here), (*holders, last) = places, path
    for key in holders:
        _, inner = part.fields.setdefault(key, (Scalar(key, named), _Part(here)))
        if not isinstance(inner, _Part):
            tell(found, twice(here, key))
            return
        part = inner
    if last in part.fields:
        tell(found, twice(here, last))
        return
    part.fields[last] = Scalar(last, named), value


def _leave_blank(part: _Part, path: Path, cell: PlacedCell) -> None:
    """Keep where a value would stand at a path that holds none; parts that hold nothing are no parts of the record."""
    *holders, last = path
    for key in holders:
        inner = part.fields.get(key) or part.blanks.setdefault(key, (Scalar(key, cell.heading), _Part(cell.span)))
        if not isinstance(inner[1], _Part):
            return
        part = inner[1]
    if last not in part.fields:
        part.blanks.setdefault(last, (Scalar(last, cell.heading), Scalar("", cell.span, is_null=True)))


def _walk(part: _Part, path: Path, row: PlacedRow, found: list[Diagnostic]) -> object:
    """Return the list at a path of a part, which is begun where there is none."""
    *holders, last = path
    for key in holders:
        _, inner = part.fields.setdefault(key, (Scalar(key, row.span), _Part(row.span)))
        if not isinstance(inner, _Part):
            found.append(twice(row.span, key))
            return None
        part = inner
    _, listed = part.fields.setdefault(last, (Scalar(last, row.span), _List(row.span)))
    if not isinstance(listed, _List):
        found.append(twice(row.span, last))
    return listed
