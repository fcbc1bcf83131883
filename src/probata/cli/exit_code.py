"""What the command's exit says."""

from __future__ import annotations

from enum import IntEnum

from probata.diagnostics.cannot_continue import CannotContinueError

__all__ = ["CannotContinueError", "ExitCode"]


class ExitCode(IntEnum):
    """Exit codes. They are a promise to scripts."""

    FINE = 0
    FINDINGS = 1
    """`check` has must-fix findings; `build` left something out, could not write a file or refused `--final`."""
    CANNOT_CONTINUE = 2
    """Wrong usage, or nothing can be done with what was given; see `CannotContinueError`."""
    OUR_FAULT = 3
    """A fault of the program."""
    INTERRUPTED = 130
    """Stopped by the user."""
