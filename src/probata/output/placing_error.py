"""Why a file could not be put into its place."""

from __future__ import annotations

import errno
from pathlib import Path


class PlacingError(Exception):
    """A file or folder could not be written; the message says which and what to do, in the user's words."""


def placing_error(path: Path, error: OSError) -> PlacingError:
    """Say in plain words why the system refused to write `path`."""
    if error.errno == errno.ENOSPC:
        return PlacingError(f"`{path}` could not be written: the disk is full")
    if error.errno == errno.EROFS:
        return PlacingError(f"`{path}` could not be written: the disk may only be read; choose a folder with `--out`")
    if isinstance(error, PermissionError):
        return PlacingError(
            f"`{path}` could not be written: you may not write there, or another program has it open; "
            "close it there, or choose a folder with `--out`"
        )
    if isinstance(error, (FileExistsError, NotADirectoryError)):
        return PlacingError(f"`{path}` could not be written: a file stands where a folder is needed")
    return PlacingError(f"`{path}` could not be written: {(error.strerror or str(error)).lower()}")
