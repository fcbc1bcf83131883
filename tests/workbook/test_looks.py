"""How a new workbook looks in Excel and in LibreOffice: headings that stay in sight, lists to choose from."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable
from pathlib import Path

from openpyxl import Workbook, load_workbook
from tests.each import each
from tests.workbook.edited import RECORDS

from probata.graph.resolve import REFERENCES
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
