"""A bar while documents are made; in a terminal only."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from probata.cli.terminal import Terminal

Advance = Callable[[str, int, int], None]
"""Takes what is made next, how many files are done since, and how many more there are than was known."""


@contextmanager
def progress(terminal: Terminal, total: int) -> Iterator[Advance]:
    """Show how many of `total` files are made; nothing where nobody looks or `--quiet` is given."""
    bar = Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=terminal.err,
        transient=True,
        disable=terminal.quiet or not terminal.err.is_terminal,
    )
    with bar:
        task = bar.add_task("", total=total)

        def advance(description: str, done: int, more: int) -> None:
            nonlocal total
            total += more
            bar.update(task, description=description, advance=done, total=total)

        yield advance
