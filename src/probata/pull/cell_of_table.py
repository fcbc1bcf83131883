"""In which cell of its file or sheet a number of a table stands that a document prints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from probata.document.origin import Origin
from probata.document.printed import PrintedLine
from probata.figures.read_columns import read_columns
from probata.graph.case_graph import CaseGraph
from probata.pull.change import Change

_COLUMNS: Final = "columns."
_ROWS: Final = "rows."
_KIND: Final = "datasets/"


def told_cell(change: Change, lines: Sequence[PrintedLine], graph: CaseGraph) -> str:
    """Return the row and column of the table with the place of the cell in its file or sheet.

    Nothing for what is printed of no single cell, such as a heading or a declared total, and where two rows are named
    alike.
    """
    origin = change.origin
    row = lines[change.lines[0]].row if len(change.lines) == 1 else None
    if not origin or not row or row.record != origin.record or not origin.field.startswith(_COLUMNS):
        return ""
    found = list(_cells(origin, row.field.removeprefix(_ROWS), graph))
    return found[0] if len(found) == 1 else ""


def _cells(origin: Origin, row: str, graph: CaseGraph) -> Iterator[str]:
    id_, key = origin.record.removeprefix(_KIND), origin.field.removeprefix(_COLUMNS)
    table = graph.tables.get(id_)
    dataset = next((one for one in graph.datasets if one.id == id_), None)
    if table is None or dataset is None:
        return
    read = read_columns(graph, dataset, table)
    keys = [column.key for column in read.columns if column.key_column] or [column.key for column in read.columns[:1]]
    heading = next((column.heading for column in read.columns if column.key == key), None)
    for number, cells in enumerate(table.rows):
        if heading is not None and keys and cells[read.positions[keys[0]]] == row:
            said = f"the row `{row}` and the column `{heading}` of `{origin.record}`"
            yield f"{said} ({table.span(number, read.positions[key])})"
