"""A sheet that is no sheet of records: most likely one that was called otherwise, or one of the user's own."""

from __future__ import annotations

from collections.abc import Collection

from probata.diagnostics import Diagnostic, Severity
from probata.source.xlsx_reader import Sheet
from probata.workbook.addresses import cell_span
from probata.workbook.heading_row import place_of_headings
from probata.workbook.sheets import DATA, SheetForm, sheet_forms

_LEAST = 2
"""Headings that a sheet must have of one of ours to be taken for it."""


def unknown_sheet(sheet: Sheet, there: Collection[str], shown: str) -> Diagnostic:
    """Return the finding for a sheet that is not read; `there` are the names of all sheets.

    Where its headings are those of one of ours that is missing, that is the name it should have.
    """
    place = cell_span(shown, sheet.name, 1, 0)
    message = f"the sheet `{sheet.name}` is not read"
    names = ", ".join(form.name for form in sheet_forms() if not form.steps)
    help = (
        f"sheets of records are {names} and those of their lists; a table is called `{DATA}` with the id of its dataset"
    )
    if meant := _meant(sheet, {name.strip().casefold() for name in there}):
        message += f": its headings are those of `{meant}`"
        help = f"call it `{meant}`, if its rows are such records"
    return Diagnostic("SRC176", "unread-sheet", Severity.WARNING, message, place, help)


def _meant(sheet: Sheet, there: Collection[str]) -> str:
    """Return the sheet of ours that is missing and whose headings these are; nothing where it is none, or several."""
    forms = [form for form in sheet_forms() if not form.is_upright and form.name.casefold() not in there]
    counts = sorted(((_known(sheet, form), form.name) for form in forms), reverse=True)
    (best, name), (next_best, _) = [*counts[:2], (0, ""), (0, "")][:2]
    filled = sum(1 for cell in sheet.rows[0][1] if cell.strip()) if sheet.rows else 0
    return name if best >= _LEAST and best * 2 > filled and best > next_best else ""


def _known(sheet: Sheet, form: SheetForm) -> int:
    if not sheet.rows:
        return 0
    return sum(map(form.knows, sheet.rows[place_of_headings(sheet.rows, form.knows)][1]))
