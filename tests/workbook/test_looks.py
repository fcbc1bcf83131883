"""How a new workbook looks, and what grows with new rows."""

from __future__ import annotations

import io
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet
from tests.each import each
from tests.workbook.edited import RECORDS

from probata.graph.resolve import REFERENCES
from probata.workbook.change_records import append_rows
from probata.workbook.read_records import FILE_NAME
from probata.workbook.write_workbook import write_workbook


def made(folder: Path) -> Workbook:
    """Return a new workbook as openpyxl reads it."""
    return load_workbook(io.BytesIO(write_workbook(RECORDS, {}, REFERENCES)))


def through_libreoffice(folder: Path) -> Workbook:
    """Return a new workbook as LibreOffice reads and saves it."""
    (folder / "case.xlsx").write_bytes(write_workbook(RECORDS, {}, REFERENCES))
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to",
         "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder / "saved"), str(folder / "case.xlsx")],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    return load_workbook(folder / "saved" / "case.xlsx")


@each("read", [made, through_libreoffice])
def test_headings_stay_in_sight_and_cells_offer_their_lists(read: Callable[[Path], Workbook], tmp_path: Path) -> None:
    book = read(tmp_path)
    assert {sheet.freeze_panes for sheet in book.worksheets} == {"B2"}
    assert book["Roles"].sheet_view.pane.state == "frozen"
    assert list_of(book, "Roles", "Person") == "People!$A$2:$A$5000"
    assert list_of(book, "Responsibility", "Of role") == "Roles!$A$2:$A$5000"
    assert list_of(book, "Roles", "Status").strip('"').split(",") == ["current", "ended", "unknown"]
    assert list_of(book, "People", "Consent required") == '"yes,no"'
    assert list_of(book, "Roles", "Title") == ""


@each("read", [made, through_libreoffice])
def test_what_is_not_on_a_list_may_be_typed(read: Callable[[Path], Workbook], tmp_path: Path) -> None:
    rules = [rule for sheet in read(tmp_path).worksheets for rule in sheet.data_validations.dataValidation]
    assert len(rules) > 20
    assert not any(rule.showErrorMessage for rule in rules)


def list_of(book: Workbook, sheet: str, heading: str) -> str:
    """Return the list that the first cell below a heading offers, without the signs round the name of a sheet."""
    column = next(cell.column_letter for cell in book[sheet][1] if cell.value == heading)
    rules = book[sheet].data_validations.dataValidation
    found = [rule.formula1 for rule in rules if rule.type == "list" and f"{column}2" in rule.sqref]
    return found[0].replace("'", "").replace("$People.", "People!") if found else ""


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
