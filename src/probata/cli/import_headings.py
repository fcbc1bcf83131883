"""The headings of a table that nobody knows: asked for in a terminal, else named with the way to say them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import typer

from probata.cli.terminal import Terminal
from probata.importers.records.columns import Columns, columns_of
from probata.importers.records.fields import advice, field_named
from probata.importers.records.table import Table


def columns_asked_for(
    terminal: Terminal, table: Table, kind: str, mapped: Mapping[str, str], *, asks: bool
) -> tuple[Columns, dict[str, str]]:
    """Return the columns of a table, and what the user has said of its headings by now.

    Raises `CannotImportError` as `columns_of` does.
    """
    columns = columns_of(table, kind, mapped)
    if not columns.unknown:
        return columns, dict(mapped)
    if not asks:
        tell_unknown(terminal, columns.unknown, table.shown)
        return columns, dict(mapped)
    said = {**mapped, **{heading: _answer(terminal, heading, kind) for heading in columns.unknown}}
    return columns_of(table, kind, said), said


def tell_unknown(terminal: Terminal, headings: Sequence[str], shown: str) -> None:
    """Name the headings that are not taken, and how to say what they are."""
    listed = ", ".join(f"`{heading}`" for heading in headings)
    terminal.trouble(f"{shown}: not taken, since no field is meant: {listed}", "yellow")
    terminal.trouble('next step: name the field, `--map "HEADING=FIELD"`, or leave it out, `--map "HEADING="`')


def _answer(terminal: Terminal, heading: str, kind: str) -> str:
    """Ask which field a heading is until there is one; nothing leaves the column out."""
    while True:
        terminal.result(f"which field is the column `{heading}`? (nothing leaves it out)")
        said = str(typer.prompt("field", default="", show_default=False)).strip()
        if not said or field_named(kind, said):
            return said
        terminal.result(f"`{said}` is no field: {advice(kind, said)}")
