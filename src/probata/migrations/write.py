"""Writing what a migration changed: all files or none, with the old ones kept."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path

from probata.migrations.migrate import Change
from probata.output import PlacingError, write_atomically
from probata.output.placing_error import placing_error
from probata.output.together import Replaced, write_together
from probata.source.format_version import FORMAT


def keep_and_write(changes: Sequence[Change], folder: Path) -> Path:
    """Copy the old files to `.before-format-…` in `folder`, then write the new ones; return where the old ones are.

    Where one cannot be written or the user stops the program, those written before it are put back, and `PlacingError`
    or the interruption goes on. A machine that breaks down in between leaves the case in its old format by name, since
    the file that names it comes last: the migration can be run again.
    """
    kept = _keep(changes, folder)
    try:
        write_together([Replaced(one.path, one.before.encode(), one.after.encode()) for one in changes])
    except BaseException:
        shutil.rmtree(kept, ignore_errors=True)
        raise
    return kept


def _keep(changes: Sequence[Change], folder: Path) -> Path:
    """Copy the old files into a folder with a passing name, which gets its own name once it is whole."""
    kept = next(place for place in _places(folder / f".before-format-{FORMAT}") if not place.exists())
    passing = kept.with_name(f"{kept.name}.{os.getpid()}.part")
    try:
        passing.mkdir()
        for change in changes:
            write_atomically(passing / change.path.name, change.before.encode())
        passing.rename(kept)
    except OSError as error:
        raise error if isinstance(error, PlacingError) else placing_error(kept, error) from error
    finally:
        shutil.rmtree(passing, ignore_errors=True)
    return kept


def _places(first: Path) -> Iterator[Path]:
    yield first
    yield from (first.with_name(f"{first.name}-{number}") for number in count(2))
