"""What is wrong in a workbook is found with its sheet and cell."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.styles import PatternFill
from tests.each import each
from tests.workbook.edited import RECORDS, cell_of, found, put

from probata.graph.load import load_case
from probata.graph.resolve import REFERENCES, Known
from probata.source.node import to_plain
from probata.workbook.in_sheets import in_sheets
from probata.workbook.read_records import FILE_NAME
from probata.workbook.read_workbook import read_workbook_case
from probata.workbook.write_workbook import write_workbook


def test_the_records_have_no_fault(tmp_path: Path) -> None:
    assert found(tmp_path, lambda book: None) == []


def test_a_sheet_that_is_none_of_ours_is_told(tmp_path: Path) -> None:
    faults = found(tmp_path, lambda book: book.create_sheet("Thoughts").append(["x"]))

    assert [(one.name, "`Thoughts`" in one.message) for one in faults] == [("unread-sheet", True)]


def test_a_heading_that_stands_twice_is_told(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        sheet = book["People"]
        sheet.cell(1, sheet.max_column + 1).value = " name "

    assert [one.name for one in found(tmp_path, change)] == ["heading-twice"]


@each(
    ("written", "name", "help"),
    [
        (0, "older-format", "no workbook is older than format 1: write `1` beside `Format` in the sheet `Case`"),
        (2, "newer-format", "install a newer version of Probata, or ask whoever sent the case for one in this format"),
    ],
)
def test_of_a_workbook_in_another_format_nothing_else_is_read(
    written: int, name: str, help: str, tmp_path: Path
) -> None:
    def change(book: Workbook) -> None:
        put("Roles", "Dates", "3/4/2015")(book)
        book["Case"]["B2"] = written

    (fault,) = map(in_sheets, found(tmp_path, change))
    assert (fault.name, fault.help, str(fault.span)) == (name, help, f"claims/mine/{FILE_NAME}#Case!B2")


def test_a_workbook_and_text_files_together_are_read_neither_way(tmp_path: Path) -> None:
    (tmp_path / "people.yaml").write_text("- {id: a, name: A}\n", encoding="utf-8")
    loaded = found(tmp_path, lambda book: None)

    assert [one.name for one in loaded] == ["recorded-twice"]


@each("data", [b"", b"no workbook", b"PK\x03\x04"])
def test_a_file_that_is_no_workbook_is_told(data: bytes, tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(data)

    assert "unreadable-workbook" in [one.name for one in load_case(tmp_path, "claims/mine", Known()).findings]


@each("formula", ['=CONCATENATE("Mara ","Wolk")', "=TODAY()"])
def test_a_formula_without_a_result_is_told_and_never_run(formula: str, tmp_path: Path) -> None:
    # openpyxl saves no result with a formula, as nothing has worked one out.
    faults = found(tmp_path, put("People", "Name", formula))

    assert [one.name for one in faults if str(one.span).endswith("#People!B2")] == ["cell-in-error"]


def test_a_cell_that_shows_an_error_is_told(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        cell = book["People"][cell_of(book, "People", "Name")]
        cell.value, cell.data_type = "#REF!", "e"

    assert "cell-in-error" in [one.name for one in found(tmp_path, change)]


@each(
    ("day", "shown", "recorded"),
    [
        (date(2015, 8, 1), "mmm-yy", "2015-08"),
        (date(2015, 8, 21), "yyyy-mm-dd", "2015-08-21"),
        (date(2015, 1, 1), "yyyy", "2015"),
    ],
)
def test_a_day_of_excel_is_read_as_the_cell_shows_it(day: date, shown: str, recorded: str, tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        cell = book["Roles"][cell_of(book, "Roles", "Dates")]
        cell.value, cell.number_format = day, shown

    assert found(tmp_path, change) == []
    role = read_workbook_case(tmp_path / FILE_NAME, FILE_NAME).records["roles"][0]
    assert to_plain(role)["dates"] == recorded


@each("shown", ["d-mmm", "dd/mm", 'd" of "mmmm'])
def test_a_day_that_excel_shows_without_its_year_is_told_as_what_is_seen(shown: str, tmp_path: Path) -> None:
    """Who types 1 May gets the year of the day on which it was typed, which nobody sees and nobody meant."""

    def change(book: Workbook) -> None:
        cell = book["Roles"][cell_of(book, "Roles", "Dates")]
        cell.value, cell.number_format = date(2022, 5, 1), shown

    (fault,) = found(tmp_path, change)
    assert (fault.name, fault.message) == ("unreadable-date", "`1-May` is a day without its year")
    assert fault.help == "write the year too, as in `2022-05-01`"


@each("said", ["1-May", "1 May", "May 1", "12. Sept"])
def test_a_day_that_was_typed_without_its_year_is_told(said: str, tmp_path: Path) -> None:
    (fault,) = found(tmp_path, put("Roles", "Dates", said))
    assert fault.message == f"`{said}` is a day without its year"


def test_a_percentage_is_read_as_the_cell_shows_it(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        cell = book["People"][cell_of(book, "People", "Name")]
        cell.value, cell.number_format = 0.46, "0%"

    found(tmp_path, change)
    assert to_plain(read_workbook_case(tmp_path / FILE_NAME, FILE_NAME).records["people"][0])["name"] == "46%"


@each(
    ("sheet", "cell", "name"),
    [("Data other", "A2", "unread-sheet"), ("Data counts", "C2", "cell-without-heading"),
     ("Data counts", "B2", "cell-in-error")],
)  # fmt: skip
def test_nothing_in_a_sheet_of_numbers_is_lost_unseen(sheet: str, cell: str, name: str, tmp_path: Path) -> None:
    columns = [{"key": "year", "heading": "Year", "type": "date"}, {"key": "n", "heading": "Number"}]
    counts = {"id": "counts", "title": "Counts", "file": "data/counts.csv", "columns": columns}
    tables = {"Data counts": [["year", "n"], ["2015", "3"]]}
    book = load_workbook(io.BytesIO(write_workbook({**RECORDS, "datasets": [counts]}, tables, REFERENCES)))
    if sheet not in book.sheetnames:
        book.create_sheet(sheet)["A1"] = "x"
    book[sheet][cell] = "=1+1" if name == "cell-in-error" else "typed"
    book.save(tmp_path / FILE_NAME)

    assert name in [one.name for one in load_case(tmp_path, "claims/mine", Known()).findings]


def test_a_number_that_two_rows_have_is_told(tmp_path: Path) -> None:
    roles = [{"role": "governor", "responsibility": ["command"]}, {"role": "governor"}]
    allegation = {"id": "a", "title": "A", "statement": "It is alleged.", "roles": roles}
    book = load_workbook(io.BytesIO(write_workbook({**RECORDS, "allegations": [allegation]}, {}, REFERENCES)))
    book["Roles alleged"][cell_of(book, "Roles alleged", "No.", 3)] = "1"
    book.save(tmp_path / FILE_NAME)

    assert "number-twice" in [one.name for one in load_case(tmp_path, "claims/mine", Known()).findings]


@each("typed", ["wolk ", "\u00a0wolk", "wolk\u200b", "\ufeffwolk"])
def test_what_cannot_be_seen_at_the_ends_of_a_pasted_id_is_none_of_it(typed: str, tmp_path: Path) -> None:
    assert found(tmp_path, put("Roles", "Person", typed)) == []
    assert found(tmp_path, put("People", "Id", typed)) == []


def test_spaces_at_the_ends_of_a_name_are_not_printed_in_either_form(tmp_path: Path) -> None:
    (tmp_path / "text").mkdir()
    (tmp_path / "text" / "case.yaml").write_text("title: 'Example '\n", encoding="utf-8")
    (tmp_path / "text" / "bodies.yaml").write_text("- {id: a, name: ' Gaol ', kind: prison}\n", encoding="utf-8")
    written = load_case(tmp_path / "text", "claims/mine", Known()).graph
    found(tmp_path, put("Bodies", "Name", " Gaol\u00a0"))
    typed = load_case(tmp_path, "claims/mine", Known()).graph
    assert written
    assert typed
    assert [body.name for body in (*written.bodies, *typed.bodies)] == ["Gaol", "Gaol"]
    assert written.case.title == "Example"


def test_rows_that_are_hidden_filtered_out_or_coloured_are_read_like_others(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        people = book["People"]
        people.append(["other", "Other One"])
        people.row_dimensions[3].hidden = True
        people.auto_filter.ref = "A1:B3"
        people.auto_filter.add_filter_column(0, ["wolk"])
        people["A3"].fill = PatternFill("solid", fgColor="FFFF00")

    assert found(tmp_path, change) == []
    records = read_workbook_case(tmp_path / FILE_NAME, FILE_NAME).records["people"]
    assert [to_plain(person)["id"] for person in records] == ["wolk", "other"]


def test_a_row_that_names_a_record_by_its_title_is_told_its_id(tmp_path: Path) -> None:
    (told,) = found(tmp_path, lambda book: (put("Bodies", "Name", "The Old Gaol")(book),
                                            put("History of bodies", "Of body", "the old gaol")(book)))  # fmt: skip
    assert told.help == "did you mean `prison`, which is called so?"


def test_a_workbook_whose_case_sheet_was_deleted_is_told_so_and_nothing_of_its_rows(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        book["Filings"]["A1"], book["Filings"]["B1"] = "Id", "Forum"
        book["Filings"]["A2"], book["Filings"]["B2"] = "uk", "uk-ghr"
        del book["Case"]

    assert [one.name for one in found(tmp_path, change)] == ["missing-sheet"]


def test_a_row_of_a_record_that_is_called_nearly_so_is_told_which_is_meant(tmp_path: Path) -> None:
    (near,) = found(tmp_path, put("History of bodies", "Of body", "The Prison"))
    (far,) = found(tmp_path, put("History of bodies", "Of body", "nothing"))

    assert near.help == "did you mean `prison`?"
    assert "what a row of the sheet `Bodies` has there" in far.help


def test_a_sheet_that_was_called_otherwise_is_known_by_its_headings(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        book["People"].title = "Persons"

    one = next(one for one in found(tmp_path, change) if one.name == "unread-sheet")
    assert "its headings are those of `People`" in one.message
    assert one.help.startswith("call it `People`")


def test_a_sheet_of_ones_own_is_taken_for_none_of_ours(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        book.create_sheet("Costs").append(["Item", "Price", "Note"])

    (one,) = found(tmp_path, change)
    assert one.help.startswith("sheets of records are Case, People")
