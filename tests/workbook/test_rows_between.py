"""Rows that people put between records: the heading of a group, a total, the headings of a table that was pasted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from openpyxl import Workbook
from tests.each import each
from tests.workbook.edited import RECORDS, cell_of, found

from probata.diagnostics import Severity
from probata.graph.resolve import REFERENCES
from probata.workbook.change_records import append_rows
from probata.workbook.convert import plain_records, to_text
from probata.workbook.read_records import FILE_NAME
from probata.workbook.read_workbook import read_workbook_case


def below(sheet: str, **cells: object) -> Callable[[Workbook], object]:
    """Return the change that writes cells, by heading, into the row below the one record of a sheet."""

    def change(book: Workbook) -> None:
        for heading, value in cells.items():
            book[sheet][cell_of(book, sheet, heading, 3)] = value

    return change


def records(folder: Path, kind: str) -> list[object]:
    return plain_records(read_workbook_case(folder / FILE_NAME, FILE_NAME))[kind]


@each("sheet", ["People", "Roles", "Bodies", "Sources"])
def test_the_heading_of_a_group_is_one_finding_and_no_record(sheet: str, tmp_path: Path) -> None:
    (one,) = found(tmp_path, below(sheet, Id="Victims and witnesses"))

    assert (one.name, one.severity) == ("row-not-read", Severity.WARNING)
    assert one.message == (
        "the row is not read: it holds `Victims and witnesses` alone, as the heading of a group does")  # fmt: skip
    assert "`(Victims and witnesses)`" in one.help
    assert str(one.span).endswith(f"#{sheet}!A3")
    assert records(tmp_path, sheet.lower()) == RECORDS[sheet.lower()]


@each("words", ["(Victims and witnesses)", " [Total] "])
@each("number", [None, 7, "=COUNTA(A2:A2)"])
def test_a_row_whose_id_stands_in_brackets_is_skipped(words: str, number: object, tmp_path: Path) -> None:
    assert found(tmp_path, below("People", Id=words, Name=number)) == []
    assert records(tmp_path, "people") == RECORDS["people"]


@each("number", [7, "7", 1234.5, "=COUNTA(A2:A2)"])
@each("words", ["Total", "TOTAL:", "Sous-total", "Suma"])
def test_a_total_is_no_person_who_is_called_by_a_number(words: str, number: object, tmp_path: Path) -> None:
    (one,) = found(tmp_path, below("People", Id=words, Name=number))

    assert (one.name, one.severity) == ("row-not-read", Severity.WARNING)
    assert one.message.endswith("and has numbers alone, as a total does")
    assert records(tmp_path, "people") == RECORDS["people"]


def test_a_heading_beside_the_ids_is_one_fault_since_it_may_be_a_record_that_somebody_began(tmp_path: Path) -> None:
    (one,) = found(tmp_path, below("Roles", Person="Military"))

    assert (one.name, one.severity) == ("row-not-read", Severity.ERROR)
    assert one.help.endswith("a record needs an id")
    assert found(tmp_path, below("Roles", Person="(Military)")) == []


def test_a_total_below_a_list_belongs_to_no_record(tmp_path: Path) -> None:
    (one,) = found(tmp_path, below("History of bodies", **{"Of body": "Total", "Date": 12}))

    assert one.name == "row-not-read"


def test_a_record_that_is_called_a_total_is_one(tmp_path: Path) -> None:
    assert found(tmp_path, below("Bodies", Id="total", Name="Total, a company", Kind="company")) == []
    assert len(records(tmp_path, "bodies")) == len(RECORDS["bodies"]) + 1


def test_an_id_alone_may_be_a_record_that_somebody_began(tmp_path: Path) -> None:
    assert [one.name for one in found(tmp_path, below("People", Id="tovalka"))] == ["missing-field"]


def test_rows_that_are_no_records_are_named_where_a_workbook_becomes_text(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        below("People", Id="Victims and witnesses")(book)
        below("Roles", Id="(posts before 2015)")(book)

    found(tmp_path, change)

    assert to_text(tmp_path / FILE_NAME, FILE_NAME).left == (
        "the row 3 of the sheet `People`",
        "the row `(posts before 2015)` of the sheet `Roles`",
    )


def test_a_row_between_stays_where_a_record_is_written(tmp_path: Path) -> None:
    found(tmp_path, below("People", Id="Victims and witnesses"))
    book = tmp_path / FILE_NAME
    new = {"people": [{"id": "new", "name": "New"}]}
    book.write_bytes(append_rows(book, FILE_NAME, book.read_bytes(), new, REFERENCES))

    assert records(tmp_path, "people") == [*RECORDS["people"], *new["people"]]
    assert to_text(book, FILE_NAME).left == ("the row 3 of the sheet `People`",)
