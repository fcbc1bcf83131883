"""The program `probata`: commands and exit codes.

0 fine; 1 findings that must be fixed, a record left out, or a refused final build; 2 usage, or cannot continue;
3 a fault of ours; 130 interrupted.
"""

from __future__ import annotations

import gc
import os
import sys
from typing import Annotated

import typer

from probata import __version__
from probata.cli.terminal import CannotContinueError, error_console

FINDINGS, CANNOT_CONTINUE, OUR_FAULT, INTERRUPTED = 1, 2, 3, 130

app = typer.Typer(
    name="probata",
    help="From the small records of a human-rights case to the documents that are filed.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"probata {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Make documents of a case, check it, and look at its records."""


def register() -> None:
    """Add every command; each lives in the file of its name."""
    from probata.cli import build, check, explain, lists, new, schema, show

    app.command("build")(build.build)
    app.command("check")(check.check)
    app.command("show")(show.show)
    app.command("list")(lists.list_things)
    app.add_typer(explain.app, name="explain")
    app.add_typer(new.app, name="new")
    app.command("schema")(schema.schema)


def main() -> None:
    """Run the program and end the process with the exit code that its outcome has."""
    gc.disable()  # the collector is the largest cost of a run that makes many small values and ends
    register()
    try:
        code = app(standalone_mode=False)
    except KeyboardInterrupt:
        error_console().print("Interrupted. Files that were being written are as they were before.")
        sys.exit(INTERRUPTED)
    except CannotContinueError as error:
        error_console().print(str(error), markup=False)
        sys.exit(CANNOT_CONTINUE)
    except Exception as error:
        sys.exit(_explain(error))
    sys.exit(code if isinstance(code, int) else 0)


def _explain(error: Exception) -> int:
    """Print what went wrong: a usage error in its own words, anything else as a fault of the program."""
    import click

    if isinstance(error, click.exceptions.Abort):
        return INTERRUPTED
    if isinstance(error, click.ClickException):
        error.show()
        return CANNOT_CONTINUE
    if os.environ.get("PROBATA_TRACEBACK"):
        raise error
    error_console().print(
        f"This is a fault of the program, not of your case: {type(error).__name__}: {error}\n"
        "Please report it. With PROBATA_TRACEBACK=1 before the command it prints where it happened.",
        markup=False,
    )
    return OUR_FAULT
