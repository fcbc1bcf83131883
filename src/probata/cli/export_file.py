"""The file that an export is written to: internal, and over no other file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from probata.cli.exit_code import CannotContinueError
from probata.cli.terminal import Terminal
from probata.output import write_atomically
from probata.output.atomic import placing_error
from probata.source.text_file import whole_file

OUTGOING = "outgoing"
OutOption = Annotated[
    Path | None, typer.Option("--out", metavar="FILE", help="File to write. Without it: the terminal.", dir_okay=False)
]


def write_export(text: str, out: Path | None, terminal: Terminal) -> None:
    """Write it to the file, or to the terminal where none is named.

    Raises `CannotContinueError` in a folder for others, and where the file holds something else.
    """
    if out is None:
        terminal.result(text.rstrip("\n"))
        return
    if OUTGOING in out.resolve().parts[:-1]:
        raise CannotContinueError(
            f"`{out.as_posix()}` lies in a folder for others, and this file is yours alone", "choose another folder"
        )
    data = text.encode()
    try:
        if out.exists() and whole_file(out) != data:
            raise CannotContinueError(
                f"`{out.as_posix()}` exists and holds something else", "choose another name, or delete it"
            )
        write_atomically(out, data)
    except OSError as error:
        said = str(placing_error(out, error))
        raise CannotContinueError(said, "choose another folder, and check who may write there") from None
