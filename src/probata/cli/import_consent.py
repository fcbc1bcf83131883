"""Whether what an import shows is written: after a yes, and never without one."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from probata.cli.cannot_continue import CannotContinueError
from probata.cli.terminal import Terminal

YesOption = Annotated[
    bool, typer.Option("--yes", "-y", help="Write what is shown, without asking.", show_default=False)
]
PreviewOption = Annotated[
    bool, typer.Option("--dry-run", help="Only show what would become of each; nothing is written or asked.",
                       show_default=False)
]  # fmt: skip


def refuse_both(yes: bool, dry_run: bool) -> None:
    """Raise `CannotContinueError` where the user wants it written and not written."""
    if yes and dry_run:
        raise CannotContinueError("`--yes` and `--dry-run` cannot both be followed", "leave one of them out")


def can_ask(terminal: Terminal) -> bool:
    """Tell whether somebody is there to answer."""
    return terminal.is_interactive and sys.stdin.isatty()


def is_agreed(terminal: Terminal, *, yes: bool, dry_run: bool) -> bool:
    """Tell whether to write: said before, or said now in the terminal."""
    if yes or dry_run or not can_ask(terminal):
        return yes
    return typer.confirm("write this into the case?", default=False)


def unwritten(changed: Sequence[object]) -> str:
    """Return what is said where nothing was written: how it is, where there is something."""
    return "nothing was written; the same command with `--yes` writes it" if changed else "nothing to write"
