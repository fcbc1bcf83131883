"""Ids that stand twice inside one record: two filings would be one file, two paragraphs one place."""

from __future__ import annotations

from collections.abc import Iterator

from probata.diagnostics import Diagnostic, Severity, say
from probata.graph.case_graph import CaseGraph
from probata.model.statement import Statement


def repeated_inside(graph: CaseGraph) -> Iterator[Diagnostic]:
    """Find the filings of the case, and the paragraphs of a statement, that have the id of one before."""
    yield from _twice(graph, "case", graph.name, "filings", [one.id for one in graph.case.filings])
    for statement in graph.all("statements", Statement):
        yield from _twice(graph, "statements", statement.id, "paragraphs", [one.id for one in statement.paragraphs])


def _twice(graph: CaseGraph, kind: str, record: str, field: str, ids: list[str]) -> Iterator[Diagnostic]:
    for place, name in enumerate(ids):
        if name and name in ids[:place]:
            first = graph.span(kind, record, field, ids.index(name), "id")
            yield Diagnostic(
                "REF103", "repeated-id", Severity.ERROR, f"two of the {say.field(field)} have the id {say.words(name)}",
                graph.span(kind, record, field, place, "id"), "give one of them another id",
                (f"first used at {first}",), f"{kind}/{record}",
            )  # fmt: skip
