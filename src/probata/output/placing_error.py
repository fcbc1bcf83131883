"""Why a file could not be put into its place."""

from __future__ import annotations

import errno
from pathlib import Path


class PlacingError(OSError):
    """A file or folder could not be written; the message says which and what to do, in the user's words."""


def placing_error(path: Path, error: OSError) -> PlacingError:
    """Say in plain words why the system refused to write `path`."""
    where = f"`{path.as_posix()}` could not be written"
    if error.errno == errno.ENOSPC:
        return PlacingError(f"{where}: the disk is full")
    if isinstance(error, PermissionError):
        return PlacingError(f"{where}: you may not write there, or another program has it open")
    if isinstance(error, (FileExistsError, NotADirectoryError)):
        return PlacingError(f"{where}: a file stands where a folder is needed")
    return PlacingError(f"{where}: {(error.strerror or str(error)).lower()}")
