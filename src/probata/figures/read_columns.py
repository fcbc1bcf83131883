"""Find the described columns in the CSV file, and say what does not fit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from probata.diagnostics import Diagnostic, Severity, Span, say
from probata.figures.finding import suggest, table_finding
from probata.graph.case_graph import CaseGraph
from probata.model.dataset import Column, Dataset
from probata.model.record import ID_FORM
from probata.source.csv_reader import CsvTable


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
