"""`probata explain`: the page of a check."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Annotated

import typer

from probata.cli.terminal import CannotContinueError, console

app = typer.Typer(no_args_is_help=True, help="Say more about a check.")


@app.callback()
def options() -> None:
    """Say more about something that the program uses."""


@app.command("check")
def explain_check(name: Annotated[str, typer.Argument(help="Name or code of the check, as findings print it.")]) -> int:
    """Print what a check finds, why it matters, examples, and when to allow it."""
    from rich.markdown import Markdown

    from probata.checks import explain, list_checks

    page = explain(name)
    if page is None:
        near = get_close_matches(name, [found.check.name for found in list_checks()], 3)
        help = f" Did you mean {', '.join(near)}?" if near else " `probata list checks` names them all."
        raise CannotContinueError(f"There is no check `{name}`.{help}")
    out = console()
    if out.is_terminal:
        out.print(Markdown(f"# {name}\n\n{page}"))
    else:
        out.print(page, markup=False)
    return 0
