"""Writing into a workbook changes the cells that must change; the rest is the user's."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from tests.each import each

from probata.graph.resolve import REFERENCES
from probata.source.text_edits import CannotChangeError
from probata.source.xlsx_reader import read_workbook
from probata.workbook.change_records import change_records
from probata.workbook.convert import plain_records
from probata.workbook.read_records import FILE_NAME
from probata.workbook.read_workbook import read_workbook_case
from probata.workbook.write_workbook import write_workbook

RECORDS: Mapping[str, list[Any]] = {
    "case": [{"title": "Example"}],
    "people": [{"id": "wolk", "name": "Mara Wolk"}, {"id": "rill", "name": "Ana Rill"}],
    "roles": [
        {"id": "governor", "person": "wolk", "title": "Governor", "dates": "2015-08/2017-04", "citations": ["a", "b"]},
    ],
    "bodies": [
        {"id": "prison", "name": "Prison", "kind": "prison", "history": [
            {"date": "2015", "what": "opened"}, {"date": "2016", "what": "enlarged"},
            {"date": "2018", "what": "closed"},
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


def changed_to(records: Mapping[str, list[Any]], data: bytes) -> bytes:
    source = read_workbook_case(Path(FILE_NAME), FILE_NAME, data)
    return change_records(source, Path(FILE_NAME), FILE_NAME, data, records, REFERENCES)


def cells(data: bytes) -> dict[tuple[str, int, int], str]:
    return {
        (sheet.name, number, place): text
        for sheet in read_workbook(data)
        for number, row in sheet.rows
        for place, text in enumerate(row, 1)
        if text
    }


def back(data: bytes, folder: Path) -> dict[str, list[Any]]:
    (folder / FILE_NAME).write_bytes(data)
    source = read_workbook_case(folder / FILE_NAME, FILE_NAME)
    assert source.findings == []
    return plain_records(source)


def test_nothing_to_change_leaves_the_file_as_it_is() -> None:
    data = made()

    assert changed_to(RECORDS, data) == data


def test_one_changed_field_changes_one_cell() -> None:
    data = made()
    roles = [{**RECORDS["roles"][0], "dates": "2015-08/2017-05"}]
    before, after = cells(data), cells(changed_to({**RECORDS, "roles": roles}, data))

    assert {place: text for place, text in after.items() if before.get(place) != text} == {
        next(place for place, text in before.items() if text == "2015-08/2017-04"): "2015-08/2017-05"
    }
    assert before.keys() == after.keys()


def test_a_date_in_other_words_is_left_as_it_was_typed(tmp_path: Path) -> None:
    def typed(book: Workbook) -> None:
        sheet = book["Roles"]
        place = next(cell.coordinate for cell in sheet[2] if cell.value == "2015-08/2017-04")
        sheet[place] = "Aug 2015 – Apr 2017"

    data = made(typed)
    people = [*RECORDS["people"], {"id": "new", "name": "Somebody New"}]
    changed = changed_to({**RECORDS, "people": people}, data)

    assert "Aug 2015 – Apr 2017" in cells(changed).values()
    assert back(changed, tmp_path)["roles"][0]["dates"] == "2015-08/2017-04"
    assert back(changed, tmp_path)["people"] == people


@each(
    "history",
    [
        [("2015", "opened"), ("2018", "closed")],
        [("2014", "planned"), ("2015", "opened"), ("2016", "enlarged"), ("2018", "closed")],
        [("2015", "opened"), ("2016", "enlarged"), ("2017", "raided"), ("2018", "closed"), ("2019", "sold")],
        [("2018", "closed")],
        [],
    ],
)
def test_entries_of_a_list_come_and_go_at_their_places(history: list[tuple[str, str]], tmp_path: Path) -> None:
    entries = [{"date": date, "what": what} for date, what in history]
    body = {key: value for key, value in RECORDS["bodies"][0].items() if key != "history"}
    bodies = [body | ({"history": entries} if entries else {})]
    changed = changed_to({**RECORDS, "bodies": bodies}, made())

    assert back(changed, tmp_path)["bodies"] == bodies


def test_a_record_that_is_gone_takes_its_rows_with_it(tmp_path: Path) -> None:
    changed = changed_to({**RECORDS, "people": RECORDS["people"][1:]}, made())

    assert back(changed, tmp_path)["people"] == RECORDS["people"][1:]


def test_a_new_sheet_offers_each_field_once() -> None:
    book = load_workbook(io.BytesIO(write_workbook(RECORDS, {}, REFERENCES)))
    headings = [str(cell.value) for cell in book["Sources"][1]]

    assert {"Container title", "URL", "Event title"} <= set(headings)
    assert [one for one in headings if "-" in one or "`" in one or one == "Event"] == []


def test_a_name_in_one_cell_gets_cells_for_its_parts(tmp_path: Path) -> None:
    people = [{"id": "wolk", "name": {"full": "Mara Wolk", "given": "Mara"}}, RECORDS["people"][1]]
    changed = changed_to({"people": people}, made())

    assert back(changed, tmp_path)["people"] == people
    assert {"Mara Wolk", "Mara"} <= set(cells(changed).values())


def test_a_citation_with_parts_in_its_cell_becomes_one_of_several_there(tmp_path: Path) -> None:
    def cited(book: Workbook) -> None:
        place = next(cell.coordinate for row in book["Roles"] for cell in row if cell.value == "a\nb")
        book["Roles"][place] = "{source: a, page: '4'}"

    data = made(cited)
    (held,) = back(data, tmp_path)["roles"]
    assert held["citations"] == {"source": "a", "page": "4"}
    roles = [{**held, "citations": [held["citations"], "b"]}]
    assert back(changed_to({"roles": roles}, data), tmp_path)["roles"] == roles
    roles = [{**held, "citations": {"source": "a", "page": "5"}}]
    assert back(changed_to({"roles": roles}, data), tmp_path)["roles"] == roles


def test_a_cell_of_a_formula_that_would_have_to_change_is_refused() -> None:
    def worked_out(book: Workbook) -> None:
        name = next(cell.column for cell in book["People"][1] if cell.value == "Name")
        book["People"].cell(2, name).value = '="Mara"&" Wolk"'

    data = made(worked_out)
    people = [{"id": "wolk", "name": "Mara Vos"}, RECORDS["people"][1]]
    with pytest.raises(CannotChangeError) as refused:
        changed_to({"people": people}, data)
    assert refused.value.diagnostic.name == "cell-of-formula"
