"""Tables that are sheets: found by name, headings as forgiving as those of records, faults with sheet and cell."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from tests.each import each
from tests.workbook.edited import RECORDS

from probata.diagnostics import Diagnostic
from probata.figures import read_tables
from probata.graph.load import load_case
from probata.graph.resolve import REFERENCES, Known
from probata.workbook.read_records import FILE_NAME
from probata.workbook.write_workbook import write_workbook

BOOK = f"claims/mine/{FILE_NAME}"
COLUMNS = [
    {"key": "month", "heading": "Month", "type": "date"},
    {"key": "held_there", "heading": "Held", "type": "number", "unit": "persons"},
]
COUNTS = {"id": "counts", "title": "Counts", "file": "data/counts.csv", "columns": COLUMNS}
SHEET = "Data counts"


def found(
    folder: Path, change: Callable[[Workbook], object], datasets: list[Any] | None = None
) -> tuple[list[Diagnostic], list[list[str]]]:
    """Return what is found after a change, and the cells of the table of the first dataset."""
    records = {**RECORDS, "datasets": datasets or [COUNTS]}
    tables = {SHEET: [["month", "held_there"], ["2015-08", "3"], ["2015-09", "4"]]}
    book = load_workbook(io.BytesIO(write_workbook(records, tables, REFERENCES)))
    change(book)
    book.save(folder / FILE_NAME)
    loaded = load_case(folder, "claims/mine", Known())
    assert loaded.graph
    read, faults = read_tables(loaded.graph)
    rows = [[value.text for value in row.cells.values()] for table in list(read.values())[:1] for row in table.rows]
    return [*loaded.findings, *faults], rows


ROWS = [["2015-08", "3"], ["2015-09", "4"]]


def test_the_table_has_no_fault(tmp_path: Path) -> None:
    assert found(tmp_path, lambda book: None) == ([], ROWS)


def test_cells_are_read_without_spaces_at_their_ends_and_dates_as_they_are_said(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        book[SHEET]["A2"], book[SHEET]["B2"] = "Aug 2015", " 3 "

    assert found(tmp_path, change) == ([], ROWS)


@each(
    ("cell", "text", "name", "place"),
    [
        ("C1", "remark", "undescribed-column", "C1"),
        ("B1", "kept", "undescribed-column", "B1"),
        ("C1", "Month", "repeated-heading", "A1"),
        ("B3", "many", "text-for-number", "B3"),
        ("D3", "ask", "cell-without-heading", "D3"),
    ],
)
def test_a_fault_has_sheet_and_cell(cell: str, text: str, name: str, place: str, tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        book[SHEET][cell] = text

    told = {fault.name: str(fault.span) for fault in found(tmp_path, change)[0]}
    assert told[name] == f"{BOOK}#{SHEET}!{place}"


def test_a_title_above_the_headings_is_the_one_fault(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        book[SHEET].insert_rows(1)
        book[SHEET]["A1"] = "Persons held, by month"

    (fault,), rows = found(tmp_path, change)
    assert (fault.name, str(fault.span)) == ("headings-below", f"{BOOK}#{SHEET}!A2")
    assert rows == ROWS


def test_a_missing_sheet_is_told_as_one(tmp_path: Path) -> None:
    (fault,), _ = found(tmp_path, lambda book: book.remove(book[SHEET]))

    assert fault.name == "missing-sheet"
    assert str(fault.span).startswith(f"{BOOK}#Datasets!")
    assert fault.message == "there is no sheet `Data counts`, and no file `data/counts.csv` beside the workbook"
    assert "a sheet called `Data counts`" in fault.help


def test_a_table_may_be_a_file_beside_the_workbook(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "counts.csv").write_text("month,held_there\n2015-08,3\n2015-09,4\n", encoding="utf-8")

    assert found(tmp_path, lambda book: book.remove(book[SHEET])) == ([], ROWS)


def test_a_file_outside_the_case_is_refused_as_such(tmp_path: Path) -> None:
    faults, _ = found(tmp_path, lambda book: book.remove(book[SHEET]), [{**COUNTS, "file": "../../etc/passwd"}])

    assert [fault.name for fault in faults] == ["file-outside-case"]


def test_a_dataset_that_has_a_sheet_needs_no_file(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        headings = [cell.value for cell in book["Datasets"][1]]
        book["Datasets"].cell(2, headings.index("File") + 1).value = None

    assert found(tmp_path, change) == ([], ROWS)
