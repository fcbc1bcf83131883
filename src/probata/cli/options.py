"""Arguments and options that several commands share, with the words of their help."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

CaseArgument = Annotated[
    str,
    typer.Argument(
        metavar="CASE",
        help="The case: its folder, such as `claims/example`, or one file. A bare name is looked for in `claims/`.",
    ),
]
TemplatesOption = Annotated[
    Path | None,
    typer.Option(
        "--templates",
        metavar="DIR",
        help="Folder with forums of your own, which stand before ours. Without it: the one that `probata.toml` names, "
        "else `templates/` here.",
        file_okay=False,
        exists=True,
    ),
]
QuietOption = Annotated[
    bool, typer.Option("--quiet", "-q", help="Print results and trouble only: no progress, no summary.")
]
VerboseOption = Annotated[
    bool,
    typer.Option(
        "--verbose",
        "-v",
        help="Also print what was read, which forums and templates were used, and which settings are in force.",
    ),
]


class ListForm(StrEnum):
    """Forms of a list."""

    TABLE = "table"
    JSON = "json"


ListFormOption = Annotated[
    ListForm, typer.Option("--format", help="`table` for reading, `json` for other programs.", case_sensitive=False)
]


# A group of commands, such as `import sources` and `import table`.


def add_group(app: typer.Typer, name: str, help: str, commands: Sequence[tuple[Callable[..., None], str]]) -> None:
    """Add a group with its commands, each called by the name of its function and with the last words of its help.

    A callback keeps that name a word of its own: with one command alone, the group would itself be the command.
    """
    group = typer.Typer(help=help, no_args_is_help=True)
    group.callback()(lambda: None)
    for command, epilog in commands:
        group.command(command.__name__, epilog=epilog)(command)
    app.add_typer(group, name=name)
