"""Making a folder whole: filled beside its place, then moved there."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from probata.cli.cannot_continue import CannotContinueError


@contextmanager
def new_folder(folder: Path) -> Iterator[Path]:
    """Give an empty folder to fill, which becomes `folder` at the end.

    Raises `CannotContinueError` where something stands at `folder` already or the system refuses; nothing is left
    behind then.
    """
    if folder.exists():
        raise CannotContinueError(
            f"`{folder.as_posix()}` exists already", "choose another name; nothing is overwritten"
        )
    passing = folder.with_name(f".{folder.name}.{os.getpid()}.part")
    try:
        passing.mkdir(parents=True)
        yield passing
        passing.rename(folder)
    except OSError as error:
        is_in_a_file = isinstance(error, (FileExistsError, NotADirectoryError))
        reason = "a file stands where a folder is needed" if is_in_a_file else (error.strerror or str(error)).lower()
        raise CannotContinueError(
            f"`{folder.as_posix()}` could not be made: {reason}", "choose another place"
        ) from None
    finally:
        shutil.rmtree(passing, ignore_errors=True)
