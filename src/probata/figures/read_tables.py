"""Join the CSV files of a case with their dataset records to tables of typed cells."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace

from probata.diagnostics import Diagnostic, Severity, Span, say
from probata.diagnostics.span import sheet_of
from probata.figures.table import Presence, Row, TypedTable, Value, suggest, table_finding
from probata.graph.case_graph import CITABLE, CaseGraph, Unread
from probata.model.citation import Citation, from_short
from probata.model.dataset import CellStatus, Column, Dataset
from probata.model.dates import When, parse_when
from probata.model.explain_date import on_date
from probata.model.quantity import parse_quantity
from probata.model.record import ID_FORM
from probata.source.csv_reader import CsvTable
from probata.source.xlsx_reader import ERRORS

# The characters of one cell to a typed value.

BETWEEN_CITATIONS = ";"
"""Mark between the citations of one cell, as Pandoc has it."""


_LONGEST = 60
"""Characters of a cell that a message quotes."""


@dataclass(frozen=True, slots=True)
class CellReader:
    """Reads the cells of one table and collects what is found."""

    dataset: Dataset
    citable: Collection[str]
    """Ids that a citation may name."""
    findings: list[Diagnostic]
    unread: Unread = field(default_factory=Unread)
    """What could not be read of the case: a citation of it is no fault of the table."""

    def read(
        self, column: Column, text: str, printed: str, own: CellStatus | None, span: Span, period: When | None = None
    ) -> Value:
        """Read one cell; `own` holds what the record says of this cell alone, `period` is the time of its row."""
        value = Value(
            text,
            {"": Presence.NOT_STATED, "-": Presence.NOT_APPLICABLE}.get(text, Presence.STATED),
            span,
            status=(own.status if own else None) or column.status,
            period=(own.period if own else None) or period or self.dataset.period,
            printed=printed or text,
            remark=(own.remark if own else None) or "",
        )
        return self._typed(column, value) if value.presence is Presence.STATED else value

    def _typed(self, column: Column, value: Value) -> Value:
        match column.type:
            case "number" | "percent":
                return self._number(column, value)
            case "date":
                return self._date(column, value)
            case "source":
                return self._sources(value)
            case "text":
                return value

    def _number(self, column: Column, value: Value) -> Value:
        try:
            return replace(value, quantity=parse_quantity(value.text))
        except ValueError:
            self._add("TAB111", "text-for-number",
                      f"{say.words(_shown(value.text))} stands where a number belongs (column {say.words(column.key)})",
                      value,
                      "write a number such as 266, 70+, ~16 or 16-76, or `-` where none applies")  # fmt: skip
            return replace(value, is_readable=False)

    def _date(self, column: Column, value: Value) -> Value:
        try:
            return replace(value, when=parse_when(value.text))
        except ValueError as error:
            said = f"{say.words(value.text)} stands where a date belongs (column {say.words(column.key)}): {error}"
            message, help = on_date(value.text, str(error), said)
            self._add("TAB112", "unreadable-date", message, value, help)
            return replace(value, is_readable=False)

    def _sources(self, value: Value) -> Value:
        parts = [part.strip() for part in value.text.split(BETWEEN_CITATIONS) if part.strip()]
        citations = tuple(citation for part in parts if (citation := self._citation(part, value)))
        return replace(value, citations=citations, is_readable=len(citations) == len(parts))

    def _citation(self, text: str, value: Value) -> Citation | None:
        try:
            citation = Citation.model_validate(from_short(text))
        except ValueError:
            self._add("TAB113", "unreadable-citation", f"{say.words(text)} is no citation", value,
                      "write a source's id and the place in it: `ccdi-2017, p. 4`; `;` between several")  # fmt: skip
            return None
        if citation.source not in self.citable and not self.unread.may_hold(CITABLE, citation.source):
            self._add("REF104", "unknown-source", f"no source has the id {say.words(citation.source)}", value,
                      self.unread.help_on_struck(CITABLE, citation.source)
                      or suggest(citation.source, self.citable, "ids in `sources`"))  # fmt: skip
            return None
        return citation

    def _add(self, code: str, name: str, message: str, value: Value, help: str) -> None:
        if value.text in ERRORS and sheet_of(value.span):
            return  # that the cell shows no value is told where the sheet is read
        self.findings.append(table_finding(self.dataset, code, name, message, value.span, help))


def _shown(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


# Find the described columns in the CSV file, and say what does not fit.


@dataclass(frozen=True, slots=True)
class ReadColumns:
    """The columns that can be read, with their positions in the CSV file."""

    columns: tuple[Column, ...]
    positions: dict[str, int]
    findings: list[Diagnostic] = field(default_factory=list)


def read_columns(graph: CaseGraph, dataset: Dataset, table: CsvTable) -> ReadColumns:
    """Match the columns of a dataset record with the headings of its CSV file; headings are compared exactly."""
    positions: dict[str, int] = {}
    findings: list[Diagnostic] = []
    for position, heading in enumerate(table.header):
        if heading in positions:
            findings.append(_repeated_heading(dataset, heading, table))
        positions.setdefault(heading, position)
    columns: dict[str, Column] = {}
    for index, column in enumerate(dataset.columns):
        span = graph.span("datasets", dataset.id, "columns", index, "key")
        if column.key in columns:
            findings.append(_repeated_column(dataset, column.key, span))
        elif column.key not in positions:
            findings.append(_missing(dataset, column.key, table, span))
        else:
            columns[column.key] = column
    findings.extend(_undescribed(dataset, table))
    return ReadColumns(tuple(columns.values()), positions, findings)


def _missing(dataset: Dataset, key: str, table: CsvTable, span: Span) -> Diagnostic:
    undescribed = [heading for heading in table.header if heading not in {c.key for c in dataset.columns}]
    return table_finding(
        dataset, "TAB101", "missing-column", f"{table.called(dataset.file)} has no column {say.words(key)}", span,
        suggest(key, undescribed or table.header, "headings of the file"),
    )  # fmt: skip


def _undescribed(dataset: Dataset, table: CsvTable) -> Iterator[Diagnostic]:
    described = {column.key for column in dataset.columns}
    for heading in dict.fromkeys(table.header):
        if heading not in described:
            yield table_finding(
                dataset, "TAB102", "undescribed-column",
                f"the column {say.words(heading)} is not described in dataset {say.table(dataset)}",
                _place(table, heading),
                _how_to_describe(heading), Severity.WARNING,
            )  # fmt: skip


def _how_to_describe(heading: str) -> str:
    """Return the next step: a heading that cannot be a key needs another one in the file first."""
    if re.fullmatch(ID_FORM, heading):
        return f"add `- {{key: {heading}, heading: …}}` to its `columns`, or delete the column"
    one_word = re.sub(r"[^A-Za-z0-9]+", "-", heading).strip("-").lower() or "column-1"
    return (
        f"head the column with one word, such as {say.words(one_word)}, and add `- {{key: {one_word}, heading: …}}` to "
        "its `columns`; or delete the column"
    )


def _repeated_heading(dataset: Dataset, heading: str, table: CsvTable) -> Diagnostic:
    return table_finding(
        dataset, "TAB103", "repeated-heading", f"the heading {say.words(heading)} stands twice", _place(table, heading),
        "give each column a heading of its own; the first is read until then",
    )  # fmt: skip


def _repeated_column(dataset: Dataset, key: str, span: Span) -> Diagnostic:
    return table_finding(
        dataset, "TAB104", "repeated-column", f"the column {say.words(key)} is described twice", span,
        "keep one of the two; the first is read until then",
    )  # fmt: skip


def _place(table: CsvTable, heading: str) -> Span:
    return table.heading_span(table.header.index(heading))


# Rows of a table that lack their name or their source: numbers of nothing, and numbers that nothing supports.


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


def recorded_works(graph: CaseGraph) -> tuple[str, ...]:
    """Return the ids of the sources and authorities, which a cell may cite."""
    kinds = ("sources", "authorities")
    return graph.once(
        "works", lambda: tuple(key for kind in kinds for key in graph.records.get(kind, ())), settles=True
    )


def read_tables(
    graph: CaseGraph, instruments: Collection[str] = frozenset()
) -> tuple[dict[str, TypedTable], list[Diagnostic]]:
    """Return the tables by dataset id, and what was found while reading them.

    `instruments` are the ids outside the case that a cell may cite. A dataset whose CSV file could not be read is
    missing: the finding of the reader says why. A cell that cannot be read stays in its table as text. A row without
    its name is left out of its table: nobody could say of what its numbers are.
    """
    citable = [*recorded_works(graph), *instruments]
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
