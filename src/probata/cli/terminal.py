"""Printing: results to standard output, messages and progress to standard error.

Colour and progress appear in a terminal only, and colour not where `NO_COLOR` is set. What comes from records is
printed as it is written: it is never read as markup, and it cannot steer the terminal.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable

import typer
from rich.box import SIMPLE_HEAD
from rich.console import Console, RenderableType
from rich.table import Table as RichTable
from rich.text import Text

from probata.cli.exit_code import CannotContinueError
from probata.cli.tables.table import Table

UNLIMITED = 10_000
"""Width of a line that goes into a file or another program: nothing is wrapped or cut there."""

_CONTROLS = {*range(0x20), *range(0x7F, 0xA0)} - {0x09, 0x0A}
_TURNS_OF_DIRECTION = {*range(0x202A, 0x202F), *range(0x2066, 0x206A)}
_STEERING = dict.fromkeys(_CONTROLS | _TURNS_OF_DIRECTION, "·")


class Terminal:
    """The two streams of one command. `quiet` keeps all but results and trouble; `verbose` adds details."""

    def __init__(self, quiet: bool = False, verbose: bool = False) -> None:
        """Open the streams; raises `CannotContinueError` where both less and more are asked for."""
        if quiet and verbose:
            raise CannotContinueError("`--quiet` and `--verbose` cannot both be followed", "leave one of them out")
        self.quiet = quiet
        self.verbose = verbose
        self.out = Console(width=None if sys.stdout.isatty() else UNLIMITED)
        self.err = Console(stderr=True, width=None if sys.stderr.isatty() else UNLIMITED)

    @property
    def is_interactive(self) -> bool:
        """Whether a person reads the results in a terminal."""
        return self.out.is_terminal

    def result(self, text: str, style: str = "") -> None:
        """Print a result."""
        self.out.print(plain(text, style), soft_wrap=True)

    def results(self, lines: Iterable[str]) -> None:
        """Print many results, one a line; into a file or another program without laying out each."""
        if self.is_interactive:
            for line in lines:
                self.result(line)
        else:
            self.out.file.write("".join(f"{line}\n" for line in lines).translate(_STEERING))

    def tell(self, text: str, style: str = "") -> None:
        """Print what `--quiet` leaves out."""
        if not self.quiet:
            self.result(text, style)

    def trouble(self, text: str, style: str = "") -> None:
        """Print what went wrong."""
        self.err.print(plain(text, style), soft_wrap=True)

    def details(self, lines: Iterable[str]) -> None:
        """Print what only `--verbose` shows, beside the results."""
        if self.verbose:
            for line in lines:
                self.trouble(line, "dim")

    def render(self, renderable: RenderableType) -> None:
        """Print something that is laid out already."""
        self.out.print(renderable)

    def table(self, table: Table) -> None:
        """Print a table; into a file or another program as lines with tabs between the cells."""
        if not self.is_interactive:
            for row in (table.columns, *table.rows):
                # Not through the console, which would turn the tabs into blanks.
                typer.echo("\t".join(" ".join(cell.split()) for cell in row).translate(_STEERING))
            return
        table = table.fitting(self.out.width)
        laid_out = RichTable(box=SIMPLE_HEAD, title=None, pad_edge=False)
        for place, column in enumerate(table.columns):
            # The first holds what is copied: a code broken over two lines would be copied wrong.
            laid_out.add_column(column, overflow="fold", no_wrap=place == 0)
        for row in table.rows:
            laid_out.add_row(*(plain(cell) for cell in row))
        self.out.print(laid_out)


def plain(text: str, style: str = "") -> Text:
    """Return text as it is, without what could steer a terminal or turn the direction of a line."""
    return Text(text.translate(_STEERING), style=style)
