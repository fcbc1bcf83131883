"""Write records into a workbook: only cells that must change are changed, and what is not ours stays as it is.

Formats, widths, comments and the order of rows are the user's. A cell that says the same in other words, "Aug 2015" for
`2015-08`, is left. Same records, same bytes: what openpyxl dates by the clock is dated by nothing.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from probata.source.xlsx_reader import read_workbook
from probata.workbook.change_rows import change_rows, change_upright
from probata.workbook.look import dress
from probata.workbook.sheet_cells import set_text
from probata.workbook.sheets import FIELD, VALUE, SheetForm, sheet_forms
from probata.workbook.standard import standard_headings
from probata.workbook.to_rows import Row, rows_of

References = Mapping[str, Mapping[str, tuple[str, ...]]]
"""Kind → path of a field with dots → the kinds whose ids it holds."""
Tables = Mapping[str, Sequence[Sequence[str]]]
"""Name of a sheet → its rows of cells, the headings first."""

_DATED = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:)")
_NO_DAY = rb"\g<1>2000-01-01T00:00:00Z\g<3>"
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)


def write_workbook(
    records: Mapping[str, Sequence[Any]], tables: Tables, references: References, old: bytes | None = None
) -> bytes:
    """Return the workbook with the records of each kind, plain, and the tables of datasets.

    `records` has the case itself as the one record of the kind `case`; sheets of kinds that it does not name stay as
    they are. `old` is the workbook as it is; without it a new one is made, with the sheets that most cases need.
    """
    book = load_workbook(io.BytesIO(old)) if old else Workbook()
    if old is None:
        book.remove(book.worksheets[0])
    sheets = {sheet.title.casefold(): sheet for sheet in book.worksheets}
    rows = {name: rows for kind, held in records.items() for name, rows in rows_of(kind, held).items()}
    for form in sheet_forms():
        wanted, sheet = rows.get(form.name, ()), sheets.get(form.name.casefold())
        if sheet is None and (wanted or (old is None and form.is_usual)):
            sheet = _new_sheet(book, form, wanted)
            dress(sheet, form, references)
        if sheet is not None and form.kind in records:
            (change_upright if form.is_upright else change_rows)(sheet, form, wanted)
    for name, cells in tables.items():
        _write_table(book, sheets.get(name.casefold()), name, cells)
    made = saved(book)
    # Saved without a change it would still be other bytes: what openpyxl knows of the file it writes in its own way.
    return old if old and read_workbook(made) == read_workbook(old) else made


def blank_workbook(names: Sequence[str], references: References) -> bytes:
    """Return a workbook of the sheets with these names, with all their headings and no record."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for form in sheet_forms():
        if form.name in names:
            dress(_new_sheet(book, form, ()), form, references)
    return saved(book)


def _new_sheet(book: Workbook, form: SheetForm, wanted: Sequence[Row]) -> Worksheet:
    sheet = book.create_sheet(form.name)
    for place, heading in enumerate(standard_headings(form, wanted), 1):
        set_text(sheet, *((place + 1, 1) if form.is_upright else (1, place)), heading)
    if form.is_upright:
        set_text(sheet, 1, 1, FIELD)
        set_text(sheet, 1, 2, VALUE)
    return sheet


def _write_table(book: Workbook, sheet: Worksheet | None, name: str, cells: Sequence[Sequence[str]]) -> None:
    sheet = sheet or book.create_sheet(name)
    for number, row in enumerate(cells, 1):
        for place, text in enumerate(row, 1):
            set_text(sheet, number, place, text)
    if sheet.max_row > len(cells):
        sheet.delete_rows(len(cells) + 1, sheet.max_row - len(cells))


def saved(book: Workbook) -> bytes:
    """Return the bytes of a workbook, the same for the same cells."""
    made, packed = io.BytesIO(), io.BytesIO()
    book.save(made)
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            data = _DATED.sub(_NO_DAY, data) if name == "docProps/core.xml" else data
            new.writestr(zipfile.ZipInfo(name, _FIRST_DAY), data, zipfile.ZIP_DEFLATED)
    return packed.getvalue()
