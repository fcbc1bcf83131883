"""The options of `probata check`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


class Form(StrEnum):
    """Forms of findings."""

    FULL = "full"
    CONCISE = "concise"
    JSON = "json"


FormOption = Annotated[
    Form | None,
    typer.Option(
        "--format",
        help="Every finding: `full` shows the line and the next step, `concise` one line a finding, `json` is for "
        "other programs. Where findings are listed without it: full in a terminal, concise elsewhere.",
        show_default=False,
        case_sensitive=False,
    ),
]
SelectOption = Annotated[
    list[str] | None,
    typer.Option(
        "--select", metavar="CHECK", show_default=False,
        help="Only the findings of this check: its name, its code (`TIM101`) or the beginning of codes (`TIM`). "
        "Several with commas between them, or the option again.",
    ),
]  # fmt: skip
ForumsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--forum", metavar="ID", show_default=False,
        help="Only what concerns this forum or filing, as if the case had no other; may be given several times. It may "
        "be one for which the case has no filing, such as a forum of your own.",
    ),
]  # fmt: skip
IgnoreOption = Annotated[
    list[str] | None,
    typer.Option(
        "--ignore", metavar="CHECK", show_default=False, help="Not the findings of this check; as `--select`."
    ),
]
AllOption = Annotated[bool, typer.Option("--all", help="Every finding, not only what stands first.")]
NoCacheOption = Annotated[
    bool,
    typer.Option(
        "--no-cache",
        help="Check all anew and keep nothing. Else the findings of a run with nothing changed since are shown again.",
    ),
]
StatisticsOption = Annotated[
    bool,
    typer.Option(
        "--statistics",
        help="What each check answers, of how many records, and how many findings it has, instead of the findings.",
    ),
]
CommentsOption = Annotated[
    bool,
    typer.Option(
        "--comments",
        help="Write the findings into the workbook of the case too, as comments on the cells; those of an earlier time "
        "are taken out.",
    ),
]
