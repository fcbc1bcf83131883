"""One thing that a reader of a finished page sees."""

from __future__ import annotations

from typing import NamedTuple


class Item(NamedTuple):
    """Its kind, the number that stands before it without a final stop, and its text."""

    kind: str
    number: str
    text: str
