"""Notes that are defined below a text, `[^orders]: …`, which are no paragraphs of it."""

from __future__ import annotations

import re

_NOTE_BELOW = re.compile(
    r"^ {0,3}\[\^[^\[\]\s]++\]:[^\n]*+"
    r"(?:\n(?![ \t]*+\n)[^\n]++|(?:\n[ \t]*+(?=\n))++\n(?: {4}|\t)[ \t]*+[^\s][^\n]*+)*+",
    re.MULTILINE,
)
"""A note with the lines and the indented paragraphs that belong to it."""


def without_notes_below(value: str) -> str:
    """Return a text of the same length in which each note below it is blank; its lines stay."""
    return _NOTE_BELOW.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), value) if "[^" in value else value
