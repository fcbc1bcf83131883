"""An import into a workbook writes its cells and rows; charts, pictures, conversations and results of formulas stay."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.case_folder import write_case
from tests.cli.command import Command
from tests.workbook.rich_book import FORMULA, RESULT, SHEET, differing, parts, rich

pytestmark = pytest.mark.filterwarnings("ignore:Data Validation extension")  # of the reader of these tests

PEOPLE = """\
- id: solvan
  name: {full: Ardel Solvan}
  aliases: [{name: Del}]
- id: merrik
  name: {full: Tove Merrik}
  aliases: [{name: Tom}]
  nationalities: [Togolese]
"""
TABLE = """\
Id,Full name,Also known as,Nationality,Description
solvan,Ardel Solvan,Del; A. Solvan,Togolese,Has run the harbour.
okar,Ines Okar,Nes; I. Okar,Beninese,
"""


@pytest.fixture
def case(probata: Command) -> Path:
    folder = write_case(probata.folder / "claims", people=PEOPLE)
    assert probata("workbook", folder, "--to", "xlsx").code == 0
    (folder / "case.xlsx").write_bytes(rich((folder / "case.xlsx").read_bytes()))
    return folder


def sheet_parts(data: bytes) -> dict[str, str]:
    """Return the part of each sheet by the name of the sheet."""
    book = load_workbook(io.BytesIO(data))
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        there = {name for name in packed.namelist() if name.startswith("xl/worksheets/sheet")}
    found = {sheet.title: f"xl/worksheets/sheet{number}.xml" for number, sheet in enumerate(book.worksheets, 1)}
    assert set(found.values()) == there
    return found


def imported(probata: Command, case: Path, what: str, name: str, text: str, *more: str) -> tuple[bytes, bytes]:
    before = (case / "case.xlsx").read_bytes()
    (probata.folder / name).write_text(text, encoding="utf-8")
    ran = probata("import", what, name, "--case", case, *more)
    assert ran.code == 0, ran.err
    return before, (case / "case.xlsx").read_bytes()


def test_an_import_changes_the_sheets_that_it_writes_to_and_no_other_part(probata: Command, case: Path) -> None:
    before, after = imported(probata, case, "table", "table.csv", TABLE, "--as", "people", "--yes")

    names = sheet_parts(before)
    assert differing(before, after) == {names[name] for name in ("People", "Aliases", "Nationalities")}
    assert any("chart" in name for name in parts(after))
    assert any("media" in name for name in parts(after))
    assert any("threadedComment" in name for name in parts(after))
    assert b"x14:dataValidation" in parts(after)[names["People"]]
    assert str(load_workbook(io.BytesIO(after), data_only=True)[SHEET][FORMULA].value) == RESULT


def test_the_same_import_again_leaves_the_workbook_as_it_is(probata: Command, case: Path) -> None:
    _, once = imported(probata, case, "table", "table.csv", TABLE, "--as", "people", "--yes")
    _, again = imported(probata, case, "table", "table.csv", TABLE, "--as", "people", "--yes")

    assert again == once


def test_a_sheet_that_is_missing_is_added_and_the_others_keep_their_bytes(probata: Command, case: Path) -> None:
    table = "Person,Regime,Authority,From\nArdel Solvan,Global Human Rights,OFSI,1 May 2022\n"
    before, after = imported(probata, case, "table", "listed.csv", table, "--as", "listings", "--yes")

    changed = {name for name in differing(before, after) if name in parts(before)}
    assert changed == {"[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"}
    assert [cell.value for cell in load_workbook(io.BytesIO(after))["Listings"][2]][1] == "solvan"
