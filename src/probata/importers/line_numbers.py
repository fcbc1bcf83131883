"""On which line a character of a text stands, for many characters of a large text."""

from __future__ import annotations

import re
from bisect import bisect_right


class LineNumbers:
    """The lines of one text, which ends its lines in single line feeds."""

    def __init__(self, text: str) -> None:
        """Find where lines begin, once."""
        self._starts = [found.end() for found in re.finditer("\n", text)]

    def of(self, place: int) -> int:
        """Return the line, from 1, of the character at a place, from 0."""
        return bisect_right(self._starts, place) + 1
