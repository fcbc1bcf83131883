"""Records, written into a workbook and read again, are the records that they were."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.each import each
from tests.filings.cases import CLAIMS, EXAMPLE, REAL

from probata.diagnostics import Span
from probata.graph.resolve import REFERENCES
from probata.model.kinds import KINDS
from probata.model.schema import CASE
from probata.source.case_source import CaseSource
from probata.source.node import to_plain
from probata.source.read_case import read_case
from probata.workbook.convert import plain_records, to_text, to_workbook
from probata.workbook.from_rows import records_of
from probata.workbook.read_records import FILE_NAME
from probata.workbook.read_workbook import read_workbook_case
from probata.workbook.shape import Shape, shape_of
from probata.workbook.sheet_rows import PlacedCell, PlacedRow
from probata.workbook.to_rows import rows_of
from probata.workbook.write_workbook import write_workbook

ALL_KINDS = tuple(kind.key for kind in KINDS)
HERE = Span("case.xlsx#People")
TEXTS = st.text(
    st.characters(
        min_codepoint=32,
        max_codepoint=0x9FFF,
        exclude_categories=("Cs", "Cc", "Zl", "Zp"),
        exclude_characters="\u202d\u202e",  # no record holds an override of direction
    ),
    min_size=1,
)
"""Texts with commas, braces, marks and letters of many scripts: nothing in them may become anything else."""
LINES = st.lists(TEXTS.filter(lambda text: text.strip() != ""), min_size=1, max_size=3).map("\n".join)
DATES = st.sampled_from(["2015", "2015-08", "2017-04-26", "2015-08/2017-04", "2022-05/..", "../2014", "~2014"])
IDS = st.from_regex(r"\A[a-z][a-z0-9-]{0,8}\Z")


def read_text(case: str) -> CaseSource:
    return read_case(CLAIMS / case, f"claims/{case}", ALL_KINDS)


@each("case", [EXAMPLE, REAL])
def test_both_cases_come_back_from_a_workbook_as_they_were(case: str, tmp_path: Path) -> None:
    records = plain_records(read_text(case))
    book = tmp_path / FILE_NAME
    book.write_bytes(write_workbook(records, {}, REFERENCES))
    back = read_workbook_case(book, FILE_NAME)

    assert back.findings == []
    assert sum(map(len, records.values())) > 200
    assert plain_records(back) == records


def values_of(shape: Shape, depth: int = 3) -> st.SearchStrategy[Any]:
    """Give what may stand at a place of a record, a few levels deep."""
    ways: list[st.SearchStrategy[Any]] = []
    if shape.is_yes_or_no:
        ways.append(st.sampled_from(["true", "false"]))
    elif shape.is_date:
        ways.append(DATES)
    elif shape.is_id:
        ways.append(IDS)
    elif shape.choices:
        ways.append(st.sampled_from(shape.choices))
    elif shape.is_text:
        ways.append(LINES)
    if shape.items and depth:
        ways.append(st.lists(values_of(shape.items, depth - 1), max_size=3))
    if shape.fields and depth:
        ways.append(parts_of(shape, depth))
    if shape.others and depth:
        ways.append(st.dictionaries(st.sampled_from(["fr", "es-MX"]), values_of(shape.others, depth - 1), max_size=2))
    if not ways and shape.items:  # too deep for entries
        return st.just([])
    return st.one_of(ways) if ways else TEXTS


def parts_of(shape: Shape, depth: int) -> st.SearchStrategy[dict[str, Any]]:
    return st.lists(st.sampled_from(sorted(shape.fields)), max_size=4, unique=True).flatmap(
        lambda keys: st.fixed_dictionaries({key: values_of(shape.fields[key], depth - 1) for key in keys})
    )


def named(record: Mapping[str, Any], name: str) -> dict[str, Any]:
    return {**record, "id": name}


@given(data=st.data())
@settings(max_examples=300, deadline=None)
def test_any_record_comes_back_from_its_rows(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(ALL_KINDS))
    names = data.draw(st.lists(IDS, min_size=1, max_size=3, unique=True))
    records = [named(_without_empty(data.draw(parts_of(shape_of(kind), 4))), name) for name in names]
    _give_ids(records, kind)
    rows = {
        sheet: [
            PlacedRow({heading: PlacedCell(text, HERE, HERE) for heading, text in row.items()}, HERE) for row in found
        ]
        for sheet, found in rows_of(kind, records).items()
    }
    back, faults = records_of(kind, rows)

    assert faults == []
    assert [_sorted(to_plain(node)) for node in back] == [_sorted(record) for record in records]


@given(data=st.data())
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_records_of_several_kinds_come_back_from_the_bytes_of_a_workbook(data: st.DataObject) -> None:
    kinds = data.draw(st.lists(st.sampled_from(ALL_KINDS), min_size=1, max_size=3, unique=True))
    records: dict[str, list[Any]] = {CASE: [_without_empty(data.draw(parts_of(shape_of(CASE), 4))) | {"title": "Wolk"}]}
    for kind in kinds:
        names = data.draw(st.lists(IDS, min_size=1, max_size=3, unique=True))
        records[kind] = [named(_without_empty(data.draw(parts_of(shape_of(kind), 4))), name) for name in names]
    for kind, held in records.items():
        _give_ids(held, kind)
    with TemporaryDirectory() as folder:
        book = Path(folder) / FILE_NAME
        book.write_bytes(write_workbook(records, {}, REFERENCES))
        back = read_workbook_case(book, FILE_NAME)

    assert [fault.message for fault in back.findings] == []
    again = {kind: held for kind, held in plain_records(back).items() if held}
    assert _sorted(again) == _sorted(records)


def _without_empty(value: Any) -> Any:
    """Leave out parts that say nothing: no cell can say that there is an empty one."""
    if isinstance(value, dict):
        kept = {key: _without_empty(inner) for key, inner in value.items()}
        return {key: inner for key, inner in kept.items() if inner != {}}
    return [inner for inner in map(_without_empty, value) if inner != {}] if isinstance(value, list) else value


def _give_ids(records: list[dict[str, Any]], kind: str) -> None:
    """Give every entry that may have an id one of its own, by which rows of other sheets name it."""
    for record in records:
        _ids_below(record, shape_of(kind))


def _ids_below(value: Any, shape: Shape) -> None:
    if isinstance(value, dict):
        for key, inner in value.items():
            _ids_below(inner, shape.below(key))
    elif isinstance(value, list) and shape.items:
        for number, entry in enumerate(value):
            if isinstance(entry, dict) and "id" in shape.items.fields:
                entry["id"] = f"e{number}"
            _ids_below(entry, shape.items)


def _sorted(value: Any) -> Any:
    """Put keys in one order: the order of columns is the sheet's."""
    if isinstance(value, dict):
        return {key: _sorted(value[key]) for key in sorted(value)}
    return [_sorted(inner) for inner in value] if isinstance(value, list) else value


def test_a_text_longer_than_a_cell_may_be_comes_back_whole(tmp_path: Path) -> None:
    text = "0123456789" * 7_000
    records = {CASE: [{"title": "Example", "summary": text}], "events": [{"id": "e", "description": text}]}
    book = tmp_path / FILE_NAME
    book.write_bytes(write_workbook(records, {}, REFERENCES))
    back = plain_records(read_workbook_case(book, FILE_NAME))

    assert back[CASE] == records[CASE]
    assert back["events"] == records["events"]


def test_the_same_records_make_the_same_bytes() -> None:
    records = plain_records(read_text(EXAMPLE))

    assert write_workbook(records, {}, REFERENCES) == write_workbook(records, {}, REFERENCES)


@each("breaks", ["\\r\\n", "\\n", "\\r"])
def test_a_line_break_in_a_text_survives_both_ways_whatever_wrote_it(breaks: str, tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_text("title: Example\n", encoding="utf-8")
    (tmp_path / "people.yaml").write_text(f'- id: wolk\n  name: Wolk\n  note: "one{breaks}two"\n', encoding="utf-8")
    records = plain_records(read_case(tmp_path, "claims/mine", ALL_KINDS))
    assert records["people"][0]["note"] == "one\ntwo"
    converted = to_workbook(tmp_path, "claims/mine", REFERENCES)
    (book,) = converted.new
    book.write_bytes(converted.new[book])
    back = to_text(book, FILE_NAME)
    assert plain_records(read_workbook_case(book, FILE_NAME)) == records
    for path, data in back.new.items():
        path.write_bytes(data)
    assert plain_records(read_case(tmp_path, "claims/mine", ALL_KINDS)) == records
