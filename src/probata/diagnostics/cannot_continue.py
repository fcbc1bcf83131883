"""Why nothing can be done with what the user gave, for a reason that they can correct."""

from __future__ import annotations

from probata.diagnostics.message import Message


class CannotContinueError(Exception):
    """Ends what was asked for. `message` states the fact, `help` names the next step."""

    def __init__(self, message: str, help: str = "") -> None:
        super().__init__(message)
        self.message = Message(message)
        self.help = Message(help)
