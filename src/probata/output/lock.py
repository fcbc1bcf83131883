"""One build of a case at a time: two that write at once would each take the other's files for edited ones.

The lock is the system's own, on an open file. It ends with the process, however that ends, so none is ever left behind;
the file itself stays and means nothing.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from probata.output.atomic import PlacingError, make_own_folder, placing_error, refuse_link, remove_leftovers

NAME = ".lock"
"""Name of the file, in the output folder of the case."""

_HELD = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}
"""What systems say where another process holds the lock."""


class FolderInUseError(PlacingError):
    """Another build writes into the folder just now."""


@contextmanager
def hold(folder: Path) -> Iterator[None]:
    """Keep other builds out of `folder`, which is made where it is missing.

    Raises `FolderInUseError` at once where another process holds it, `PlacingError` where nothing can be written there.
    A disk that knows no locks, as some network drives, is written to without one.
    """
    make_own_folder(folder)
    refuse_link(folder / NAME)
    try:
        descriptor = os.open(folder / NAME, os.O_RDWR | os.O_CREAT)
    except OSError as error:
        raise placing_error(folder, error) from error
    try:
        if _lock(descriptor, folder):
            remove_leftovers(folder)
        yield
    finally:
        os.close(descriptor)


def _lock(descriptor: int, folder: Path) -> bool:
    """Tell whether the folder is ours alone now; on a disk without locks it is not."""
    try:
        lock_file(descriptor)
    except OSError as error:
        if error.errno in _HELD:
            raise FolderInUseError(f"another build is writing to `{folder.as_posix()}` just now") from None
        return False
    return True


if sys.platform == "win32":
    import msvcrt

    def lock_file(descriptor: int) -> None:
        """Lock the first byte of the file, or raise `OSError` at once."""
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def lock_file(descriptor: int) -> None:
        """Lock the file, or raise `OSError` at once."""
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
