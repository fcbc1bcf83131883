"""A workbook that is broken, hostile or half-filled: findings with cells, in time, and nothing is raised."""

from __future__ import annotations

import io
import time
import zipfile
from functools import cache
from pathlib import Path

from openpyxl import Workbook, load_workbook
from tests.each import each
from tests.workbook.edited import RECORDS, cell_of, found, put

from probata.diagnostics import Diagnostic
from probata.graph.load import load_case
from probata.graph.resolve import REFERENCES, Known
from probata.workbook.read_records import FILE_NAME
from probata.workbook.write_workbook import write_workbook

BOOK = f"claims/mine/{FILE_NAME}"
OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def told_of(data: bytes, folder: Path) -> list[Diagnostic]:
    """Return what is found where the bytes stand for a workbook."""
    (folder / FILE_NAME).write_bytes(data)
    return list(load_case(folder, "claims/mine", Known()).findings)


@cache
def whole() -> bytes:
    """Return a workbook that has no fault."""
    return write_workbook(RECORDS, {}, REFERENCES)


def packed(name: str, data: bytes) -> bytes:
    """Return a workbook in which a part has other bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole())) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, data if part == name else old.read(part))
    return made.getvalue()


def spreadsheet() -> bytes:
    """Return the beginning of a spreadsheet of LibreOffice."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as new:
        new.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    return made.getvalue()


@each(
    ("data", "words"),
    [
        (b"", "the file is empty"),
        (b"\0" * 4096, "the file is empty"),
        (b"name,id\nMara,wolk\n", "is no workbook of Excel"),
        (OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "is protected with a password"),
        (OLE + b"\0" * 600 + "Workbook".encode("utf-16-le"), "is a workbook of Excel 2003"),
        (spreadsheet(), "is a spreadsheet of LibreOffice"),
        (whole()[:-400], "is damaged"),
        (whole()[:2000] + b"\0" * 300 + whole()[2300:], "is damaged"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_for_what_it_is(data: bytes, words: str, tmp_path: Path) -> None:
    (fault,) = told_of(data, tmp_path)

    assert (fault.name, str(fault.span)) == ("unreadable-workbook", f"{BOOK}:1:1")
    assert words in fault.message
    assert fault.help


def test_a_small_file_that_unpacks_into_a_huge_one_is_refused_at_once(tmp_path: Path) -> None:
    bomb = packed("xl/worksheets/sheet1.xml", b"<worksheet>" + b" " * 400_000_000)
    began = time.process_time()
    (fault,) = told_of(bomb, tmp_path)

    assert len(bomb) < 2_000_000
    assert "larger than what is read" in fault.message
    assert time.process_time() - began < 5


def test_a_document_type_in_a_part_is_refused(tmp_path: Path) -> None:
    inside = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet>&a;</worksheet>'
    (fault,) = told_of(packed("xl/worksheets/sheet1.xml", inside), tmp_path)

    assert fault.name == "unreadable-workbook"


def test_a_hundred_thousand_empty_rows_are_none(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        for number in range(3, 100_003):
            book["People"].cell(number, 1).number_format = "@"
        put("People", "Id", "last", 100_003)(book)
        put("People", "Name", "Ana Rill", 100_003)(book)

    assert found(tmp_path, change) == []


def test_sheets_that_are_missing_leave_the_others(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        for name in ("People", "Sources", "Data", "Reads"):
            if name in book.sheetnames:
                book.remove(book[name])

    told = {(fault.name, str(fault.span).rpartition("#")[2]) for fault in found(tmp_path, change)}
    assert told == {("unknown-reference", "Roles!B2"), ("unknown-source", f"Roles!{_column('Citations')}2")}


def _column(heading: str) -> str:
    return cell_of(load_workbook(io.BytesIO(whole())), "Roles", heading).rstrip("2")


def test_a_workbook_without_the_sheet_of_the_case_says_what_is_missing(tmp_path: Path) -> None:
    told = {fault.name: fault for fault in found(tmp_path, lambda book: book.remove(book["Case"]))}

    assert "the workbook has no sheet `Case`" in told["missing-sheet"].message


@each(("sheet", "column"), [("People", "Name"), ("Roles", "Person")])
def test_a_heading_that_was_renamed_is_told_with_what_is_missing_without_it(
    sheet: str, column: str, tmp_path: Path
) -> None:
    def change(book: Workbook) -> None:
        book[sheet][cell_of(book, sheet, column, 1)] = "Bezeichnung"

    told = {fault.name: str(fault.span) for fault in found(tmp_path, change)}
    assert told["column-not-read"] == f"{BOOK}#{sheet}!B1"
    assert told["missing-field"].startswith(f"{BOOK}#{sheet}!")


@each("sheet", ["People", "Roles", "Sources", "Bodies"])
def test_two_rows_of_one_id_are_told_at_the_second(sheet: str, tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        rows = [cell.value for cell in book[sheet][2]]
        book[sheet].append(rows)

    (fault,) = found(tmp_path, change)
    assert (fault.name, str(fault.span)) == ("repeated-id", f"{BOOK}#{sheet}!A3")
    assert f"first used at {BOOK}#{sheet}!A2" in fault.notes


def test_a_formula_that_reaches_for_another_file_is_never_followed(tmp_path: Path) -> None:
    told = [fault.name for fault in found(tmp_path, put("People", "Name", "='[/etc/passwd]Sheet1'!A1"))]

    assert "cell-in-error" in told
