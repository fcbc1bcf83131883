"""What Probata writes into a workbook of Excel leaves everything else there as it is."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from lxml import etree
from openpyxl import load_workbook
from tests.each import each
from tests.readers.calc import open_in_calc
from tests.workbook.edited import RECORDS
from tests.workbook.rich_book import COMMENTED, FORMULA, RESULT, SHEET, THREAD, differing, parts, rich

from probata.diagnostics import Diagnostic, Severity, Span
from probata.graph.resolve import REFERENCES
from probata.source.xlsx_reader import UnreadableWorkbookError, read_workbook
from probata.workbook.book_parts import OFFICE, BookParts
from probata.workbook.change_cells import MAIN
from probata.workbook.change_records import append_rows
from probata.workbook.comments import with_comments
from probata.workbook.convert import left_behind, plain_records
from probata.workbook.read_records import FILE_NAME
from probata.workbook.read_workbook import read_workbook_case
from probata.workbook.write_workbook import write_workbook

pytestmark = pytest.mark.filterwarnings("ignore:Data Validation extension")  # of the reader of these tests


@pytest.fixture(scope="module")
def book() -> bytes:
    return rich(write_workbook(RECORDS, {}, REFERENCES))


def finding(sheet: str, row: int, column: int, message: str = "a fault") -> Diagnostic:
    place = Span(f"case.xlsx#{sheet}", row, column, row, column + 1)
    return Diagnostic("SRC100", "some-fault", Severity.WARNING, message, place, "mend it")


def comments(data: bytes, sheet: str) -> dict[str, str]:
    cells = (cell for row in load_workbook(io.BytesIO(data))[sheet].iter_rows(min_row=2) for cell in row)
    return {cell.coordinate: cell.comment.text for cell in cells if cell.comment}


def result(data: bytes) -> object:
    return load_workbook(io.BytesIO(data), data_only=True)[SHEET][FORMULA].value


def test_comments_come_and_go_and_no_other_part_changes(book: bytes) -> None:
    made = with_comments(book, [finding(SHEET, 2, 1), finding(SHEET, 2, 3), finding("Bodies", 3, 2)])
    said = "Findings of Probata\nshould fix: a fault; next step: mend it"
    assert comments(made.data, SHEET)[COMMENTED] == f"ask her\n\n{said}"
    assert comments(made.data, SHEET)["C2"] == comments(made.data, "Bodies")["B3"] == said
    names = differing(book, made.data)
    assert all("comment" in name.lower() for name in names if "threaded" not in name), names
    assert not [name for name in names if "threaded" in name]
    again = with_comments(made.data, [])
    assert comments(again.data, SHEET) == comments(book, SHEET)
    assert comments(again.data, "Bodies") == comments(book, "Bodies")
    assert made.without == ()


def test_what_cells_show_stays(book: bytes) -> None:
    made = with_comments(book, [finding(SHEET, 2, 3)]).data
    assert str(result(made)) == RESULT
    assert read_workbook(made) == read_workbook(book)
    assert all(b"x14:dataValidation" in parts(data)[sheet_part(data)] for data in (book, made))


def sheet_part(data: bytes) -> str:
    return next(name for name, part in parts(data).items() if b"6*7" in part)


def test_a_conversation_stays_and_the_cell_is_named(book: bytes) -> None:
    made = with_comments(book, [finding(SHEET, 3, 2)])
    assert made.without == (f"{SHEET}!{THREAD}",)
    assert differing(book, made.data) == set()


def test_a_sheet_without_comments_gets_the_parts_for_them_and_loses_them_again(book: bytes) -> None:
    made = with_comments(book, [finding("Mine", 2, 1)])
    new = parts(made.data).keys() - parts(book).keys()
    assert sorted(name.rpartition(".")[2] for name in new) == ["vml", "xml"]
    assert b"legacyDrawing" in b"".join(parts(made.data)[name] for name in differing(book, made.data))
    gone = with_comments(made.data, [])
    assert parts(gone.data).keys() == parts(book).keys()
    assert b"".join(parts(gone.data)[name] for name in differing(book, gone.data)).count(b"legacyDrawing ") == 0


def test_a_file_that_is_no_workbook_is_refused() -> None:
    with pytest.raises(UnreadableWorkbookError):
        with_comments(b"no workbook", [])


def test_comments_of_the_users_are_found_where_the_workbook_is_left(book: bytes) -> None:
    told = left_behind(with_comments(book, [finding(SHEET, 2, 1), finding("Mine", 2, 1)]).data, [])
    assert f"the comment on `{SHEET}!{COMMENTED}`, “ask her”" in told
    assert not [line for line in told if "Mine" in line]


@each(("holds", "told"), [("", ()), ("<a/>", ("the charts and pictures of the sheet `Bodies`",))])
def test_a_drawing_without_anything_in_it_is_no_picture(holds: str, told: tuple[str, ...]) -> None:
    held = BookParts(write_workbook(RECORDS, {}, REFERENCES))
    sheet, drawing = held.sheets["Bodies"], "xl/drawings/drawing9.xml"
    held.add(
        drawing, etree.fromstring(f"<wsDr>{holds}</wsDr>"), "application/vnd.openxmlformats-officedocument.drawing+xml"
    )
    etree.SubElement(
        held.change(sheet), f"{MAIN}drawing", {f"{{{OFFICE}}}id": held.relate(sheet, "drawing", drawing).id}
    )

    assert left_behind(held.to_bytes(), ()) == told


def test_a_missing_sheet_is_added_and_every_other_part_keeps_its_bytes(book: bytes, tmp_path: Path) -> None:
    new = {"listings": [{"id": "uk", "person": "wolk", "regime": "Global Human Rights", "authority": "OFSI"}]}
    made = append_rows(Path(FILE_NAME), FILE_NAME, book, new, REFERENCES)
    assert plain_records(read_workbook_case(Path(FILE_NAME), FILE_NAME, made))["listings"] == new["listings"]
    old = parts(book)
    changed = {name for name in differing(book, made) if name in old}
    assert changed == {"[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"}
    assert str(result(made)) == RESULT
    (tmp_path / "case.xlsx").write_bytes(made)
    sheet = load_workbook(tmp_path / "case.xlsx")["Listings"]
    assert sheet.freeze_panes == "B2"
    assert sheet["A1"].font.bold
    assert sheet["A1"].fill.start_color.rgb.endswith("E8E4DA")
    assert sheet["A1"].comment.text
    assert sheet.print_title_rows == "$1:$1"


def test_libreoffice_opens_what_was_written_and_shows_the_same(book: bytes, tmp_path: Path) -> None:
    new = {"listings": [{"id": "uk", "person": "wolk"}]}
    made = append_rows(Path(FILE_NAME), FILE_NAME, book, new, REFERENCES)
    made = with_comments(made, [finding("Listings", 2, 1), finding("Mine", 2, 1), finding(SHEET, 2, 3)]).data
    sheets = open_in_calc(made, tmp_path)
    for sheet, cell in (("Listings", "A2"), ("Mine", "A2"), (SHEET, "C2")):
        assert "a fault" in sheets[sheet].comments[cell]
    assert "ask her" in sheets[SHEET].comments[COMMENTED]
    assert "Is that her name?" in sheets[SHEET].comments[THREAD]
    assert sheets[SHEET].cells[FORMULA] == RESULT
    assert sheets["Listings"].cells["A2"] == "uk"


def test_a_new_workbook_has_the_sheets_for_what_comes_back_from_word() -> None:
    names = load_workbook(io.BytesIO(write_workbook(RECORDS, {}, REFERENCES))).sheetnames
    assert {"Changes", "Open points"} <= set(names)
