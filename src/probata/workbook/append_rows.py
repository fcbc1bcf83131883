"""Adding records to a workbook: what stands there stays as it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from probata.diagnostics import Severity
from probata.source.case_source import CaseSource
from probata.source.xlsx_reader import read_workbook
from probata.workbook.change_cells import NewCell, change_cells
from probata.workbook.convert import CannotConvertError, plain_records
from probata.workbook.placed_sheet import PlacedSheet
from probata.workbook.read_workbook_case import read_workbook_case
from probata.workbook.sheets import forms_of
from probata.workbook.to_rows import rows_of
from probata.workbook.write_workbook import References, write_workbook

Added = Mapping[str, Sequence[Mapping[str, Any]]]
"""Kind → its new records."""


def append_rows(book: Path, shown: str, data: bytes, added: Added, references: References) -> bytes:
    """Return the workbook that `data` is with more records of some kinds, each in a row below the last of its sheet.

    Where a sheet is missing, the workbook is written anew with it. Raises `CannotConvertError` where its sheets are
    faulty, `CannotChangeError` for a character that no document can hold.
    """
    if not added:
        return data
    held = plain_records(_read(book, shown, data))
    wanted = {kind: [*held[kind], *map(dict, records)] for kind, records in added.items()}
    cells = _cells(data, added)
    if cells is None:
        return write_workbook(wanted, {}, references, data)
    made = change_cells(data, shown, cells)
    is_so = plain_records(_read(book, shown, made)) == {**held, **wanted}
    return made if is_so else write_workbook(wanted, {}, references, data)


def _read(book: Path, shown: str, data: bytes) -> CaseSource:
    source = read_workbook_case(book, shown, data)
    faults = [found for found in source.findings if found.severity is Severity.ERROR]
    if faults:
        raise CannotConvertError(faults)
    return source


def _cells(data: bytes, added: Added) -> list[NewCell] | None:
    """Return the cells of the new rows; `None` where a sheet for them is missing."""
    sheets = {sheet.name.strip().casefold(): sheet for sheet in read_workbook(data)}
    placed: list[PlacedSheet] = []
    for kind, records in added.items():
        rows = rows_of(kind, records)
        for form in forms_of(kind):
            if form.name not in rows:
                continue
            if form.name.casefold() not in sheets:
                return None
            placed.append(PlacedSheet(sheets[form.name.casefold()], form))
            for row in rows[form.name]:
                placed[-1].add(row)
    return [cell for sheet in placed for cell in sheet.changed]
