"""What the user says of a file that sources come from, with the words of its help."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

import typer

from probata.cli.exit_code import CannotContinueError


class Form(StrEnum):
    """Forms that sources come in."""

    CSL_JSON = "csl-json"
    BIBLATEX = "biblatex"
    BIBTEX = "bibtex"
    RIS = "ris"
    ENDNOTE = "endnote"
    CSV = "csv"
    XLSX = "xlsx"


FileArgument = Annotated[
    str,
    typer.Argument(
        metavar="FILE",
        help="CSL-JSON (`.json`), BibTeX or BibLaTeX (`.bib`), RIS (`.ris`), XML of EndNote (`.xml`), or a spreadsheet "
        "(`.xlsx`, or `.csv` in UTF-8 with commas).",
    ),
]
CaseOption = Annotated[
    str,
    typer.Option(
        "--case", metavar="CASE", help="The case: its folder, or one file. A bare name is looked for in `claims/`."
    ),
]
FormOption = Annotated[
    Form | None, typer.Option("--from", help="Form of the file, where its name does not tell it.", case_sensitive=False)
]
MapOption = Annotated[
    list[str] | None,
    typer.Option(
        "--map",
        metavar='"HEADING=FIELD"',
        help="Of a spreadsheet: which field a heading is, in our words or those of CSL; nothing behind `=` leaves the "
        "column out. May be given several times.",
    ),
]
SheetOption = Annotated[
    str,
    typer.Option(
        "--sheet", metavar="NAME", help="Of a workbook: the sheet. Without it: the first that holds something."
    ),
]
DryRunOption = Annotated[
    bool, typer.Option("--dry-run", help="Only say what would become of each; nothing is written.")
]
NameAllOption = Annotated[
    bool,
    typer.Option("--verbose", "-v", help="Also name the works that are there already, with the source that each is."),
]


def said_of_headings(given: Sequence[str]) -> dict[str, str]:
    """Return what `--map` says, by heading; raises `CannotContinueError` where one is not of its form."""
    for one in given:
        if not one.partition("=")[0].strip() or "=" not in one:
            raise CannotContinueError(f"`--map {one}` is not read", 'write it as `--map "Heading=title"`')
    pairs = (one.rpartition("=") for one in given)
    return {heading.strip(): field.strip() for heading, _, field in pairs}
