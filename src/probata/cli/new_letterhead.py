"""A letterhead to begin from: every style of our documents with a sample, in a file that Word opens."""

from __future__ import annotations

from pathlib import Path

from probata.cli.cannot_continue import CannotContinueError
from probata.document.look import Look
from probata.output import PlacingError, write_atomically
from probata.writers.docx.samples import sample_letterhead

ENDING = ".docx"


def make_letterhead(path: Path, look: Look) -> None:
    """Write the file; raises `CannotContinueError` where something stands there already or it cannot be written."""
    if path.suffix.casefold() != ENDING:
        raise CannotContinueError(f"`{path.as_posix()}` is no name of a Word file", "let it end in `.docx`")
    if path.exists():
        raise CannotContinueError(f"`{path.as_posix()}` exists already", "choose another name; nothing is overwritten")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, sample_letterhead(look))
    except (OSError, PlacingError) as error:
        raise CannotContinueError(f"`{path.as_posix()}` could not be made: {error}", "choose another place") from None
