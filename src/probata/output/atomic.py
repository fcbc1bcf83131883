"""Writing a file whole: a build that is stopped leaves the old file or the new one, never half of one."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from probata.source.file_names import LONGEST, open_in

# Why a file could not be put into its place.

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
    if isinstance(error, PermissionError) and (program := open_in(path)[0]):
        return PlacingError(f"{where}: it is open in {program}; close it there, then build again")
    if isinstance(error, PermissionError):
        return PlacingError(f"{where}: you may not write there, or another program has it open")
    if isinstance(error, (FileExistsError, NotADirectoryError)):
        return PlacingError(f"{where}: a file stands where a folder is needed")
    return PlacingError(f"{where}: {(error.strerror or str(error)).lower()}")


def write_atomically(path: Path, data: bytes, by_way_of: Path | None = None) -> None:
    """Write `data` under a passing name beside `path`, or in another folder of the same disk, and move it into place.

    Raises `PlacingError` where the system refuses; the file that stood there is then as it was.
    """
    # The process's number keeps two builds at the same time from writing into one passing file.
    passing = (by_way_of or path.parent) / f".{path.name}.{os.getpid()}.part"
    try:
        with passing.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        passing.replace(path)
    except OSError as error:
        raise placing_error(path, error) from error
    finally:
        _remove(passing)


def remove_leftovers(folder: Path) -> None:
    """Remove what a killed build left in the folders below `folder`; call it only while nobody else can write there."""
    for passing in folder.glob("**/.*.part"):
        _remove(passing)


def _remove(passing: Path) -> None:
    try:
        passing.unlink(missing_ok=True)
    except OSError:
        # It could not even be made, or its folder went away; the reason is reported already.
        return


# The folders of the output folder: made where they are missing, never followed where they lead elsewhere.


def make_own_folder(folder: Path) -> None:
    """Make a folder in which the program writes; raises `PlacingError` where it is a link or cannot be made."""
    refuse_link(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise placing_error(folder, error) from error


def refuse_link(path: Path) -> None:
    """Raise `PlacingError` for a link, a junction of Windows too: who put it there would say where documents go."""
    # Not by `is_symlink`, which knows no junctions; capitals are those of the disk, which Windows and macOS let differ.
    real, own = os.path.realpath(path), os.path.join(os.path.realpath(path.parent), path.name)
    if real.casefold() != own.casefold():
        raise PlacingError(f"`{path.as_posix()}` is a link that leads elsewhere, and nothing is written there: "
                           "delete the link, or put what it leads to in its place")  # fmt: skip
