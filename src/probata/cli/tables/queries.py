"""Tables that join records: the matrix and the timeline."""

from __future__ import annotations

from probata.cli.tables.table import Table
from probata.graph import CaseGraph
from probata.graph.dated import timeline
from probata.graph.matrix import MatrixRow, matrix
from probata.law import load_catalogue
from probata.messages import load_wording


def matrix_table(graph: CaseGraph) -> Table:
    """Role, responsibility and provision of each allegation, with the number of citations; gaps in brackets."""
    columns = ("Allegation", "Role", "Responsibility", "Provision", "Citations")
    return Table(columns, tuple(_matrix_row(row) for row in matrix(graph, load_catalogue())))


def _matrix_row(row: MatrixRow) -> tuple[str, ...]:
    return (
        row.allegation,
        f"{row.person}: {row.role}" if row.role else _gap("role"),
        row.responsibility or _gap("responsibility"),
        row.provision or _gap("provision"),
        str(row.citations) if row.citations else _gap("citation"),
    )


def _gap(what: str) -> str:
    return f"[{what}: to complete]"


def timeline_table(graph: CaseGraph) -> Table:
    """Roles and events, the earliest first."""
    wording = load_wording(graph.case.language)
    rows = ((wording.when(entry.when), entry.kind, entry.record.id, entry.text) for entry in timeline(graph))
    return Table(("Date", "Kind", "Id", "What"), tuple(rows))
