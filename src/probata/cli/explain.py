"""`probata explain`: the page of a check."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Annotated

import typer
from rich.markdown import Markdown

from probata.checks import explain, list_checks
from probata.cli.cannot_continue import CannotContinueError
from probata.cli.terminal import Terminal


def attach(app: typer.Typer) -> None:
    """Add the group and its command."""
    group = typer.Typer(help="Tell what something of the program means, with examples.", no_args_is_help=True)
    group.callback()(lambda: None)
    group.command("check")(check)
    app.add_typer(group, name="explain")


def check(
    name: Annotated[
        str,
        typer.Argument(metavar="NAME", help="Name or code of the check, as a finding gives it.", show_default=False),
    ],
) -> None:
    """Tell what a check finds, why it matters, and when a finding may be left as it is.

    `probata list checks` lists them all.
    """
    terminal = Terminal()
    page = explain(name)
    if page is None:
        names = [found.check.name for found in list_checks()]
        near = get_close_matches(name, names, 1)
        raise CannotContinueError(
            f"there is no check `{name}`", f"did you mean `{near[0]}`?" if near else "see `probata list checks`"
        )
    if terminal.is_interactive:
        terminal.render(Markdown(page))
    else:
        terminal.result(page.rstrip("\n"))
