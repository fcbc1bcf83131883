"""Writing a file whole: a build that is stopped leaves the old file or the new one, never half of one."""

from __future__ import annotations

import os
from pathlib import Path

from probata.output.placing_error import placing_error


def write_atomically(path: Path, data: bytes) -> None:
    """Write `data` beside `path` under a passing name and move it into place.

    Raises `PlacingError` where the system refuses; the file that stood there is then as it was.
    """
    # The process's number keeps two builds at the same time from writing into one passing file.
    passing = path.with_name(f".{path.name}.{os.getpid()}.part")
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
