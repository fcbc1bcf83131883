"""Join the CSV files of a case with their dataset records to tables of typed cells."""

from __future__ import annotations

from collections.abc import Collection

from probata.diagnostics import Diagnostic
from probata.figures.names import find_unknown_names
from probata.figures.read_cell import CellReader
from probata.figures.read_columns import ReadColumns, read_columns
from probata.figures.rows_lacking import row_without_key, row_without_source
from probata.figures.table import Row, TypedTable
from probata.graph.case_graph import CaseGraph
from probata.model.dataset import Column, Dataset
from probata.model.dates import When, parse_when
from probata.source.csv_reader import CsvTable


def read_tables(
    graph: CaseGraph, instruments: Collection[str] = frozenset()
) -> tuple[dict[str, TypedTable], list[Diagnostic]]:
    """Return the tables by dataset id, and what was found while reading them.

    `instruments` are the ids outside the case that a cell may cite. A dataset whose CSV file could not be read is
    missing: the finding of the reader says why. A cell that cannot be read stays in its table as text. A row without
    its name is left out of its table: nobody could say of what its numbers are.
    """
    citable = [*graph.records.get("sources", {}), *graph.records.get("authorities", {}), *instruments]
    tables: dict[str, TypedTable] = {}
    findings: list[Diagnostic] = []
    for dataset in graph.datasets:
        csv_table = graph.tables.get(dataset.id)
        if csv_table is not None:
            columns = read_columns(graph, dataset, csv_table)
            findings.extend(columns.findings)
            reader = CellReader(dataset, dict.fromkeys(citable), findings, graph.unread)
            tables[dataset.id] = _read_table(dataset, csv_table, columns, reader)
    findings.extend(find_unknown_names(graph, tables))
    return tables, findings


def _read_table(dataset: Dataset, csv_table: CsvTable, read: ReadColumns, reader: CellReader) -> TypedTable:
    key_column = next((column.key for column in read.columns if column.key_column), None)
    if key_column is None:
        key_column = read.columns[0].key if read.columns else ""
    rows = []
    for number, cells in enumerate(csv_table.rows):
        name = cells[read.positions[key_column]] if key_column else ""
        if key_column and not name:
            reader.findings.extend(row_without_key(csv_table, read, reader.dataset, number, key_column))
            continue
        row = _read_row(csv_table, read, reader, number, name, key_column)
        reader.findings.extend(row_without_source(csv_table, read, reader.dataset, number, row))
        rows.append(row)
    return TypedTable(dataset, read.columns, key_column, tuple(rows))


def _read_row(
    csv_table: CsvTable, read: ReadColumns, reader: CellReader, number: int, name: str, key_column: str
) -> Row:
    cells = csv_table.rows[number]
    period = _period(read, cells, key_column)
    own = {cell.column: cell for cell in reader.dataset.cells if cell.row == name}
    values = {}
    for column in read.columns:
        position = read.positions[column.key]
        printed = _printed(column, cells, read)
        values[column.key] = reader.read(
            column, cells[position], printed, own.get(column.key), csv_table.span(number, position), period
        )
    return Row(name, values)


def _period(read: ReadColumns, cells: tuple[str, ...], key_column: str) -> When | None:
    """Return the time that a row says it covers, in a column for that or in its key column."""
    for column in read.columns:
        if column.type == "date" and (column.covers == "period" or column.key == key_column):
            try:
                return parse_when(cells[read.positions[column.key]])
            except ValueError:
                return None
    return None


def _printed(column: Column, cells: tuple[str, ...], read: ReadColumns) -> str:
    position = read.positions.get(column.printed) if column.printed else None
    return cells[position] if position is not None else ""
