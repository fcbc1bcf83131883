"""Write records into a new workbook; one that is there is changed in its parts, `change_records.py`.

Same records, same bytes: what openpyxl dates by the clock is dated by nothing.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from probata.workbook.continued import parts
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


def write_workbook(records: Mapping[str, Sequence[Any]], tables: Tables, references: References) -> bytes:
    """Return a new workbook with the records of each kind, plain, and the tables of datasets.

    `records` has the case itself as the one record of the kind `case`. Sheets that most cases need are there though
    nothing is recorded in them.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    rows = {name: rows for kind, held in records.items() for name, rows in rows_of(kind, held).items()}
    for form in sheet_forms():
        if form.name in rows or form.is_usual:
            dress(_new_sheet(book, form, rows.get(form.name, ())), form, references)
    for name, cells in tables.items():
        _fill(book.create_sheet(name), cells)
    return _saved(book)


def blank_workbook(names: Sequence[str], references: References) -> bytes:
    """Return a workbook of the sheets with these names, with all their headings and no record."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for form in sheet_forms():
        if form.name in names:
            dress(_new_sheet(book, form, ()), form, references)
    return _saved(book)


def _new_sheet(book: Workbook, form: SheetForm, rows: Sequence[Row]) -> Worksheet:
    sheet = book.create_sheet(form.name)
    said = [{name: part for heading, text in row.items() for name, part in parts(heading, text)} for row in rows]
    headings = standard_headings(form, rows)
    below = [[row.get(heading, "") for heading in headings] for row in said]
    if form.is_upright:
        _fill(sheet, [(FIELD, VALUE), *zip(headings, below[0] if below else [""] * len(headings), strict=True)])
    else:
        _fill(sheet, [headings, *below])
    return sheet


def _fill(sheet: Worksheet, cells: Sequence[Sequence[str]]) -> None:
    for number, row in enumerate(cells, 1):
        for place, text in enumerate(row, 1):
            set_text(sheet, number, place, text)


def _saved(book: Workbook) -> bytes:
    """Return the bytes of a workbook, the same for the same cells."""
    made, packed = io.BytesIO(), io.BytesIO()
    book.save(made)
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            data = _DATED.sub(_NO_DAY, data) if name == "docProps/core.xml" else data
            new.writestr(zipfile.ZipInfo(name, _FIRST_DAY), data, zipfile.ZIP_DEFLATED)
    return packed.getvalue()
