"""Write records into a new workbook; one that is there is changed in its parts, `change_records.py`."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

import xlsxwriter

from probata.workbook.continued import parts
from probata.workbook.look import Looks, dress, fill
from probata.workbook.sheets import FIELD, VALUE, SheetForm, sheet_forms
from probata.workbook.standard import standard_headings
from probata.workbook.to_rows import Row, rows_of

References = Mapping[str, Mapping[str, tuple[str, ...]]]
"""Kind → path of a field with dots → the kinds whose ids it holds."""
Tables = Mapping[str, Sequence[Sequence[str]]]
"""Name of a sheet → its rows of cells, the headings first."""

_NO_DAY = datetime(2000, 1, 1)  # noqa: DTZ001  # the format has no time zones


def write_workbook(records: Mapping[str, Sequence[Any]], tables: Tables, references: References) -> bytes:
    """Return a new workbook with the records of each kind, plain, and the tables of datasets.

    `records` has the case itself as the one record of the kind `case`. Sheets that most cases need are there though
    nothing is recorded in them.
    """
    rows = {name: rows for kind, held in records.items() for name, rows in rows_of(kind, held).items()}
    forms = [form for form in sheet_forms() if form.name in rows or form.is_usual]
    return _workbook([(form, rows.get(form.name, ())) for form in forms], tables, references)


def blank_workbook(names: Sequence[str], references: References) -> bytes:
    """Return a workbook of the sheets with these names, with all their headings and no record."""
    return _workbook([(form, ()) for form in sheet_forms() if form.name in names], {}, references)


def _workbook(sheets: Iterable[tuple[SheetForm, Sequence[Row]]], tables: Tables, references: References) -> bytes:
    """Return the bytes of a workbook, the same for the same cells."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"created": _NO_DAY})
    looks = Looks.of(book)
    for form, rows in sheets:
        said = [{name: part for heading, text in row.items() for name, part in parts(heading, text)} for row in rows]
        headings = standard_headings(form, rows)
        below = [[row.get(heading, "") for heading in headings] for row in said]
        sheet = book.add_worksheet(form.name)
        if form.is_upright:
            values = below[0] if below else [""] * len(headings)
            dress(sheet, form, (FIELD, *headings), references, looks)
            fill(sheet, [[VALUE], *([value] for value in values)], looks, column=1)
        else:
            dress(sheet, form, headings, references, looks)
            fill(sheet, below, looks, row=1)
    for name, cells in tables.items():
        fill(book.add_worksheet(name), cells, looks)
    book.close()
    return out.getvalue()
