"""Records in memory, and strategies that make any of them: long names, odd letters, open ends, circles of command."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from probata.diagnostics import Span
from probata.figures import Row, TypedTable, Value
from probata.figures.table import Presence
from probata.graph.case_graph import CaseGraph
from probata.messages import load_wording
from probata.model.case_file import CaseFile
from probata.model.dataset import Dataset
from probata.model.dates import When, parse_when
from probata.model.kinds import KIND_BY_KEY
from probata.model.quantity import Quantity, parse_quantity
from probata.source.node import MappingNode

WORDING = load_wording("en-GB")
SIZE = (453.5, 620.0)
"""The text of a page with margins of 25 mm, in points."""
NARROW = (340.0, 400.0)


def graph_of(**records: list[dict[str, Any]]) -> CaseGraph:
    """Return a graph of records given as in their files."""
    made = {
        kind: {record["id"]: KIND_BY_KEY[kind].record.model_validate(record) for record in found}
        for kind, found in records.items()
    }
    case = CaseFile.model_validate({"title": "A case"})
    return CaseGraph("case", Path(), case, MappingNode((), Span("case.yaml")), made)


def table_of(columns: list[dict[str, Any]], rows: list[list[str]], **dataset: Any) -> TypedTable:
    """Return a table; the cells of number columns are numbers as a CSV file has them, empty for not stated."""
    record = Dataset.model_validate({"id": "t", "title": "A table", "file": "t.csv", "columns": columns, **dataset})
    own = {(cell.row, cell.column): cell for cell in record.cells}
    made = []
    for row in rows:
        cells = {}
        for column, text in zip(record.columns, row, strict=True):
            is_number = column.type in {"number", "percent"}
            quantity = _quantity(text) if is_number else None
            mark = own.get((row[0], column.key))
            presence = {"": Presence.NOT_STATED, "-": Presence.NOT_APPLICABLE}.get(text, Presence.STATED)
            status = (mark.status if mark else None) or column.status
            remark = (mark.remark if mark else None) or ""
            cells[column.key] = Value(text, presence, Span("t.csv"), status, quantity, remark=remark)
        made.append(Row(row[0], cells))
    return TypedTable(record, record.columns, record.columns[0].key, tuple(made))


def _quantity(text: str) -> Quantity | None:
    return parse_quantity(text) if text and text != "-" else None


def when(text: str) -> When:
    """Return a date or period."""
    return parse_when(text)


NAMES = st.one_of(
    st.text(st.characters(codec="utf-8"), min_size=1, max_size=60),
    st.text("abcdefgh <>&\"'", min_size=1, max_size=300).filter(str.strip),
    st.sampled_from(
        (
            "Council",
            "W" * 200,
            "刘建超" * 30,
            "مجلس النظام العام " * 6,
            "<script>alert(1)</script>",
            "Directorate-General for the Supervision of Anti-Corruption Co-ordination " * 4,
        )
    ),
).filter(lambda name: bool(name.strip()))
_YEARS = st.integers(1990, 2030)
_POINTS = st.one_of(
    _YEARS.map(str),
    st.builds("{}-{:02d}".format, _YEARS, st.integers(1, 12)),
    st.builds("{}-{:02d}-{:02d}".format, _YEARS, st.integers(1, 12), st.integers(1, 28)),
    _YEARS.map("~{}".format),
)


def _period(start: str, end: str) -> str:
    first, last = sorted((start, end), key=lambda point: point.strip("~"))
    try:
        parse_when(f"{first}/{last}")
    except ValueError:
        return first
    return f"{first}/{last}"


DATES = st.one_of(
    _POINTS, st.builds(_period, _POINTS, _POINTS), _POINTS.map("{}/..".format), _POINTS.map("../{}".format)
)
