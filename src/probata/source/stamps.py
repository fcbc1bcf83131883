"""What tells that a file of a folder was changed, without reading it."""

from __future__ import annotations

import os
from collections.abc import Hashable, Iterator
from pathlib import Path


def stamp_of_files(path: Path) -> Hashable:
    """Return what changes when a file of a case does, or another takes its place: names, sizes and times."""
    if path.is_file():
        found = path.stat()
        return (path.name, *_stamp(found))
    return tuple(sorted(_stamps(path)))


def _stamp(found: os.stat_result) -> tuple[int, ...]:
    """Return what changes with a file; it was changed, too, where its time was set back."""
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino


def _stamps(folder: Path | str) -> Iterator[tuple[object, ...]]:
    """Give the files of a case; what other programs and this one keep beside them is no part of it."""
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.startswith((".", "~$")):
                    continue
                if entry.is_dir():
                    yield from _stamps(entry.path)
                else:
                    yield entry.path, *_stamp(os.stat(entry.path))  # of an entry, Windows tells no number
    except OSError:  # gone between
        return
