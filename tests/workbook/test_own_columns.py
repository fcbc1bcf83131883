"""Columns of one's own beside the records: whom to ask, what was checked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from openpyxl import Workbook
from tests.each import each
from tests.workbook.edited import RECORDS, found, put

from probata.diagnostics import Severity
from probata.graph.resolve import REFERENCES
from probata.workbook.convert import plain_records, to_text, to_workbook
from probata.workbook.in_sheets import in_sheets
from probata.workbook.read_records import FILE_NAME
from probata.workbook.read_workbook import read_workbook_case


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
