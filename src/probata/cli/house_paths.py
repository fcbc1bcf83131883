"""Paths in `probata.toml` that are written well and lead nowhere: what is said of them, and what to write."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath, PureWindowsPath

from probata.forum.discovery import PROFILE, forum_folders

Said = tuple[str, str]
"""A message and the next step."""


def not_followed(written: str) -> Said | None:
    """Tell of a path with the `~` of a shell, or one of a drive or server of Windows on another system.

    Each would be a folder of that very name here. `~$letter.docx`, as Word calls its passing files, is a name.
    """
    first, *more = PurePosixPath(written.replace("\\", "/")).parts
    if first == "~" or (first.startswith("~") and more):
        return f"`{first}` is not followed to a folder", f"write the whole path that it stands for, or {_FROM_HERE}"
    drive = PureWindowsPath(written).drive
    if drive and os.name != "nt":
        return f"`{drive}` is a drive or server of Windows, and this computer has none", f"write {_FROM_HERE}"
    return None


_FROM_HERE = "the path from the folder of this file, such as `filings`: it holds on each computer"


def without_forums(folder: Path) -> Said | None:
    """Tell of a folder that holds something and no forum; one that is empty waits for the first."""
    if (folder / PROFILE).is_file():
        return f"`{folder.as_posix()}` is a forum and not the folder of them", "name the folder in which it lies"
    held = any(not path.name.startswith(".") for path in folder.iterdir())
    if not held or forum_folders([folder]):
        return None
    return (
        f"no forum lies in the folder `{folder.as_posix()}`",
        f"name the folder in which those of your forums lie; each has a `{PROFILE}`",
    )
