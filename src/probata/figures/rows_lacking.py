"""Rows of a table that lack their name or their source: numbers of nothing, and numbers that nothing supports."""

from __future__ import annotations

from collections.abc import Iterator

from probata.diagnostics import Diagnostic, say
from probata.figures.finding import table_finding
from probata.figures.read_columns import ReadColumns
from probata.figures.table import Row
from probata.figures.value import Presence
from probata.model.dataset import Dataset
from probata.source.csv_reader import CsvTable


def row_without_key(
    table: CsvTable, read: ReadColumns, dataset: Dataset, number: int, key: str
) -> Iterator[Diagnostic]:
    """Give the finding for a row that says something and has nothing in its key column, at the cell there."""
    place = read.positions[key]
    if table.is_told(number, place) or not any(table.rows[number][at] for at in read.positions.values()):
        return
    heading = next(column.heading for column in read.columns if column.key == key)
    yield table_finding(
        dataset, "TAB117", "row-without-key",
        f"the row is left out: it has nothing under {say.words(heading)}, which says what a row is",
        table.span(number, place), "write it there, or delete the row",
    )  # fmt: skip


def row_without_source(
    table: CsvTable, read: ReadColumns, dataset: Dataset, number: int, row: Row
) -> Iterator[Diagnostic]:
    """Give the finding for a row with a reported number that cites nothing, where the table has a column for it.

    A column that is cited as a whole needs none, and `-` says that what the table cites is the source of the row too.
    """
    sources = [one for one in read.columns if one.type == "source"]
    is_cited = any(row.cells[one.key].presence is not Presence.NOT_STATED for one in sources)
    cells = [row.cells[one.key] for one in read.columns if not one.citations]
    is_reported = any(cell.quantity and cell.status == "reported" for cell in cells)
    if not sources or is_cited or not is_reported or table.is_told(number, read.positions[sources[0].key]):
        return
    otherwise = ", or `-` where it is what the whole table cites" if dataset.citations else ""
    yield table_finding(
        dataset, "TAB118", "row-without-source",
        f"the row {say.words(row.key)} has nothing under {say.words(sources[0].heading)}: nothing supports its numbers",
        table.span(number, read.positions[sources[0].key]), f"write there where they are from{otherwise}",
    )  # fmt: skip
