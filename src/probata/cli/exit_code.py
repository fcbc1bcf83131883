"""What the command's exit says."""

from __future__ import annotations

from enum import IntEnum

from probata.diagnostics.message import Message


class ExitCode(IntEnum):
    """Exit codes. They are a promise to scripts."""

    FINE = 0
    FINDINGS = 1
    """`check` has must-fix findings; `build` left something out, could not write a file or refused `--final`."""
    CANNOT_CONTINUE = 2
    """Wrong usage, or nothing can be done with what was given."""
    OUR_FAULT = 3
    """A fault of the program."""
    INTERRUPTED = 130
    """Stopped by the user."""


# The command cannot go on, for a reason that the user can correct.


class CannotContinueError(Exception):
    """Ends the command with exit 2. `message` states the fact, `help` names the next step."""

    def __init__(self, message: str, help: str = "") -> None:
        super().__init__(message)
        self.message = Message(message)
        self.help = Message(help)
