"""Changing fields of records in a workbook: their cells change, and nothing else of the file."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from probata.graph.resolve import REFERENCES
from probata.source.node import Node, to_plain
from probata.source.text_edits import CannotChangeError
from probata.source.xlsx_reader import read_workbook
from probata.workbook.change_fields import NewField, change_fields, value_at
from probata.workbook.change_records import append_rows
from probata.workbook.convert import plain_records
from probata.workbook.read_records import FILE_NAME
from probata.workbook.read_workbook import read_workbook_case
from probata.workbook.write_workbook import write_workbook

LONG = "word " * 7000
RECORDS: Mapping[str, list[Any]] = {
    "case": [{"title": "Example", "summary": "One."}],
    "people": [
        {"id": "wolk", "name": "Mara Wolk", "birth": {"date": "1974-04-01"}},
        {"id": "rill", "name": "Ana Rill"},
    ],
    "roles": [{"id": "governor", "person": "wolk", "title": "Governor", "citations": ["a", "b"]}],
    "bodies": [
        {"id": "prison", "name": "Prison", "kind": "prison", "description": LONG.strip(), "history": [
            {"date": "2015", "what": "opened"}, {"date": "2016", "what": "enlarged"},
        ]},
    ],
}  # fmt: skip


def made(change: Callable[[Workbook], object] = lambda book: None) -> bytes:
    """Return the workbook of the records after somebody changed it in Excel."""
    book = load_workbook(io.BytesIO(write_workbook(RECORDS, {}, REFERENCES)))
    change(book)
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def place(book: Workbook, sheet: str, heading: str, row: int = 2) -> Any:
    column = next(cell.column for cell in book[sheet][1] if cell.value == heading)
    return book[sheet].cell(row, column)


def changed(data: bytes, *fields: tuple[str, int, tuple[str | int, ...], str | None]) -> bytes:
    source = read_workbook_case(Path(FILE_NAME), FILE_NAME, data)
    assert source.findings == []
    assert source.case is not None
    nodes: dict[str, list[Node]] = {**source.records, "case": [source.case]}
    new = []
    for kind, number, loc, text in fields:
        node = nodes[kind][number]
        new.append(NewField(kind, node.span, loc, value_at(to_plain(node), loc) or "", text))
    return change_fields(Path(FILE_NAME), FILE_NAME, data, new)


def records(data: bytes) -> dict[str, list[Any]]:
    return plain_records(read_workbook_case(Path(FILE_NAME), FILE_NAME, data))


def cells(data: bytes) -> dict[tuple[str, int, int], str]:
    return {
        (sheet.name, number, column): text
        for sheet in read_workbook(data) for number, row in sheet.rows for column, text in enumerate(row, 1) if text
    }  # fmt: skip


def differing(before: bytes, after: bytes) -> dict[str, str]:
    """Return what the cells show now that showed something else, by the sheet that they are in."""
    old, new = cells(before), cells(after)
    return {place[0]: new.get(place, "") for place in {*old, *new} if old.get(place) != new.get(place)}


def test_one_cell_changes_and_every_other_part_has_its_bytes() -> None:
    def touched(book: Workbook) -> None:
        cell = place(book, "People", "Name")
        cell.fill, cell.comment = PatternFill("solid", start_color="FFFF00"), Comment("Mine", "Me")
        place(book, "People", "Name", 3).value = '="Ana"&" Rill"'
        book["People"].column_dimensions["B"].width = 77

    data = _with_result(made(touched), "Ana Rill")
    after = changed(data, ("people", 0, ("name",), "Mara =Wolk & <Co>"))

    assert differing(data, after) == {"People": "Mara =Wolk & <Co>"}
    old, new = (zipfile.ZipFile(io.BytesIO(one)) for one in (data, after))
    assert old.namelist() == new.namelist()
    assert len([name for name in old.namelist() if old.read(name) != new.read(name)]) == 1
    book = load_workbook(io.BytesIO(after))
    cell = place(book, "People", "Name")
    assert (cell.fill.start_color.rgb, cell.comment.text) == ("00FFFF00", "Mine")
    assert place(book, "People", "Name", 3).value == '="Ana"&" Rill"'
    assert book["People"].column_dimensions["B"].width == 77


def _with_result(data: bytes, result: str) -> bytes:
    """Give the formula of a workbook its result, as Excel does."""
    packed, made = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    with zipfile.ZipFile(made, "w") as new:
        for name in packed.namelist():
            part = packed.read(name)
            part = part.replace(b"</f><v/>", f"</f><v>{result}</v>".encode()).replace(
                b"</f><v></v>", f"</f><v>{result}</v>".encode()
            )
            part = part.replace(b'"><f>', b'" t="str"><f>')
            new.writestr(name, part)
    return made.getvalue()


def test_a_cell_with_a_formula_is_not_written_over() -> None:
    def formula(book: Workbook) -> None:
        place(book, "People", "Name", 3).value = '="Ana"&" Rill"'

    data = _with_result(made(formula), "Ana Rill")

    with pytest.raises(CannotChangeError) as raised:
        changed(data, ("people", 1, ("name",), "Other"))

    assert raised.value.diagnostic.code == "SRC166"


def test_a_date_typed_as_a_date_stays_one() -> None:
    def typed(book: Workbook) -> None:
        cell = place(book, "People", "Birth: date")
        cell.value, cell.number_format = date(1974, 4, 1), "d mmm yyyy"

    data = made(typed)
    after = changed(data, ("people", 0, ("birth", "date"), "1975-12-31"))

    cell = place(load_workbook(io.BytesIO(after)), "People", "Birth: date")
    assert cell.value.date() == date(1975, 12, 31)
    assert cell.number_format == "d mmm yyyy"
    assert records(after)["people"][0]["birth"] == {"date": "1975-12-31"}


def test_a_date_that_the_format_of_its_cell_cannot_show_is_a_text() -> None:
    def typed(book: Workbook) -> None:
        cell = place(book, "People", "Birth: date")
        cell.value, cell.number_format = date(1974, 4, 1), "d mmm yyyy"

    after = changed(made(typed), ("people", 0, ("birth", "date"), "1975-12"))

    assert records(after)["people"][0]["birth"] == {"date": "1975-12"}


def test_a_long_text_goes_on_behind_and_a_short_one_empties_what_is_there() -> None:
    data = made()
    longer = changed(data, ("bodies", 0, ("description",), LONG + LONG + "end"))
    shorter = changed(longer, ("bodies", 0, ("description",), "Short."))

    assert records(longer)["bodies"][0]["description"] == LONG + LONG + "end"
    assert records(shorter)["bodies"][0]["description"] == "Short."
    assert max(map(len, cells(longer).values())) <= 32_000
    assert not any(text.startswith("word") for text in cells(shorter).values())


def test_fields_of_lists_in_cells_and_in_sheets_change_in_theirs() -> None:
    data = made()
    after = changed(
        data,
        ("roles", 0, ("citations", 0), "c"),
        ("roles", 0, ("citations", 1), "- d"),
        ("bodies", 0, ("history", 1, "what"), "closed"),
        ("case", 0, ("summary",), "=1+1"),
    )

    found = records(after)
    assert found["roles"][0]["citations"] == ["c", "- d"]
    assert found["bodies"][0]["history"][1] == {"date": "2016", "what": "closed"}
    assert found["case"][0]["summary"] == "=1+1"
    summary = next(row[1] for row in load_workbook(io.BytesIO(after))["Case"].rows if row[0].value == "Summary")
    assert (summary.data_type, summary.quotePrefix) == ("s", True)


def test_a_heading_that_is_missing_is_added_and_a_field_may_go() -> None:
    data = made()
    after = changed(data, ("people", 1, ("birth", "place", "value"), "Harbour"), ("people", 0, ("birth", "date"), None))

    assert records(after)["people"] == [
        {"id": "wolk", "name": "Mara Wolk"},
        {"id": "rill", "name": "Ana Rill", "birth": {"place": {"value": "Harbour"}}},
    ]


def test_the_same_change_makes_the_same_bytes() -> None:
    data = made()

    assert changed(data, ("people", 0, ("name",), "A")) == changed(data, ("people", 0, ("name",), "A"))


def test_new_records_come_behind_the_last_and_nothing_else_changes() -> None:
    def formula(book: Workbook) -> None:
        place(book, "People", "Name", 3).value = '="Ana"&" Rill"'
        place(book, "People", "Name", 2).fill = PatternFill("solid", start_color="FFFF00")

    data = _with_result(made(formula), "Ana Rill")
    new: dict[str, list[Any]] = {
        "people": [{"id": "new", "name": "Somebody New", "birth": {"place": {"value": "Harbour"}}}],
        "bodies": [{"id": "guard", "name": "Guard", "kind": "other", "history": [{"date": "2020", "what": "founded"}]}],
    }

    after = append_rows(Path(FILE_NAME), FILE_NAME, data, new, REFERENCES)

    assert records(after) == {**records(data), **{kind: [*records(data)[kind], *new[kind]] for kind in new}}
    before, now = cells(data), cells(after)
    assert {key: now[key] for key in before} == before
    assert place(load_workbook(io.BytesIO(after)), "People", "Name", 3).value == '="Ana"&" Rill"'
