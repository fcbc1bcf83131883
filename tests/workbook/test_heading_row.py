"""Headings that do not stand in row 1 are named as the cause, and what stands below them is read."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook
from tests.each import each
from tests.workbook.edited import found

from probata.source.node import to_plain
from probata.workbook.read_records import FILE_NAME
from probata.workbook.read_workbook import read_workbook_case

BOOK = f"claims/mine/{FILE_NAME}"


def test_a_title_above_the_headings_is_the_one_fault(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        book["People"].insert_rows(1, 2)
        book["People"]["A1"] = "People of the case"
        book["People"].merge_cells("A1:F1")

    (fault,) = found(tmp_path, change)

    assert (fault.name, str(fault.span)) == ("headings-below", f"{BOOK}#People!A3")
    assert "row 1 holds `People of the case`, and they seem to stand in row 3" in fault.message
    assert fault.help == "delete the 2 rows above them"
    people = read_workbook_case(tmp_path / FILE_NAME, FILE_NAME).records["people"]
    assert [to_plain(person) for person in people] == [{"id": "wolk", "name": "Mara Wolk"}]


def test_an_empty_row_above_the_headings_is_told_too(tmp_path: Path) -> None:
    (fault,) = found(tmp_path, lambda book: book["Roles"].insert_rows(1))

    assert "row 1 is empty, and they seem to stand in row 2" in fault.message


@each("title", ["Case of Wolk", "Title", "Wolk, Mara"])
def test_a_title_that_is_a_heading_somewhere_is_a_title(title: str, tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        book["Sources"].insert_rows(1)
        book["Sources"]["A1"] = title

    faults = [fault for fault in found(tmp_path, change) if fault.name == "headings-below"]
    assert [str(fault.span) for fault in faults] == [f"{BOOK}#Sources!A2"]


def test_a_title_above_the_fields_of_the_case_is_no_field(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        book["Case"].insert_rows(1)
        book["Case"]["A1"] = "The case of Mara Wolk"

    assert found(tmp_path, change) == []


def test_the_first_field_of_the_case_is_read_where_the_row_above_it_was_deleted(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        fields = [cell.value for cell in book["Case"]["A"]]
        book["Case"].delete_rows(1, fields.index("Title"))

    assert found(tmp_path, change) == []
    case = read_workbook_case(tmp_path / FILE_NAME, FILE_NAME).case
    assert case
    assert to_plain(case) == {"title": "Example"}


def test_merged_cells_are_told_where_they_hold_records(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        sheet = book["History of bodies"]
        sheet.append(["", "2016", "enlarged"])
        sheet.merge_cells("A2:A3")

    told = {fault.name: fault for fault in found(tmp_path, change)}

    assert str(told["merged-cells"].span) == f"{BOOK}#History of bodies!A2"
    assert "`A2:A3`" in told["merged-cells"].message
    assert str(told["row-of-nothing"].span) == f"{BOOK}#History of bodies!A3"
