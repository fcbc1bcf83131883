"""A case from text files to a workbook and back: which files there shall be, and which they stand in place of."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from probata.diagnostics import Diagnostic, Severity
from probata.diagnostics.span import sheet_of
from probata.model.kinds import KINDS
from probata.model.schema import CASE
from probata.source.case_source import CaseSource
from probata.source.node import to_plain
from probata.source.read_case import NARRATIVE, read_case
from probata.source.write_records import markdown_text, yaml_text
from probata.source.xlsx_reader import read_workbook
from probata.workbook.book_parts import BookParts
from probata.workbook.change_cells import MAIN
from probata.workbook.comments import AUTHOR, own_part
from probata.workbook.data_sheets import is_data_sheet
from probata.workbook.found_in_cells import STRUCK_THROUGH
from probata.workbook.in_sheets import form_called, in_sheets
from probata.workbook.own_content import columns_left, own_rows
from probata.workbook.read_records import FILE_NAME
from probata.workbook.read_workbook import read_workbook_case
from probata.workbook.sheet_comments import SheetComments
from probata.workbook.sheets import data_sheet
from probata.workbook.write_workbook import References, write_workbook

_UNREAD_SHEET, _UNREAD_CELLS, _UNREAD_ROW = "unread-sheet", "cell-without-heading", "row-not-read"


def left_behind(data: bytes, findings: Iterable[Diagnostic]) -> tuple[str, ...]:
    """Return what text files do not take over, a line each: unread sheets and cells, drawings, comments.

    `findings` are those of reading the workbook `data`. Comments of ours, on headings and of findings, are none.
    """
    said = (line for found in findings for line in _unread(found))
    return (*said, *_columns(data), *_drawings(data), *_comments(data))


def _unread(found: Diagnostic) -> Iterator[str]:
    if found.span and found.name == _UNREAD_SHEET:
        yield f"the sheet `{sheet_of(found.span)}`"
    elif found.span and found.name == _UNREAD_ROW:
        yield f"the row {found.span.line} of the sheet `{sheet_of(found.span)}`"
    elif found.span and found.name == STRUCK_THROUGH:
        yield f"what is struck through at `{str(found.span).rpartition('#')[2]}`"
    elif found.span and found.name == _UNREAD_CELLS:
        more = f", {found.notes[0]}" if found.notes else ""
        yield f"the cell `{str(found.span).rpartition('#')[2]}`{more}"


def _columns(data: bytes) -> Iterator[str]:
    for sheet in read_workbook(data):
        if form := form_called(sheet.name):
            what = "row" if form.is_upright else "column"
            yield from (f"the {what} `{one.strip()}` of the sheet `{sheet.name}`" for one in columns_left(sheet, form))
            yield from (f"the row `{one}` of the sheet `{sheet.name}`" for one in own_rows(sheet, form))


def _drawings(data: bytes) -> Iterator[str]:
    """Give the sheets that are read and hold a drawing; another sheet stays behind as a whole."""
    parts = BookParts(data)
    for name, sheet in parts.sheets.items():
        is_read = is_data_sheet(name) or form_called(name) is not None
        if is_read and _draws(parts, sheet):
            yield f"the charts and pictures of the sheet `{name}`"


def _draws(parts: BookParts, sheet: str) -> bool:
    """Tell whether a sheet has a drawing with something in it; LibreOffice gives one to each sheet with a filter."""
    if parts.read(sheet).find(f"{MAIN}drawing") is None:
        return False
    drawing = parts.related(sheet, "drawing")
    return drawing is None or len(parts.read(drawing.target)) > 0


def _comments(data: bytes) -> Iterator[str]:
    parts = BookParts(data)
    for name, sheet in parts.sheets.items():
        for comment in SheetComments(parts, sheet):
            text = own_part(comment.text).strip()
            if text and comment.author != AUTHOR:
                yield f"the comment on `{name}!{comment.address}`, “{text.partition(chr(10))[0]}”"


_KINDS = tuple(kind.key for kind in KINDS)
_FIELD_OF_TEXT = "text"


class CannotConvertError(Exception):
    """A case cannot be read well enough to be written in another form; carries the findings."""

    def __init__(self, findings: Sequence[Diagnostic]) -> None:
        super().__init__(findings[0].message)
        self.findings = tuple(findings)


@dataclass(frozen=True, slots=True)
class Converted:
    """The files of a case in its other form."""

    new: Mapping[Path, bytes]
    old: tuple[Path, ...]
    """Files and folders that they stand in place of."""

    records: int
    left: tuple[str, ...] = ()
    """What of the old files the new ones do not hold, a line each."""


def to_workbook(folder: Path, shown: str, references: References) -> Converted:
    """Return the workbook of a case that is a folder of text files. Raises `CannotConvertError` where it is faulty."""
    source = read_case(folder, shown, _KINDS)
    tables = dict(_tables(source))
    _refuse_faults(source)
    data = write_workbook(plain_records(source), {name: cells for name, (_, cells) in tables.items()}, references)
    old = [path for name in (CASE, *_KINDS) for path in _of_kind(folder, name)]
    return Converted(
        {folder / FILE_NAME: data}, (*old, *(folder / file for file, _ in tables.values())), _count(source)
    )


def to_text(book: Path, shown: str) -> Converted:
    """Return the text files of a case that is a workbook. Raises `CannotConvertError` where it is faulty."""
    source = read_workbook_case(book, shown)
    source.findings[:] = map(in_sheets, source.findings)
    _refuse_faults(source)
    folder = book.parent
    new = {folder / f"{name}.yaml": yaml_text(held[0] if name == CASE else held).encode()
           for name, held in plain_records(source).items() if held and name != NARRATIVE}  # fmt: skip
    for record in plain_records(source)[NARRATIVE]:
        fields = {key: value for key, value in record.items() if key not in {"id", _FIELD_OF_TEXT}}
        text = markdown_text(fields, str(record.get(_FIELD_OF_TEXT, "")))
        new[folder / NARRATIVE / f"{record.get('id', 'section')}.md"] = text.encode()
    for file, table in source.tables.items():
        new[folder / file] = _csv((table.header, *table.rows)).encode()
    return Converted(new, (book,), _count(source), left_behind(book.read_bytes(), source.findings))


def plain_records(source: CaseSource) -> dict[str, list[Any]]:
    """Return the records of each kind without their places; the case itself is the one record of `case`."""
    case = [to_plain(source.case)] if source.case is not None else []
    return {CASE: case, **{kind: [to_plain(node) for node in source.records.get(kind, [])] for kind in _KINDS}}


def _refuse_faults(source: CaseSource) -> None:
    faults = [found for found in source.findings if found.severity is Severity.ERROR]
    if faults:
        raise CannotConvertError(faults)


def _tables(source: CaseSource) -> Iterator[tuple[str, tuple[str, list[Sequence[str]]]]]:
    """Give the name of the sheet of each table with its file and cells; two datasets may share a file."""
    for node in source.records.get("datasets", []):
        record = to_plain(node)
        file = str(record.get("file", "")) if isinstance(record, dict) else ""
        table = source.table(file) if file else None
        if table is not None:
            yield data_sheet(str(record.get("id", ""))), (file, [table.header, *table.rows])


def _of_kind(folder: Path, name: str) -> Iterator[Path]:
    for path in (folder / f"{name}.yaml", folder / f"{name}.yml", folder / name):
        if path.exists():
            yield path


def _count(source: CaseSource) -> int:
    return sum(map(len, source.records.values()))


def _csv(rows: Sequence[Sequence[str]]) -> str:
    made = io.StringIO()
    csv.writer(made, lineterminator="\n").writerows(rows)
    return made.getvalue()
