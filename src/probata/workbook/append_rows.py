"""Adding records to a workbook: what stands there stays as it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from probata.diagnostics import Diagnostic, Severity, Span
from probata.source.cannot_change import CannotChangeError
from probata.source.case_source import CaseSource
from probata.source.line_ends import with_line_ends
from probata.source.text_file import fault
from probata.source.xlsx_reader import read_workbook
from probata.workbook.change_cells import NewCell, change_cells
from probata.workbook.convert import CannotConvertError, plain_records
from probata.workbook.new_sheets import add_sheets
from probata.workbook.placed_sheet import PlacedSheet
from probata.workbook.read_workbook_case import read_workbook_case
from probata.workbook.sheets import SheetForm, forms_of
from probata.workbook.to_rows import rows_of
from probata.workbook.write_workbook import References, write_workbook

Added = Mapping[str, Sequence[Mapping[str, Any]]]
"""Kind → its new records."""


def append_rows(book: Path, shown: str, data: bytes, added: Added, references: References) -> bytes:
    """Return the workbook that `data` is with more records of some kinds, each in a row below the last of its sheet.

    A sheet that is missing is added, with the looks of ours. Raises `CannotConvertError` where its sheets are faulty,
    `CannotChangeError` for a character that no document can hold and for sheets in which the rows would not be read as
    the records are.
    """
    if not added:
        return data
    added = with_line_ends(added)
    held = plain_records(_read(book, shown, data))
    wanted = {kind: [*held[kind], *map(dict, records)] for kind, records in added.items()}
    made = change_cells(_with_sheets(data, added, references), shown, _cells(data, added))
    if plain_records(_read(book, shown, made)) != {**held, **wanted}:
        raise CannotChangeError(_not_as_recorded(shown, added))
    return made


def _not_as_recorded(shown: str, added: Added) -> Diagnostic:
    names = ", ".join(f"`{forms_of(kind)[0].name}`" for kind in added)
    return fault("SRC186", "rows-not-as-recorded", f"below the rows of {names} the new records would be read as others",
                 Span(shown), "look for headings that stand twice or were moved there, and mend them in Excel"
                 )  # fmt: skip


def _missing(data: bytes, added: Added) -> list[str]:
    """Return the names of the sheets that the new rows need and that are not there, or have nothing in them."""
    there = {sheet.name.strip().casefold() for sheet in read_workbook(data)}
    needed = [form.name for kind, records in added.items() for form in _forms(kind, records)]
    return [name for name in needed if name.casefold() not in there]


def _forms(kind: str, records: Sequence[Mapping[str, Any]]) -> list[SheetForm]:
    rows = rows_of(kind, records)
    return [form for form in forms_of(kind) if form.name in rows]


def _with_sheets(data: bytes, added: Added, references: References) -> bytes:
    """Return the workbook with the sheets that are missing, which hold the new rows already."""
    names = _missing(data, added)
    if not names:
        return data
    made = write_workbook({kind: list(map(dict, records)) for kind, records in added.items()}, {}, references)
    return add_sheets(data, made, names)


def _read(book: Path, shown: str, data: bytes) -> CaseSource:
    source = read_workbook_case(book, shown, data)
    faults = [found for found in source.findings if found.severity is Severity.ERROR]
    if faults:
        raise CannotConvertError(faults)
    return source


def _cells(data: bytes, added: Added) -> list[NewCell]:
    """Return the cells of the new rows in the sheets that are there."""
    sheets = {sheet.name.strip().casefold(): sheet for sheet in read_workbook(data)}
    placed: list[PlacedSheet] = []
    for kind, records in added.items():
        rows = rows_of(kind, records)
        for form in (one for one in _forms(kind, records) if one.name.casefold() in sheets):
            placed.append(PlacedSheet(sheets[form.name.casefold()], form))
            for row in rows[form.name]:
                placed[-1].add(row)
    return [cell for sheet in placed for cell in sheet.changed]
