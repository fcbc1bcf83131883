"""A file that cannot be made into pages: which, why, and what is done about it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file is not joined, for the team: sentences that go on where the name of the file leaves off."""

    name: str
    """Short name of the reason, such as `has-a-password`; always the same for the same reason."""
    reason: str
    """Such as `has a password`."""
    step: str
    """What to do, such as `take the password off and preserve the file again`."""


class RefusedError(Exception):
    """Raised where pages are made, to leave off at once."""

    def __init__(self, name: str, reason: str, step: str) -> None:
        super().__init__(name)
        self.refusal = Refusal(name, reason, step)
