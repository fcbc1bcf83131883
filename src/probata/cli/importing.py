"""`probata import`: records of others into a case."""

from __future__ import annotations

import typer

from probata.cli import import_ftm, import_sources, import_table
from probata.cli.options import add_group

COMMANDS = (
    (import_sources.sources, import_sources.EXAMPLE),
    (import_table.table, import_table.EXAMPLE),
    (import_ftm.ftm, import_ftm.EXAMPLE),
)


def attach(app: typer.Typer) -> None:
    """Add the group and its commands."""
    add_group(app, "import", "Take records from other programs into a case.", COMMANDS)
