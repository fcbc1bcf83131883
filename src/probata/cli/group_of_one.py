"""A group of commands that has one so far: `import sources`, `export sources`."""

from __future__ import annotations

from collections.abc import Callable

import typer


def add_group_of_one(app: typer.Typer, name: str, help: str, command: Callable[..., None], epilog: str) -> None:
    """Add a group with one command, which is called by the name of its function.

    A callback keeps that name a word of its own: without one, the group would itself be the command.
    """
    group = typer.Typer(help=help, no_args_is_help=True)
    group.callback()(lambda: None)
    group.command(command.__name__, epilog=epilog)(command)
    app.add_typer(group, name=name)
