"""CSV to rows of cells with places."""

from __future__ import annotations

from pathlib import Path

from tests.each import each

from probata.diagnostics import Diagnostic
from probata.source.csv_reader import CsvTable, read_csv
from probata.source.text_file import TextFile


def _read(text: str) -> tuple[CsvTable | None, list[Diagnostic]]:
    return read_csv(TextFile(Path("t.csv"), "t.csv", text))


def test_a_line_break_inside_quotation_marks_stays_and_the_row_begins_where_it_begins() -> None:
    table, found = _read('a,b\n"one\ntwo",1\nx,2\n')

    assert found == []
    assert table is not None
    assert table.rows == (("one\ntwo", "1"), ("x", "2"))
    assert table.lines == (2, 4)


def test_a_row_of_another_length_is_found_and_filled_or_cut() -> None:
    table, found = _read("a,b\n1\n1,2,3\n")

    assert table is not None
    assert table.rows == (("1", ""), ("1", "2"))
    assert [(f.name, str(f.span), f.message) for f in found] == [
        ("row-length", "t.csv:2:1", "the row has 1 cell, the heading 2"),
        ("row-length", "t.csv:3:1", "the row has 3 cells, the heading 2"),
    ]


@each("text", ['a,b\n1,2\n"3,4\n5,6\n', 'a,b\n1,2\n"3"4,5\n'])
def test_a_table_whose_quotation_marks_do_not_match_is_not_read_in_half(text: str) -> None:
    table, found = _read(text)

    assert table is None
    assert [(f.name, str(f.span)) for f in found] == [("csv-syntax", "t.csv:3:1")]
    assert "quotation marks" in found[0].message


@each(("mark", "word"), [(";", "semicolons"), ("\t", "tabs")])
def test_another_mark_between_the_columns_is_recognised(mark: str, word: str) -> None:
    table, found = _read(f"month{mark}persons\n2022-04{mark}12\n")

    assert table is None
    assert [(f.name, f.message) for f in found] == [("other-separator", f"the columns are divided by {word}")]


@each("text", ["", "\n \n", ",,\n"])
def test_a_table_without_headings_is_found(text: str) -> None:
    table, found = _read(text)

    assert table is None
    assert [f.name for f in found] == ["empty-file"]
