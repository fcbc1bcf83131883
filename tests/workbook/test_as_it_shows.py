"""What a cell shows is what is read, and a finding stands at its cell."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from tests.each import each
from tests.workbook.edited import cell_of, found, put
from tests.workbook.test_data_sheets import COLUMNS, COUNTS, ROWS, SHEET
from tests.workbook.test_data_sheets import found as found_in_table

from probata.diagnostics import Severity
from probata.source.node import to_plain
from probata.source.xlsx_reader import shown
from probata.workbook.cells import bare_id
from probata.workbook.convert import plain_records, to_text
from probata.workbook.read_records import FILE_NAME
from probata.workbook.read_workbook import read_workbook_case

STRUCK = Font(strike=True)
Change = Callable[[Workbook], object]


def field(folder: Path, kind: str, name: str) -> object:
    (record,) = plain_records(read_workbook_case(folder / FILE_NAME, FILE_NAME))[kind]
    return record.get(name)


def typed(sheet: str, heading: str, value: object, code: str) -> Change:
    def change(book: Workbook) -> None:
        cell = book[sheet][cell_of(book, sheet, heading)]
        cell.value, cell.number_format = value, code

    return change


def struck(sheet: str, row: int) -> Change:
    def change(book: Workbook) -> None:
        for cell in book[sheet][row]:
            if cell.value is not None:
                cell.font = STRUCK

    return change


@each(
    ("number", "code", "text", "digits"),
    [
        (2.2999999999999998, "", "2.3", "2.3"),
        (2.2999999999999998, "General", "2.3", "2.3"),
        (1 / 3, "0.0%", "33.3%", "33.3%"),
        (1e20, "", "100000000000000000000", "100000000000000000000"),
        (123456.0, "0.00E+00", "123456", "123456"),
        (2.675, "0.00", "2.68", "2.68"),
        (-1234.5, "#,##0.00_);[Red]\\(#,##0.00\\)", "(1,234.50)", "-1,234.50"),
        (-5, "0;[Red]0", "-5", "-5"),
        (0, '_(* #,##0_);_(* (#,##0);_(* "-"??_);_(@_)', "-", "0"),
        (1234.5, "_-[$€-407]* #,##0.00_-", "€1,234.50", "1,234.50"),
        (12, '0" persons"', "12 persons", "12"),
        (12_345_678, '0.0,,"M"', "12.3M", "12.3M"),
        (0.2125, "h:mm", "5:06", "5:06"),
        (5, ";;;", "5", "5"),
        (5, "[>100]0;0.0", "5", "5"),
    ],
)
def test_a_number_is_what_its_format_shows(number: float, code: str, text: str, digits: str) -> None:
    assert (shown(number, code).text, shown(number, code).digits) == (text, digits)


def test_a_number_of_a_table_is_read_with_all_that_stands_round_it(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        book[SHEET]["B2"], book[SHEET]["B3"] = 1234.4999999999998, -12
        book[SHEET]["B2"].number_format, book[SHEET]["B3"].number_format = '"$"#,##0.0', "0_);(0)"

    assert found_in_table(tmp_path, change) == ([], [["2015-08", "1,234.5"], ["2015-09", "-12"]])


@each(
    ("day", "code", "said", "help"),
    [
        (date(2025, 6, 5), "d-mmm", "the date 5 June, which Excel probably made from `5-6`", "`6-5` or `5-Jun`"),
        (date(2025, 5, 6), "d-mmm", "the date 6 May, which Excel probably made from `5-6`", "`6-5` or `6-May`"),
        (date(2025, 5, 6), "dd/mm/yyyy", "6 May 2025, which Excel probably made from `6-5`", "`5-6` or `2025-05-06`"),
        (date(2006, 5, 1), "mmm-yy", "the date May 2006, which Excel probably made from `5-06`", "or `2006-05`"),
        (
            date(1905, 7, 7),
            "dd/mm/yyyy",
            "which Excel probably made from `2015`",
            "format the cell as Text and type `2015`",
        ),
    ],
)
def test_a_day_in_a_field_that_is_no_date_is_told_with_what_was_typed(
    day: date, code: str, said: str, help: str, tmp_path: Path
) -> None:
    (fault,) = found(tmp_path, typed("Sources", "Page", day, code))

    assert (fault.name, said in fault.message, help in fault.help) == ("day-for-text", True, True)
    assert field(tmp_path, "sources", "page") is None


def test_a_day_in_a_field_that_must_be_filled_is_one_fault(tmp_path: Path) -> None:
    assert [one.name for one in found(tmp_path, typed("People", "Name", date(2025, 6, 5), "d-mmm"))] == ["day-for-text"]


@each("type_", ["number", None])
def test_a_day_in_a_column_of_numbers_is_told_and_is_none(tmp_path: Path, type_: str | None) -> None:
    def change(book: Workbook) -> None:
        book[SHEET]["B2"] = date(2025, 6, 5)
        book[SHEET]["B2"].number_format = "d-mmm"

    key, numbers = COLUMNS
    dataset = {**COUNTS, "columns": [key, {**numbers, "type": type_}]}
    (fault,), rows = found_in_table(tmp_path, change, [dataset])
    assert (fault.name, str(fault.span).rpartition("#")[2]) == ("day-for-text", f"{SHEET}!B2")
    assert rows == [["2015-08", ""], ROWS[1]]


def test_a_row_of_a_table_without_its_name_is_told_and_left_out(tmp_path: Path) -> None:
    (fault,), rows = found_in_table(tmp_path, lambda book: book[SHEET].__delitem__("A2"))

    assert (fault.name, str(fault.span).rpartition("#")[2]) == ("row-without-key", f"{SHEET}!A2")
    assert rows == [ROWS[1]]


def test_a_row_that_is_struck_through_is_told_and_so_is_what_names_its_record(tmp_path: Path) -> None:
    row, reference = found(tmp_path, struck("Sources", 2))

    assert (row.name, row.message) == ("struck-through", "the row is struck through and is not used: `a`")
    assert reference.name == "unknown-source"
    assert reference.help.startswith("its row is struck through at `Sources!A2`: ")


def test_a_struck_row_of_a_person_whose_name_is_kept_from_readers_still_keeps_it(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        put("People", "Consent required", "yes")(book)
        struck("People", 2)(book)

    (row,) = (one for one in found(tmp_path, change) if one.name == "struck-through")

    assert row.severity is Severity.ERROR
    assert field(tmp_path, "people", "consent_required") == "true"


def test_words_that_are_struck_through_are_told_and_not_used(tmp_path: Path) -> None:
    words = CellRichText("Mara ", TextBlock(InlineFont(strike=True), "Lena "), "Wolk")
    (fault,) = found(tmp_path, put("People", "Name", words))

    assert fault.message == "what is struck through below `Name` is not used: `Lena`"
    assert field(tmp_path, "people", "name") == "Mara Wolk"


def test_what_is_struck_through_is_named_when_a_workbook_becomes_text(tmp_path: Path) -> None:
    found(tmp_path, struck("Bodies", 2))
    book = load_workbook(tmp_path / FILE_NAME)
    struck("History of bodies", 2)(book)
    book.save(tmp_path / FILE_NAME)

    left = to_text(tmp_path / FILE_NAME, FILE_NAME).left
    assert left == ("what is struck through at `Bodies!A2`", "what is struck through at `History of bodies!A2`")


@each(
    ("typed", "bare"),
    [
        ("  zhao-min\n", "zhao-min"),
        ("\u200bzhao-min\ufeff \u00a0", "zhao-min"),
        ("z", "z"),
        ("zhao  min", "zhao  min"),
        ("a\nb ", "a\nb"),
        (" \u200b ", ""),
        ("", ""),
    ],
)
def test_what_cannot_be_seen_at_the_ends_of_an_id_is_none_of_it(typed: str, bare: str) -> None:
    assert bare_id(typed) == bare


@each("unseen", [" ", "\u200b", " a"])
def test_a_cell_full_of_what_cannot_be_seen_is_read_in_no_time(unseen: str) -> None:
    start = time.process_time()
    assert bare_id("a" + unseen * 50_000 + "b").endswith("b")
    assert time.process_time() - start < 1


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
