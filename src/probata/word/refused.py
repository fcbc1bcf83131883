"""What is said where a file cannot be taken as a Word file."""

from __future__ import annotations

from typing import Final

SAVE_AGAIN: Final = "save it again from Word as `Word Document (*.docx)`"


class WordFileError(Exception):
    """The file is none that we read.

    The message goes on where the name of the file leaves off: `is damaged: save it again …`, so that whoever
    asked for the file says which it is.
    """
