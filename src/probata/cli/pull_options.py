"""What `probata pull` can be told."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final, Literal

import typer

EXAMPLE: Final = (
    "Examples: `probata pull output/my-case/outgoing/DRAFT-uk-ghr.en-GB.docx`, "
    "`probata pull returned.docx --case claims/my-case --filing uk-ghr --take all --keep all --by 'A Signatory'`"
)
_NUMBERS: Final = "`all`, or numbers such as `1,3-5`."

FileArgument = Annotated[Path, typer.Argument(metavar="FILE.docx", help="The changed Word file.", show_default=False)]
CaseOption = Annotated[
    str,
    typer.Option(
        "--case",
        metavar="CASE",
        help="The case. Without it: the case in whose output folder the file lies.",
        show_default=False,
    ),
]
FilingOption = Annotated[
    str,
    typer.Option(
        "--filing",
        metavar="ID",
        help="The filing that the file is of. Without it: that whose name the file bears.",
        show_default=False,
    ),
]
TakeOption = Annotated[
    str,
    typer.Option("--take", metavar="LIST", help=f"Changes to take into the records: {_NUMBERS}", show_default=False),
]
KeepOption = Annotated[
    str,
    typer.Option(
        "--keep", metavar="LIST", help=f"Changes to keep in this document only: {_NUMBERS}", show_default=False
    ),
]
DropOption = Annotated[
    str, typer.Option("--drop", metavar="LIST", help=f"Changes to leave out: {_NUMBERS}", show_default=False)
]
ByOption = Annotated[
    str,
    typer.Option("--by", metavar="NAME", help="Who keeps changes in one document.", show_default=False),
]
OutOption = Annotated[
    Path | None,
    typer.Option(
        "--out",
        metavar="DIR",
        help="Where the documents of the case go, as for `build`. Without it: the folder in which the file lies, else "
        "that which `build` takes.",
        file_okay=False,
        show_default=False,
    ),
]
TrackedOption = Annotated[
    Literal["accepted", "rejected"],
    typer.Option("--tracked", help="How tracked changes are read: as if all were accepted, or all rejected."),
]
UnknownOption = Annotated[
    bool,
    typer.Option(
        "--no-copy", help="Take from a file of which no copy as it was made is here, since you are sure of its case."
    ),
]
DryRunOption = Annotated[bool, typer.Option("--dry-run", help="Say what there is and write nothing.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print it for other programs and write nothing.")]
