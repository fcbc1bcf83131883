"""The folders of the output folder: made where they are missing, never followed where they lead elsewhere."""

from __future__ import annotations

import os
from pathlib import Path

from probata.output.placing_error import PlacingError, placing_error


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
