"""The rows of a table as records: every cell a value with its place, none of them run or filled in."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Flag, auto
from functools import cache

from probata.diagnostics import Diagnostic, Span
from probata.graph.resolve import keys_in_text
from probata.importers.changes import Incoming, fault
from probata.importers.records.columns import BODY_OF_POST, FROM, UNTIL, Column, Columns, is_still_so, period
from probata.importers.records.said import SaidTwiceError, Tree, name_of, rules_of, unsaid_languages
from probata.importers.spreadsheet import Table, bare
from probata.messages.countries import country_names
from probata.model.kinds import KIND_BY_KEY
from probata.model.parts import parts_in
from probata.model.record import Part, markdown_fields, own_fields
from probata.source.node import Entry, MappingNode, Node, Scalar, SequenceNode, to_plain
from probata.source.text_file import ILLEGAL
from probata.source.xlsx_reader import ERRORS, NO_RESULT
from probata.workbook.cells import read_cell
from probata.workbook.headings import TRANSLATIONS, Path
from probata.workbook.own_content import is_total
from probata.workbook.shape import Shape, shape_of
from probata.workbook.sheet_rows import day_for_text, takes_days

# Texts of others in fields that may hold Markdown: every sign of theirs is printed as it stands.

_SIGNS = re.compile(r"([\\`*_\[\]<>^{}~|$&!])")
_LOOKED_FOR = re.compile(r"\[\^[^\]]*\]|&#x?[0-9a-f]+;", re.IGNORECASE)
_AT_THE_BEGINNING = re.compile(r"^(\d{0,9})(?:(?<=\d)([.)])|(?<!\d)([#+\-=:]))", re.MULTILINE)
"""What begins a heading, a list, a box or a table there (CommonMark 0.31, section 4); the rest is escaped anywhere."""


def is_literal(text: str) -> bool:
    """Tell whether a text can be made to stand as it is.

    One that cites a source by its id cannot, nor one with the mark of a note, or with a character that values stand for
    while a document is made: these are looked for in the text as it is written.
    """
    return not keys_in_text(text) and not _LOOKED_FOR.search(text)


def literal(text: str) -> str:
    """Return a text so that Markdown prints it letter by letter; line breaks stay."""
    lines = (_SIGNS.sub(r"\\\1", line.strip()) for line in text.split("\n"))
    return _AT_THE_BEGINNING.sub(lambda found: f"{found[1]}\\{found[2] or found[3]}", "\n".join(lines))


# What is read in the text of a field: Markdown, and names in double braces.


class Marks(Flag):
    """What a document reads in a text."""

    NONE = 0
    MARKDOWN = auto()
    FILLED = auto()
    """Names in double braces are filled in."""


@cache
def marks_at(kind: str, path: Path) -> Marks:
    """Return what is read in the text at a path of a record; a translation is read as its text is."""
    parts: tuple[type[Part], ...] = (KIND_BY_KEY[kind].record,)
    *holders, last = (key for place, key in enumerate(path) if not _is_of_translation(path, place))
    for key in holders:
        parts = tuple(below for part in parts for below in _parts_below(part, key))
    found = Marks.NONE
    for part in parts:
        found |= Marks.MARKDOWN if last in markdown_fields(part) else Marks.NONE
        found |= Marks.FILLED if last in own_fields(part) else Marks.NONE
    return found


def _is_of_translation(path: Path, place: int) -> bool:
    return path[place] == TRANSLATIONS or (place > 0 and path[place - 1] == TRANSLATIONS)


def _parts_below(part: type[Part], key: str) -> Iterator[type[Part]]:
    info = part.model_fields.get(part.spellings.get(key, key))
    yield from parts_in(info.annotation) if info else ()


LONGEST = 32_000
"""Characters of one cell; Excel takes 32,767."""
_NAMES = re.compile(r"\{\{|\{%|\{#")


class CellFaultError(Exception):
    """A cell cannot be a value; carries code, name, what is wrong, and the next step."""

    def __init__(self, code: str, name: str, message: str, help: str) -> None:
        super().__init__(message)
        self.code, self.name, self.message, self.help = code, name, message, help

    def fault(self, heading: str, span: Span) -> Diagnostic:
        """Return the finding for the cell below a heading."""
        return fault(self.code, self.name, f"the cell below `{heading}` {self.message}", span, self.help)


def value_of(kind: str, path: Path, text: str, span: Span) -> Node:
    """Return the value that a cell shows for a field, as a workbook of ours is read.

    Several values of a list stand on lines of their own, or on one line with semicolons between them. What Markdown
    would read is printed as it stands. Raises `CellFaultError` for what is no text of a record.
    """
    if text in ERRORS:
        is_formula = text == NO_RESULT
        message = "has a formula without a result" if is_formula else f"shows the error `{text}`"
        help = "open the workbook in Excel and save it, or write the value" if is_formula else "write the value"
        raise CellFaultError("IMP173", "cell-not-read", message, help)
    if found := ILLEGAL.search(text):
        message = f"holds the character `U+{ord(found[0]):04X}`, which no document can hold"
        raise CellFaultError("IMP173", "cell-not-read", message, "delete it")
    if len(text) > LONGEST:
        raise CellFaultError("IMP173", "cell-not-read", f"has {len(text)} characters, more than {LONGEST}",
                             "shorten it, or write it into the case by hand")  # fmt: skip
    marks = marks_at(kind, path)
    shape = shape_of(kind).at(path)
    if marks & Marks.FILLED and not marks & Marks.MARKDOWN and _NAMES.search(text):
        raise CellFaultError("IMP174", "markup-in-cell", "holds names in double braces, which would be filled in",
                             "write it otherwise, or into the case by hand")  # fmt: skip
    if marks & Marks.MARKDOWN:
        if not is_literal(text):
            message = "cites a source or has the mark of a note, which are read in records of the case alone"
            help = "leave the mark out, or write the text into the case by hand"
            raise CellFaultError("IMP174", "markup-in-cell", message, help)
        text = literal(text)
    if shape.items and "\n" not in text and ";" in text and not text.startswith(("{", "[", '"')):
        text = "\n".join(part.strip() for part in text.split(";"))
    return read_cell(text, span, shape)


# Several nationalities in one cell, joined as people join them.

_BETWEEN = r"\s*(?:[,/;\n&]|\b(?:and|et|y)\b)\s*"
_INVERTED = re.compile(r",.*\bof(?: the)?$")
"""`Korea, Republic of`: the name of one country, as lists have it."""


def divided(text: str) -> list[str]:
    """Return the entries of a cell: `Kelvandran and Ostaran` has two, `Trinidad and Tobago` is the name of one."""
    if _INVERTED.search(text):
        return [text]
    parts, begin = [], 0
    for found in _signs().finditer(text):
        if found["between"]:
            parts.append(text[begin : found.start()])
            begin = found.end()
    return [part.strip() for part in [*parts, text[begin:]] if part.strip()]


@cache
def _signs() -> re.Pattern[str]:
    """Return what finds the names of countries that hold such a sign, and the signs outside of them."""
    names = sorted((name for name in country_names() if re.search(_BETWEEN, name)), key=len, reverse=True)
    return re.compile("|".join([*map(re.escape, names), rf"(?P<between>{_BETWEEN})"]), re.IGNORECASE)


# Rows of a table that are no record: the total below a list, and the headings once more, as on each page of it.

_LEAST_HEADINGS = 2
_HELP = "leave the row out of the table, unless it is a record: then give it an id under `Id`"


def no_record(table: Table, number: int, cells: Sequence[str]) -> Diagnostic | None:
    """Return why the row of this number is no record; nothing where it may be one.

    The heading of a group cannot be told from a name that stands alone: it is shown with what would be written.
    """
    filled = [(place, text.strip()) for place, text in enumerate(cells) if text.strip()]
    if filled and is_total([text for _, text in filled]):
        said = f"it begins with `{filled[0][1]}` and has numbers alone, as a total does"
    elif len(filled) >= _LEAST_HEADINGS and all(_is_heading(table, place, text) for place, text in filled):
        said = "it has the headings of the table once more"
    else:
        return None
    return fault("IMP184", "row-no-record", said, table.span(number, filled[0][0], cells), _HELP)


def _is_heading(table: Table, place: int, text: str) -> bool:
    return place < len(table.header) and bare(text) == bare(table.header[place])


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
    listed = next((path[:end] for end in range(1, len(path)) if shape_of(kind).at(path[:end]).items is not None), ())
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
