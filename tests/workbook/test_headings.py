"""Headings: in plain words, below a title or not, and columns of one's own."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

from openpyxl import Workbook, load_workbook
from tests.each import each
from tests.workbook.edited import RECORDS, found, put

from probata.diagnostics import Severity
from probata.graph.resolve import REFERENCES
from probata.source.node import to_plain
from probata.workbook.convert import plain_records, to_text, to_workbook
from probata.workbook.headings import heading_of, path_of
from probata.workbook.in_sheets import in_sheets
from probata.workbook.read_records import FILE_NAME
from probata.workbook.read_workbook import read_workbook_case
from probata.workbook.sheets import sheet_forms
from probata.workbook.write_workbook import standard_headings, write_workbook

_PLAIN = re.compile(r"[A-Z][A-Za-z'.]*(?: [A-Za-z']+)*(?:: [A-Za-z' ]+)*(?:, (?:of what, )?No\.)?")


def test_every_heading_of_a_new_sheet_is_in_plain_words() -> None:
    headings = {heading for form in sheet_forms() for heading in standard_headings(form, ())}

    assert len(headings) > 200
    assert [heading for heading in headings if not _PLAIN.fullmatch(heading)] == []
    assert {word for heading in headings for word in re.split(r"\W+", heading)} & {
        "lang",
        "Url",
        "Doi",
        "Isbn",
    } == set()


def test_each_heading_leads_back_to_its_field() -> None:
    for path in [("url",), ("archive_url",), ("native", "lang"), ("editors_note",), ("url_as_printed",), ("doi",)]:
        assert path_of(heading_of(path)) == path
    assert path_of("Editor’s  NOTE") == ("editors_note",)
    assert path_of("Native: lang") == ("native", "lang")


def test_each_heading_of_a_new_workbook_has_a_comment_that_says_what_it_is_for() -> None:
    book = load_workbook(io.BytesIO(write_workbook(RECORDS, {}, REFERENCES)))
    headings = [cell for sheet in book.worksheets if sheet.title != "Case" for cell in sheet[1] if cell.value]
    headings += [cell for (cell, *_) in book["Case"].iter_rows(min_row=2) if cell.value]
    assert len(headings) > 200
    assert [cell.value for cell in headings if not (cell.comment and str(cell.comment.text).strip())] == []


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


def beside(sheet: str, heading: str, value: object = 43) -> Callable[[Workbook], object]:
    """Return the change that adds a column of one's own, with one value."""

    def change(book: Workbook) -> None:
        own = book[sheet]
        own.cell(1, own.max_column + 1).value = heading
        own.cell(2, own.max_column).value = value

    return change


def test_a_column_that_no_record_has_is_told_once_at_its_heading_and_not_read(tmp_path: Path) -> None:
    (one,) = map(in_sheets, found(tmp_path, beside("People", "Shoe size")))

    assert (one.name, one.severity) == ("column-not-read", Severity.WARNING)
    assert one.message == "the column `Shoe size` is not read: nothing in the sheet `People` is called so"
    assert one.help.startswith("move remarks to `Note`; put the heading in brackets, `(Shoe size)`, if it is for you")
    assert str(one.span).endswith("1")
    assert plain_records(read_workbook_case(tmp_path / FILE_NAME, FILE_NAME))["people"] == RECORDS["people"]


def test_a_column_that_may_be_a_safeguard_under_another_name_is_a_fault_until_it_stands_in_brackets(
    tmp_path: Path,
) -> None:
    def change(heading: str) -> Callable[[Workbook], object]:
        return lambda book: (
            put("People", "Consent required", heading, 1)(book), beside("People", heading, "yes")(book))  # fmt: skip

    (one,) = found(tmp_path, change("Zustimmung"))
    assert (one.name, one.severity) == ("column-not-read", Severity.ERROR)
    assert "it may be `Consent required`, which the sheet lacks" in one.message
    assert found(tmp_path, change("(Zustimmung)")) == []


@each("heading", ["(Shoe size)", " [to do] ", "(Name)"])
@each("value", [43, "=TODAY()"])
def test_a_heading_in_brackets_is_skipped_with_all_that_is_below(heading: str, value: object, tmp_path: Path) -> None:
    assert found(tmp_path, beside("People", heading, value)) == []
    assert plain_records(read_workbook_case(tmp_path / FILE_NAME, FILE_NAME))["people"] == RECORDS["people"]


def test_a_row_that_holds_nothing_but_ones_own_cells_is_no_record(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        beside("People", "(to do)")(book)
        book["People"].cell(9, book["People"].max_column).value = "ask her brother"

    assert found(tmp_path, change) == []


def test_a_heading_that_is_nearly_one_of_the_sheet_is_a_fault(tmp_path: Path) -> None:
    (one,) = map(in_sheets, found(tmp_path, beside("People", "Notes", "seen")))

    assert (one.name, one.severity, one.help) == ("unknown-field", Severity.ERROR, "did you mean `Note`?")


def test_what_is_not_read_is_named_where_a_workbook_becomes_text(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        beside("People", "Shoe size")(book)
        beside("Roles", "(checked)")(book)
        beside("Bodies", "(empty)", None)(book)
        book["Case"]["A30"], book["Case"]["B30"] = "(Office ref)", "K/12"

    found(tmp_path, change)
    assert to_text(tmp_path / FILE_NAME, FILE_NAME).left == (
        "the row `(Office ref)` of the sheet `Case`",
        "the column `Shoe size` of the sheet `People`",
        "the column `(checked)` of the sheet `Roles`",
    )


def test_a_field_that_no_record_has_stays_a_fault_when_text_becomes_a_workbook(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_text("title: Example\n", encoding="utf-8")
    (tmp_path / "people.yaml").write_text("- {id: wolk, name: Mara Wolk, shoe_size: 43}\n", encoding="utf-8")
    (data,) = to_workbook(tmp_path, "mine", REFERENCES).new.values()
    (tmp_path / FILE_NAME).write_bytes(data)

    people = plain_records(read_workbook_case(tmp_path / FILE_NAME, FILE_NAME))["people"]
    assert people == [{"id": "wolk", "name": "Mara Wolk", "shoe_size": "43"}]
    (tmp_path / "case.yaml").unlink()
    (tmp_path / "people.yaml").unlink()
    assert "shoe_size: " in to_text(tmp_path / FILE_NAME, FILE_NAME).new[tmp_path / "people.yaml"].decode()
