"""A group of commands, such as `import sources` and `import table`."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import typer


def add_group(app: typer.Typer, name: str, help: str, commands: Sequence[tuple[Callable[..., None], str]]) -> None:
    """Add a group with its commands, each called by the name of its function and with the last words of its help.

    A callback keeps that name a word of its own: with one command alone, the group would itself be the command.
    """
    group = typer.Typer(help=help, no_args_is_help=True)
    group.callback()(lambda: None)
    for command, epilog in commands:
        group.command(command.__name__, epilog=epilog)(command)
    app.add_typer(group, name=name)
