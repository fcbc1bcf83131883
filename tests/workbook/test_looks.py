"""How a new workbook looks, and what grows with new rows."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet
from tests.readers.calc import open_in_calc
from tests.workbook.edited import RECORDS

from probata.graph.resolve import REFERENCES
from probata.workbook.change_records import append_rows
from probata.workbook.read_records import FILE_NAME
from probata.workbook.write_workbook import write_workbook

BOOK = write_workbook(RECORDS, {}, REFERENCES)
LISTS = (("Roles", "Person", "People!$A$2:$A$5000"), ("Responsibility", "Of role", "Roles!$A$2:$A$5000"),
         ("Roles", "Status", "current,ended,unknown"), ("People", "Consent required", "yes,no"))  # fmt: skip


def test_headings_stay_in_sight_and_cells_offer_their_lists() -> None:
    book = load_workbook(io.BytesIO(BOOK))
    assert {sheet.freeze_panes for sheet in book.worksheets} == {"B2"}
    assert book["Roles"].sheet_view.pane.state == "frozen"
    assert [list_of(book, sheet, heading) for sheet, heading, _ in LISTS] == [words for *_, words in LISTS]
    assert list_of(book, "Roles", "Title") == ""


def test_what_is_not_on_a_list_may_be_typed() -> None:
    book = load_workbook(io.BytesIO(BOOK))
    rules = [rule for sheet in book.worksheets for rule in sheet.data_validations.dataValidation]
    assert len(rules) > 20
    assert not any(rule.showErrorMessage for rule in rules)


def test_libreoffice_offers_the_same_lists_and_takes_what_is_not_on_them(tmp_path: Path) -> None:
    sheets = open_in_calc(BOOK, tmp_path)
    for name, heading, words in LISTS:
        place = next(cell for cell, text in sheets[name].cells.items() if text == heading and cell.endswith("1"))
        assert sheets[name].lists[place.replace("1", "2")] == in_calc(words)
    assert sum(len(sheet.lists) for sheet in sheets.values()) > 20
    assert [name for name, sheet in sheets.items() if sheet.strict] == []


def in_calc(words: str) -> str:
    """Return a list as OpenDocument writes it."""
    sheet, is_range, cells = words.partition("!")
    return f"[${sheet}.{cells.replace(':', ':.')}]" if is_range else ";".join(f'"{word}"' for word in words.split(","))


def list_of(book: Workbook, sheet: str, heading: str) -> str:
    """Return the list that the first cell below a heading offers, without the signs round the name of a sheet."""
    column = next(cell.column_letter for cell in book[sheet][1] if cell.value == heading)
    rules = book[sheet].data_validations.dataValidation
    found = [rule.formula1 for rule in rules if rule.type == "list" and f"{column}2" in rule.sqref]
    return re.sub("['\"]", "", found[0]) if found else ""


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
