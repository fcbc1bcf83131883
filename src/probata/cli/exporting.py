"""`probata export`: records of a case for other programs."""

from __future__ import annotations

import typer

from probata.cli import export_ftm, export_sources
from probata.cli.options import add_group

COMMANDS = ((export_sources.sources, export_sources.EXAMPLE), (export_ftm.ftm, export_ftm.EXAMPLE))


def attach(app: typer.Typer) -> None:
    """Add the group and its commands."""
    add_group(app, "export", "Write records of a case for other programs.", COMMANDS)
