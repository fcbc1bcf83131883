"""Why a file could not be put into its place."""

from __future__ import annotations

import errno
from pathlib import Path

from probata.output.open_elsewhere import open_in
from probata.source.file_names import LONGEST

_OF_LONG_PATHS = {errno.ENAMETOOLONG, errno.ENOENT, errno.EINVAL}
"""What systems say of a path that is too long; Windows says that there is no such file."""


class PlacingError(OSError):
    """A file or folder could not be written; the message says which and what to do, in the user's words."""


def placing_error(path: Path, error: OSError) -> PlacingError:
    """Say in plain words why the system refused to write `path`; what says so already stays as it is."""
    if isinstance(error, PlacingError):
        return error
    where = f"`{path.as_posix()}` could not be written"
    if error.errno == errno.ENOSPC:
        return PlacingError(f"{where}: the disk is full")
    if error.errno == errno.EROFS:
        return PlacingError(f"{where}: the disk or folder is read-only; work on a copy elsewhere")
    if (long := len(str(path.absolute()))) > LONGEST and error.errno in _OF_LONG_PATHS:
        return PlacingError(f"{where}: its path has {long} characters, which is more than the system takes; "
                            "choose a shorter folder with `--out`")  # fmt: skip
    if isinstance(error, PermissionError) and (program := open_in(path)):
        return PlacingError(f"{where}: it is open in {program}; close it there, then build again")
    if isinstance(error, PermissionError):
        return PlacingError(f"{where}: you may not write there, or another program has it open")
    if isinstance(error, (FileExistsError, NotADirectoryError)):
        return PlacingError(f"{where}: a file stands where a folder is needed")
    return PlacingError(f"{where}: {(error.strerror or str(error)).lower()}")
