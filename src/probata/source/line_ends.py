"""One sign for the end of a line, whichever program wrote it, so that a text is the same in each form of a case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any


def line_ends(text: str) -> str:
    r"""Return a text whose lines end in `\n`; an escape in quotation marks, or in a cell, is read so too."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def with_line_ends(value: Any) -> Any:
    """Return plain values, strings, lists and parts in each other, with all their texts so."""
    if isinstance(value, str):
        return line_ends(value)
    if isinstance(value, Mapping):
        return {key: with_line_ends(inner) for key, inner in value.items()}
    return [with_line_ends(inner) for inner in value] if isinstance(value, Sequence) else value
