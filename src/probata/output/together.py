"""Writing several files that belong together: all of them, or none."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from probata.output.atomic import write_atomically
from probata.output.placing_error import PlacingError, placing_error
from probata.source.replaced import Replaced
from probata.source.text_file import whole_file

__all__ = ["Replaced", "write_together"]


def write_together(files: Sequence[Replaced]) -> None:
    """Write all files; where one cannot be written or the user stops the program, those written before are put back.

    Raises `PlacingError` where the system refuses, and where a file is no longer as it was read: somebody has changed
    it, and that change would be lost.
    """
    for file in files:
        if _bytes(file.path) != file.before:
            raise PlacingError(f"`{file.path.name}` was changed in the meantime")
    written: list[Replaced] = []
    try:
        for file in files:
            written.append(file)
            write_atomically(file.path, file.after)
    except BaseException:
        for file in written:
            _put_back(file)
        raise


def _bytes(path: Path) -> bytes | None:
    try:
        return whole_file(path) if path.exists() else None
    except OSError as error:
        raise placing_error(path, error) from error


def _put_back(file: Replaced) -> None:
    if file.before is None:
        if file.path.exists():  # else a disk that is read-only would refuse what need not be done
            file.path.unlink()
    elif _bytes(file.path) != file.before:
        write_atomically(file.path, file.before)
