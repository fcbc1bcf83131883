"""What is missing in a record has the place of the empty cell in which it would stand."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook
from tests.each import each
from tests.workbook.edited import cell_of, found, put

from probata.source.node import to_plain
from probata.workbook.read_records import FILE_NAME
from probata.workbook.read_workbook import read_workbook_case

BOOK = f"claims/mine/{FILE_NAME}"


@each(("sheet", "heading"), [("Roles", "Person"), ("Bodies", "Name"), ("Sources", "Id")])
def test_a_missing_field_has_the_place_of_its_empty_cell(sheet: str, heading: str, tmp_path: Path) -> None:
    places: list[str] = []

    def change(book: Workbook) -> None:
        put(sheet, heading, None)(book)
        places.append(cell_of(book, sheet, heading))

    faults = {fault.name: str(fault.span) for fault in found(tmp_path, change)}
    assert faults["missing-field"] == f"{BOOK}#{sheet}!{places[0]}"


def test_a_part_of_which_all_cells_are_empty_is_no_part(tmp_path: Path) -> None:
    found(tmp_path, lambda book: None)
    (person,) = read_workbook_case(tmp_path / FILE_NAME, FILE_NAME).records["people"]

    assert to_plain(person) == {"id": "wolk", "name": "Mara Wolk"}
