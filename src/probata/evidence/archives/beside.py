"""Files that lie beside an archive and belong to it: found by the end of the path that it gives, and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from probata.diagnostics import Diagnostic
from probata.evidence.archives.limits import Limits, skipped

_LAST_PARTS = 3
"""Parts of a path that may still hold beside the archive: `media/2026/photo.jpg`."""


@dataclass(frozen=True, slots=True)
class Reachable:
    """A file that an archive names and that is there."""

    read: Callable[[], bytes | Diagnostic]
    path: Path | None = None
    """Where it lies; `None` inside an archive."""


Finds = Callable[[str], Reachable | None]
"""Of a path or name as an archive gives it: the file, if it is there."""


def files_beside(archive: Path, limits: Limits) -> Finds:
    """Return what finds files in the folder of an archive and below it. A link is none, on the way there too."""
    folder = archive.parent

    def find(written: str) -> Reachable | None:
        parts = [part for part in re.split(r"[/\\]", written[-1_000:]) if part not in ("", ".")]
        if not parts or ".." in parts or any(":" in part for part in parts):
            return None
        for start in range(max(0, len(parts) - _LAST_PARTS), len(parts)):
            found = folder.joinpath(*parts[start:])
            if found != archive and _is_plain(found, folder):
                return Reachable(partial(read_within, found, limits), found)
        return None

    return find


def _is_plain(path: Path, folder: Path) -> bool:
    try:
        between = [path, *path.parents]
        if any(one.is_symlink() for one in between[: between.index(folder)]):
            return False
        return path.is_file()
    except (OSError, ValueError):
        return False


def read_within(path: Path, limits: Limits) -> bytes | Diagnostic:
    """Return what a file holds, or why it is not read."""
    try:
        with path.open("rb") as stream:
            data = stream.read(limits.one + 1)
    except OSError as error:
        return skipped("unread-item", f"the file cannot be read ({error.strerror})", path.name)
    if len(data) > limits.one:
        return skipped("item-too-large", f"it is larger than {limits.one:,} bytes", path.name)
    return data
