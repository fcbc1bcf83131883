"""What is said where a file cannot be taken as a Word file."""

from __future__ import annotations

from typing import Final

SAVE_AGAIN: Final = "save it again from Word as `Word Document (*.docx)`"

_THEN: Final = ": "


class WordFileError(Exception):
    """The file is none that we read.

    The message goes on where the name of the file leaves off: `is damaged: save it again …`, so that whoever
    asked for the file says which it is. What is done about it stands behind its last colon: the name of a part or an
    address, which a stranger wrote, may have one too.
    """

    @property
    def fact(self) -> str:
        """What is the matter with the file."""
        return str(self).rpartition(_THEN)[0] or str(self)

    @property
    def step(self) -> str:
        """What is done about it; empty where nothing is said."""
        before, _, step = str(self).rpartition(_THEN)
        return step if before else ""
