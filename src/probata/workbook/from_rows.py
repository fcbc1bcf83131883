"""Rows of sheets to records with places: what the reader of text files gives too."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from probata.diagnostics import Diagnostic, Span
from probata.model.schema import CASE
from probata.source.node import Node, Scalar
from probata.workbook.bare_id import bare_id
from probata.workbook.cells import entries_of, read_cell
from probata.workbook.headings import Path, path_of
from probata.workbook.open_part import OpenList, OpenPart, closed
from probata.workbook.placed_row import PlacedCell, PlacedRow
from probata.workbook.row_faults import in_short_too, number_twice, of_nothing, on_one_line, tell, twice
from probata.workbook.shape import Shape
from probata.workbook.sheets import ID, IN_SHORT, NUMBER, SheetForm, forms_of

_TITLES = ("title", "name")
Name = tuple[str, ...]
"""What other sheets call an entry: the id of its record, then the id or number of each entry on the way to it."""


@dataclass(slots=True)
class _Kind:
    """What is known of the entries of one kind while its sheets are gone through."""

    named: dict[Path, dict[Name, OpenPart]] = field(default_factory=dict)
    struck: dict[tuple[Path, Name], Span] = field(default_factory=dict)
    """The rows that are struck through."""

    found: list[Diagnostic] = field(default_factory=list)


def records_of(kind: str, rows: dict[str, list[PlacedRow]]) -> tuple[list[Node], list[Diagnostic]]:
    """Return the records of a kind in the order of their rows, with what is wrong in its sheets.

    `rows` are those of every sheet, by its name. A row that belongs to no record, one that says a field twice, and one
    that says an entry in short and in parts are found; the others are read all the same.
    """
    own, *lists = forms_of(kind)
    reading, records = _Kind(), []
    for row in rows.get(own.name, []):
        if row.is_struck:
            reading.struck[(), (row.text(ID),)] = row.span
            continue
        records.append(_entry(own, row, reading, () if kind == CASE else (row.text(ID),)))
    for form in lists:
        for row in rows.get(form.name, []):
            _add(form, row, reading)
    return [closed(record) for record in records], reading.found


def _add(form: SheetForm, row: PlacedRow, reading: _Kind) -> None:
    """Add the entry of a row to the list of the entry that it names."""
    holder = tuple(row.text(heading) for heading in form.holders)
    number = row.text(NUMBER) if form.is_numbered else row.text(ID)
    if row.is_struck:
        reading.struck[form.path, (*holder, number)] = row.span
        return
    above = tuple(key for step in form.steps[:-1] for key in step)
    part = reading.named.get(above, {}).get(holder)
    if part is None:
        if form.holders:  # or the sheet of the case is missing, which is told by itself
            known = {name: _title(one) for name, one in reading.named.get(above, {}).items()}
            struck = _struck_above(form, holder, reading)
            found = of_nothing(form, row.span, holder, known, struck)
            if not struck or not any(one.help == found.help and _is_beside(one, row) for one in reading.found):
                reading.found.append(found)
        return
    entry = _entry(form, row, reading, (*holder, number))
    listed = _walk(part, form.steps[-1], row, reading.found)
    if isinstance(listed, OpenList):
        listed.items.append(entry)


def _is_beside(found: Diagnostic, row: PlacedRow) -> bool:
    return found.span is not None and found.span.path == row.span.path


def _struck_above(form: SheetForm, holder: Name, reading: _Kind) -> Span | None:
    """Return the row that is struck through and holds what a row names, if any."""
    for end in range(1, len(holder) + 1):
        path = tuple(key for step in form.steps[: end - 1] for key in step)
        if struck := reading.struck.get((path, holder[:end])):
            return struck
    return None


def _title(part: OpenPart) -> str:
    """Return what a record is called; empty where it has neither title nor name, or one in parts."""
    values = (part.fields.get(key, (None, None))[1] for key in _TITLES)
    return next((value.text for value in values if isinstance(value, Scalar)), "")


def _entry(form: SheetForm, row: PlacedRow, reading: _Kind, name: Name) -> Node | OpenPart:
    part = OpenPart(row.span)
    for heading, cell in row.cells.items():
        if heading in form.special:
            continue
        path = path_of(heading)
        if heading == ID:
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


def _set(part: OpenPart, path: Path, places: tuple[Span, Span], value: Node, found: list[Diagnostic]) -> None:
    """Put a value at a path of a part; `places` are those of its name and of itself."""
    (named, here), (*holders, last) = places, path
    for key in holders:
        _, inner = part.fields.setdefault(key, (Scalar(key, named), OpenPart(here)))
        if not isinstance(inner, OpenPart):
            tell(found, twice(here, key))
            return
        part = inner
    if last in part.fields:
        tell(found, twice(here, last))
        return
    part.fields[last] = Scalar(last, named), value


def _leave_blank(part: OpenPart, path: Path, cell: PlacedCell) -> None:
    """Keep where a value would stand at a path that holds none; parts that hold nothing are no parts of the record."""
    *holders, last = path
    for key in holders:
        inner = part.fields.get(key) or part.blanks.setdefault(key, (Scalar(key, cell.heading), OpenPart(cell.span)))
        if not isinstance(inner[1], OpenPart):
            return
        part = inner[1]
    if last not in part.fields:
        part.blanks.setdefault(last, (Scalar(last, cell.heading), Scalar("", cell.span, is_null=True)))


def _walk(part: OpenPart, path: Path, row: PlacedRow, found: list[Diagnostic]) -> object:
    """Return the list at a path of a part, which is begun where there is none."""
    *holders, last = path
    for key in holders:
        _, inner = part.fields.setdefault(key, (Scalar(key, row.span), OpenPart(row.span)))
        if not isinstance(inner, OpenPart):
            found.append(twice(row.span, key))
            return None
        part = inner
    _, listed = part.fields.setdefault(last, (Scalar(last, row.span), OpenList(row.span)))
    if not isinstance(listed, OpenList):
        found.append(twice(row.span, last))
    return listed
