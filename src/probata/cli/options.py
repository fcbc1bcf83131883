"""Arguments and options that several commands share, with the words of their help."""

from __future__ import annotations

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
CaseOption = Annotated[
    str,
    typer.Option(
        "--case", metavar="CASE", help="The case: its folder, or one file. A bare name is looked for in `claims/`."
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
