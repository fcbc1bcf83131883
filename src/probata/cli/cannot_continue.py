"""The command cannot go on, for a reason that the user can mend."""

from __future__ import annotations

from probata.diagnostics.message import Message


class CannotContinueError(Exception):
    """Ends the command with exit 2. `message` states the fact, `help` names the next step."""

    def __init__(self, message: str, help: str = "") -> None:
        super().__init__(message)
        self.message = Message(message)
        self.help = Message(help)
