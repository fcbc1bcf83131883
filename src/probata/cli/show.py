"""`probata show`: the records of a case as tables."""

from __future__ import annotations

from enum import StrEnum
from importlib import import_module
from typing import Annotated

import typer

from probata.cli.opening import open_named
from probata.cli.options import CaseArgument, TemplatesOption
from probata.cli.terminal import Terminal


class Shown(StrEnum):
    """The tables."""

    PEOPLE = "people"
    BODIES = "bodies"
    ROLES = "roles"
    ALLEGATIONS = "allegations"
    SOURCES = "sources"
    MATRIX = "matrix"
    PROOF = "proof"
    READS = "reads"
    TIMELINE = "timeline"
    FILINGS = "filings"


_TABLES = {
    Shown.PEOPLE: "records.people",
    Shown.BODIES: "records.bodies",
    Shown.ROLES: "records.roles",
    Shown.ALLEGATIONS: "records.allegations",
    Shown.SOURCES: "records.sources",
    Shown.MATRIX: "proof.matrix_table",
    Shown.READS: "proof.reads_table",
    Shown.TIMELINE: "proof.timeline_table",
    Shown.FILINGS: "records.filings",
}
"""The module and function of each table of records; the module is imported when its table is shown."""


EPILOG = "Example: `probata show claims/example matrix`"


def run(
    case: CaseArgument,
    table: Annotated[Shown, typer.Argument(help="Which table.", case_sensitive=False, metavar="TABLE")],
    templates: TemplatesOption = None,
) -> None:
    """Show the records of a case as a table.

    TABLE is one of **people**, **bodies**, **roles**, **allegations**, **sources**, **matrix** (role, responsibility
    and provision of each allegation, with the number of citations that support it; gaps stand in brackets), **proof**
    (each element of the legal tests of each allegation: what supports it, what speaks against it, and gaps), **reads**
    (who read which allegation for what, and what changed since), **timeline** (everything that has a date) and
    **filings** (what was sent to whom, which answers are due, and what changed since).
    """
    terminal = Terminal()
    opened = open_named(case, templates, records_only=table is not Shown.PROOF)
    graph = opened.graph(terminal)
    if table is Shown.PROOF:
        from probata.cli.tables.proof import proof_table
        from probata.pipeline import matrix_of_proof

        terminal.table(proof_table(graph, matrix_of_proof(opened.session)))
    else:
        module, _, function = _TABLES[table].partition(".")
        terminal.table(getattr(import_module(f"probata.cli.tables.{module}"), function)(graph))
