"""Consoles and the case argument, shared by the commands."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

if TYPE_CHECKING:
    from probata.pipeline import Session, Workspace


class CannotContinueError(Exception):
    """What the user asked for cannot be begun; the message says why and what to do."""


def console() -> Console:
    """Return the console for results; colour and animation only in a terminal, and never with NO_COLOR."""
    return Console(highlight=False, soft_wrap=True)


def error_console() -> Console:
    """Return the console for messages about the run."""
    return Console(stderr=True, highlight=False, soft_wrap=True)


def workspace() -> Workspace:
    """Return the workspace: a folder `templates` where the command runs, then the program's own."""
    from probata.pipeline import open_workspace

    local = Path("templates")
    return open_workspace(local if local.is_dir() else None)


def open_session(case: str) -> tuple[Session, Workspace]:
    """Open a case by its folder, its file, or its name below `claims`."""
    from probata.pipeline import open_case

    path = find_case(case)
    space = workspace()
    return open_case(path, path.as_posix(), space), space


def find_case(case: str) -> Path:
    """Return the path of a case; raises `CannotContinueError` with the cases that exist."""
    given = Path(case)
    for path in (given, Path("claims") / case):
        if path.is_dir() or path.is_file():
            return path
    there = sorted(p.name for p in Path("claims").iterdir() if p.is_dir()) if Path("claims").is_dir() else []
    known = f" The cases here are: {', '.join(there)}." if there else ""
    raise CannotContinueError(f"There is no case `{case}`: give its folder, such as claims/example.{known}")


def is_interactive(stream: Console) -> bool:
    """Tell whether a person watches: a terminal that can redraw a line."""
    return stream.is_terminal and not os.environ.get("CI")
