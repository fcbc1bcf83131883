"""Names of rows and columns in a dataset record that its table does not have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from probata.diagnostics import Diagnostic, say
from probata.figures.finding import suggest, table_finding
from probata.figures.table import TypedTable
from probata.graph.case_graph import CaseGraph

Loc = tuple[str | int, ...]


def find_unknown_names(graph: CaseGraph, tables: Mapping[str, TypedTable]) -> Iterator[Diagnostic]:
    """Give a finding for every unknown row or column in the cells, inclusions, totals and printed columns."""
    for table in tables.values():
        for loc, key in _columns_named(table):
            if key not in {column.key for column in table.dataset.columns}:
                yield _unknown_column(graph, table, loc, key)
        for loc, name in _rows_named(table):
            yield from _check_row(graph, table, loc, name)
        yield from _check_included_in(graph, table, tables)


def _columns_named(table: TypedTable) -> Iterator[tuple[Loc, str]]:
    for index, column in enumerate(table.dataset.columns):
        if column.printed:
            yield ("columns", index, "printed"), column.printed
        for number, key in enumerate(column.rule.columns if column.rule else ()):
            yield ("columns", index, "rule", "columns", number), key
    for index, cell in enumerate(table.dataset.cells):
        yield ("cells", index, "column"), cell.column
    for index, total in enumerate(table.dataset.totals):
        yield ("totals", index, "column"), total.column


def _rows_named(table: TypedTable) -> Iterator[tuple[Loc, str]]:
    for index, cell in enumerate(table.dataset.cells):
        yield ("cells", index, "row"), cell.row
    for index, inclusion in enumerate(table.dataset.inclusions):
        for number, name in enumerate(inclusion.rows):
            yield ("inclusions", index, "rows", number), name


def _check_included_in(graph: CaseGraph, table: TypedTable, tables: Mapping[str, TypedTable]) -> Iterator[Diagnostic]:
    for index, inclusion in enumerate(table.dataset.inclusions):
        loc: Loc = ("inclusions", index, "included_in")
        where, name = row_of(inclusion.included_in, table, tables)
        if where is not None:
            yield from _check_row(graph, table, loc, name, where)
        if where is table and name in inclusion.rows:
            yield table_finding(
                table.dataset, "TAB124", "row-included-in-itself", f"the row {say.words(name)} is said to be included "
                "in itself",
                graph.span("datasets", table.dataset.id, *loc), "name the row that holds it",
            )  # fmt: skip


def row_of(name: str, table: TypedTable, tables: Mapping[str, TypedTable]) -> tuple[TypedTable | None, str]:
    """Return the table and the row that `row` or `dataset:row` names.

    A row of the same table goes first, since names of rows may hold a colon. The table is `None` where the dataset
    exists and could not be read: whether the row exists cannot be told then.
    """
    dataset, colon, row = name.partition(":")
    if not colon or table.rows_named(name):
        return table, name
    if dataset in tables:
        return tables[dataset], row.strip()
    return table, name


def _check_row(
    graph: CaseGraph, table: TypedTable, loc: Loc, name: str, where: TypedTable | None = None
) -> Iterator[Diagnostic]:
    where = where or table
    count = len(where.rows_named(name))
    if count == 1:
        return
    span = graph.span("datasets", table.dataset.id, *loc)
    if count == 0:
        yield table_finding(
            table.dataset, "TAB121", "unknown-row",
            f"the table {say.table(where.dataset)} has no row {say.words(name)}", span,
            suggest(name, (row.key for row in where.rows), f"rows, by the column {say.words(where.key_column)}"),
        )  # fmt: skip
    else:
        yield table_finding(
            table.dataset, "TAB122", "ambiguous-row", f"{count} rows of {say.table(where.dataset)} are named "
            f"{say.words(name)}", span,
            f"add a column with `key_column: true` that names each row once; {say.words(where.key_column)} is read now",
        )  # fmt: skip


def _unknown_column(graph: CaseGraph, table: TypedTable, loc: Loc, key: str) -> Diagnostic:
    keys = (column.key for column in table.dataset.columns)
    return table_finding(
        table.dataset, "TAB123", "unknown-column", f"the dataset {say.table(table.dataset)} has no column "
        f"{say.words(key)}",
        graph.span("datasets", table.dataset.id, *loc), suggest(key, keys, "columns"),
    )  # fmt: skip
