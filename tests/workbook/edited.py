"""A small workbook of records that somebody changes in Excel, and what is found in it then."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook

from probata.diagnostics import Diagnostic
from probata.graph.load import load_case
from probata.graph.resolve import REFERENCES, Known
from probata.workbook.read_records import FILE_NAME
from probata.workbook.write_workbook import write_workbook

RECORDS: Mapping[str, list[Any]] = {
    "case": [{"title": "Example"}],
    "people": [{"id": "wolk", "name": "Mara Wolk"}],
    "roles": [{"id": "governor", "person": "wolk", "title": "Governor", "dates": "2015/2017", "citations": ["a"]}],
    "bodies": [{"id": "prison", "name": "Prison", "kind": "prison", "history": [{"date": "2015", "what": "opened"}]}],
    "sources": [{"id": "a", "title": "A", "type": "book"}],
}


def found(folder: Path, change: Callable[[Workbook], object]) -> list[Diagnostic]:
    """Return what is found in the workbook of the records after a change."""
    book = load_workbook(io.BytesIO(write_workbook(RECORDS, {}, REFERENCES)))
    change(book)
    book.save(folder / FILE_NAME)
    return list(load_case(folder, "claims/mine", Known()).findings)


def cell_of(book: Workbook, sheet: str, heading: str, row: int = 2) -> str:
    return str(next(cell for cell in book[sheet][1] if cell.value == heading).column_letter) + str(row)


def put(sheet: str, heading: str, text: object, row: int = 2) -> Callable[[Workbook], object]:
    def change(book: Workbook) -> None:
        book[sheet][cell_of(book, sheet, heading, row)] = text

    return change
