"""Rows of sheets to records with places: what the reader of text files gives too."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Mapping as Fields
from dataclasses import dataclass, field, replace

from probata.diagnostics import Diagnostic, Severity, Span
from probata.diagnostics.say import did_you_mean
from probata.model.schema import CASE
from probata.source.node import Entry, MappingNode, Node, Scalar, SequenceNode
from probata.source.text_file import fault
from probata.workbook.cells import bare_id, entries_of, read_cell
from probata.workbook.headings import Path, heading_of, path_of
from probata.workbook.shape import Shape
from probata.workbook.sheet_rows import PlacedCell, PlacedRow, strike_too
from probata.workbook.sheets import ID, IN_SHORT, NUMBER, SheetForm, forms_of


@dataclass(slots=True)
class OpenPart:
    """A part that is being put together."""

    span: Span
    fields: dict[str, tuple[Scalar, Node | OpenPart | OpenList]] = field(default_factory=dict)
    blanks: dict[str, tuple[Scalar, Scalar | OpenPart]] = field(default_factory=dict)

    def node(self) -> MappingNode:
        """Return the part as a reader of records gives it."""
        return MappingNode(_entries(self.fields), self.span, _entries(self.blanks))


@dataclass(slots=True)
class OpenList:
    """A list whose entries stand in the rows of another sheet."""

    span: Span
    items: list[Node | OpenPart] = field(default_factory=list)


def _entries(held: Fields[str, tuple[Scalar, Node | OpenPart | OpenList]]) -> tuple[Entry, ...]:
    return tuple(Entry(key, closed(value)) for key, value in held.values())


def closed(value: Node | OpenPart | OpenList) -> Node:
    """Return what was put together as a reader of records gives it."""
    if isinstance(value, OpenList):
        return SequenceNode(tuple(map(closed, value.items)), value.span)
    return value.node() if isinstance(value, OpenPart) else value


# What may be wrong in a row: it belongs to nothing, or says something twice.

Name = tuple[str, ...]


def of_nothing(
    form: SheetForm, place: Span, holder: Name, known: Mapping[Name, str], struck: Span | None = None
) -> Diagnostic:
    """Return the finding for a row that names a record, or an entry of one, that there is not.

    `known` are those that there are, each with its title: who types that means its id. `struck` is the row of what it
    names, where that is struck through.
    """
    named = ", ".join(f"`{heading}` {f'says `{name}`' if name else 'is empty'}"
                      for heading, name in zip(form.holders, holder, strict=True))  # fmt: skip
    help = strike_too(struck) if struck else _help_on_holder(form, holder, known)
    return fault("SRC172", "row-of-nothing", f"the row belongs to no record: {named}", place, help)


def _help_on_holder(form: SheetForm, holder: Name, known: Mapping[Name, str]) -> str:
    """Return the id that is likely meant, or where the ids stand; of an entry inside another, its number."""
    above = next(one for one in forms_of(form.kind) if one.steps == form.steps[:-1])
    names = {name[0]: None for name in known if name}
    called = [name[0] for name, title in known.items() if title and _plain(title) == _plain(holder[0])]
    if len(called) == 1 and len(holder) == 1:
        return f"did you mean `{called[0]}`, which is called so?"
    said = " and ".join(f"`{heading}`" for heading in form.holders)
    help = f"write under {said} what a row of the sheet `{above.name}` has there as its id or number"
    is_known = len(holder) > 1 or holder[0] in names
    return help if is_known else did_you_mean("-".join(holder[0].lower().split()), names, help)


def _plain(title: str) -> str:
    return " ".join(title.split()).casefold()


def in_short_too(span: Span) -> Diagnostic:
    """Return the finding for an entry that is given as a text and in parts."""
    message = f"the entry is given under `{IN_SHORT}` and in other cells of its row"
    return fault("SRC174", "said-in-short-too", message, span, f"empty the cell under `{IN_SHORT}`, or the others")


def number_twice(span: Span, number: str) -> Diagnostic:
    """Return the finding for a number by which rows of another sheet cannot tell two entries apart."""
    message = f"two rows of one record have the number `{number}`"
    help = "give each a number of its own: rows of another sheet belong to it by this"
    return fault("SRC180", "number-twice", message, span, help)


def on_one_line(heading: str, span: Span) -> Diagnostic:
    """Return the finding for values with commas between them."""
    message = f"several values under `{heading}` stand on one line, and are read one by one"
    help = "write each on a line of its own in the cell (Alt+Enter; on a Mac Control+Option+Enter)"
    return Diagnostic("SRC185", "values-on-one-line", Severity.WARNING, message, span, help)


def twice(span: Span, key: str) -> Diagnostic:
    """Return the finding for a field that is given in two ways."""
    message = f"`{heading_of((key,))}` is given twice, as a whole and in parts, or in a cell and in a sheet"
    return fault("SRC173", "said-twice", message, span, "empty one of the two")


def tell(found: list[Diagnostic], new: Diagnostic) -> None:
    """Add a finding, unless the same is told of another cell of its row already."""
    rows = ((one.span.path, one.span.line) for one in found if one.span and one.message == new.message)
    if new.span is None or (new.span.path, new.span.line) not in rows:
        found.append(new)


_TITLES = ("title", "name")


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
            if not struck or not any(one.help == found.help and _is_adjacent(one, row) for one in reading.found):
                reading.found.append(found)
        return
    entry = _entry(form, row, reading, (*holder, number))
    listed = _walk(part, form.steps[-1], row, reading.found)
    if isinstance(listed, OpenList):
        listed.items.append(entry)


def _is_adjacent(found: Diagnostic, row: PlacedRow) -> bool:
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
