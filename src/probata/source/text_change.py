"""What may be changed in a YAML case file: the words of a text, a field that comes in, a field that goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from probata.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of a text as it was read, from a character to just before another, that becomes other words."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Reworded:
    """Other words in one text, which is known by its place as the file was read."""

    place: Span
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Filled:
    """A field that a record or a part of one gets; the part is known by its place as the file was read."""

    place: Span
    key: str
    value: Any
    """A text, a list of texts, or a list of parts with texts."""


@dataclass(frozen=True, slots=True)
class Removed:
    """A field that goes, with its key and its lines; it is known by the place of its value as the file was read."""

    place: Span


TextChange = Reworded | Filled | Removed


def edited(text: str, edits: Sequence[Edit]) -> str:
    """Return a text with the edits made. Raises `ValueError` where they overlap or reach out of it."""
    made, at = "", 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if not at <= edit.start <= edit.end <= len(text):
            raise ValueError("edits overlap or reach out of the text")
        made += text[at : edit.start] + edit.words
        at = edit.end
    return made + text[at:]
