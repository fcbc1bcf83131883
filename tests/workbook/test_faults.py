"""What is wrong in a workbook is found with its sheet and cell."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter

from probata.diagnostics import Diagnostic
from probata.graph.load import load_case
from probata.graph.references import REFERENCES
from probata.graph.resolve import Known
from probata.workbook.read_workbook_case import FILE_NAME
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


def test_the_records_have_no_fault(tmp_path: Path) -> None:
    assert found(tmp_path, lambda book: None) == []


@pytest.mark.parametrize(
    ("sheet", "heading", "text"),
    [
        ("Roles", "Person", "nobody"),
        ("Roles", "Dates", "3/4/2015"),
        ("Roles", "Status", "gone"),
        ("History of bodies", "Of body", "nothing"),
        ("Roles", "Citations", "missing, p. 3"),
    ],
)
def test_a_fault_of_a_cell_has_the_place_of_the_cell(sheet: str, heading: str, text: str, tmp_path: Path) -> None:
    places: list[str] = []

    def change(book: Workbook) -> None:
        put(sheet, heading, text)(book)
        places.append(cell_of(book, sheet, heading))

    faults = found(tmp_path, change)
    place = places[0] if heading != "Of body" else "A2"

    assert [str(one.span) for one in faults] == [f"claims/mine/{FILE_NAME}#{sheet}!{place}"]


def test_a_sheet_that_is_none_of_ours_is_told(tmp_path: Path) -> None:
    faults = found(tmp_path, lambda book: book.create_sheet("Thoughts").append(["x"]))

    assert [(one.name, "`Thoughts`" in one.message) for one in faults] == [("unread-sheet", True)]


def test_a_heading_that_stands_twice_is_told(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        sheet = book["People"]
        sheet.cell(1, sheet.max_column + 1).value = " name "

    assert [one.name for one in found(tmp_path, change)] == ["heading-twice"]


@pytest.mark.parametrize(("sheet", "place"), [("People", (2, 40)), ("Case", (3, 3)), ("Case", (30, 2))])
def test_a_cell_without_a_heading_is_told(sheet: str, place: tuple[int, int], tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        book[sheet].cell(*place).value = "ask her brother"

    (fault,) = found(tmp_path, change)
    assert fault.name == "cell-without-heading"
    assert str(fault.span) == f"claims/mine/{FILE_NAME}#{sheet}!{book_cell(*place)}"


def book_cell(row: int, column: int) -> str:
    return f"{get_column_letter(column)}{row}"


def test_a_heading_that_no_record_has_is_told_at_the_heading(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        sheet = book["People"]
        sheet.cell(1, sheet.max_column + 1).value = "Shoe size"
        sheet.cell(2, sheet.max_column).value = 43

    (fault,) = found(tmp_path, change)
    assert "shoe_size" in fault.message
    assert str(fault.span).endswith("1")


def test_headings_may_be_written_in_any_case(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        for cell in book["Roles"][1]:
            cell.value = str(cell.value).upper()

    assert found(tmp_path, change) == []


def test_a_workbook_and_text_files_together_are_read_neither_way(tmp_path: Path) -> None:
    (tmp_path / "people.yaml").write_text("- {id: a, name: A}\n", encoding="utf-8")
    loaded = found(tmp_path, lambda book: None)

    assert [one.name for one in loaded] == ["recorded-twice"]


@pytest.mark.parametrize("data", [b"", b"no workbook", b"PK\x03\x04"])
def test_a_file_that_is_no_workbook_is_told(data: bytes, tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(data)

    assert "unreadable-workbook" in [one.name for one in load_case(tmp_path, "claims/mine", Known()).findings]


def test_a_formula_is_read_as_what_it_showed_and_never_run(tmp_path: Path) -> None:
    faults = found(tmp_path, put("People", "Name", '=CONCATENATE("Mara ","Wolk")'))

    # openpyxl saves no value with a formula: the cell shows nothing, and the name is missing.
    assert any("name" in one.message for one in faults)
