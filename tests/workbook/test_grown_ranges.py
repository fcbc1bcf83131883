"""Filters and tables of Excel hold the rows that are written below them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet
from tests.workbook.edited import RECORDS

from probata.graph.resolve import REFERENCES
from probata.workbook.change_records import append_rows
from probata.workbook.read_records import FILE_NAME
from probata.workbook.write_workbook import write_workbook

NEW = {"people": [{"id": "brun", "name": "Ada Brun"}, {"id": "sarrow", "name": "Iven Sarrow"}]}


def appended(folder: Path, change: Callable[[Worksheet], object]) -> bytes:
    book = load_workbook(io.BytesIO(write_workbook(RECORDS, {}, REFERENCES)))
    change(book["People"])
    made = io.BytesIO()
    book.save(made)
    (folder / FILE_NAME).write_bytes(made.getvalue())
    return append_rows(folder / FILE_NAME, "claims/mine/case.xlsx", made.getvalue(), NEW, REFERENCES)


def sheet_of(data: bytes) -> Worksheet:
    return load_workbook(io.BytesIO(data))["People"]


def with_table(ref: str, totals: int = 0) -> Callable[[Worksheet], object]:
    def change(sheet: Worksheet) -> None:
        table = Table(displayName="Persons", ref=ref)
        table.totalsRowCount = totals or None
        sheet.add_table(table)

    return change


def test_a_table_takes_in_the_rows_below_it(tmp_path: Path) -> None:
    table = sheet_of(appended(tmp_path, with_table("A1:C2"))).tables["Persons"]
    assert table.ref == "A1:C4"
    assert table.autoFilter.ref == "A1:C4"


def test_a_table_that_ends_above_other_rows_stays_as_it_is(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        with_table("A1:C2")(sheet)
        sheet["A4"], sheet["B4"] = "odd", "An Odd"

    sheet = sheet_of(appended(tmp_path, change))
    assert [sheet.cell(row, 1).value for row in (4, 5, 6)] == ["odd", "brun", "sarrow"]
    assert sheet.tables["Persons"].ref == "A1:C2"


def test_a_table_with_a_row_of_totals_stays_as_it_is(tmp_path: Path) -> None:
    assert sheet_of(appended(tmp_path, with_table("A1:C2", totals=1))).tables["Persons"].ref == "A1:C2"


def test_a_filter_takes_in_the_rows_below_it_and_its_name_does_too(tmp_path: Path) -> None:
    def change(sheet: Worksheet) -> None:
        sheet.auto_filter.ref = "A1:D2"

    data = appended(tmp_path, change)
    assert sheet_of(data).auto_filter.ref == "A1:D4"
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert "!$A$1:$D$4</" in packed.read("xl/workbook.xml").decode()
