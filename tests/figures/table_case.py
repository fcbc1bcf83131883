"""A case with one table, written for a test."""

from __future__ import annotations

from pathlib import Path

from probata.diagnostics import Diagnostic
from probata.figures import TypedTable, read_tables
from probata.graph.load import load_case
from probata.graph.resolve import Known

HEAD = """
case: {title: Example}
sources:
  - {id: review, title: A review}
  - {id: bulletin-2016, title: A bulletin}
datasets:
"""


def read_case(folder: Path, datasets: str, **tables: str) -> tuple[dict[str, TypedTable], list[Diagnostic]]:
    """Read the tables of a case; `tables` are the texts of the CSV files by name without ending."""
    (folder / "case.yaml").write_text(HEAD + datasets, encoding="utf-8")
    for name, text in tables.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    loaded = load_case(folder / "case.yaml", "case.yaml", Known())
    assert loaded.graph is not None
    assert [found.message for found in loaded.findings] == []
    return read_tables(loaded.graph)
