"""Choices that look like chance and are the same each time."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from itertools import count
from typing import TypeVar

One = TypeVar("One")


class Choices:
    """Choices that look like chance and are the same each time."""

    def __init__(self, seed: int) -> None:
        self._numbers = (hashlib.sha256(f"{seed} {place}".encode()).digest() for place in count())

    def below(self, most: int) -> int:
        """Return a number from 0 up to, not with, `most`."""
        return int.from_bytes(next(self._numbers)[:8], "big") % most

    def of(self, things: Sequence[One]) -> One:
        """Return one of some things."""
        return things[self.below(len(things))]

    def some(self, things: Sequence[One], number: int) -> list[One]:
        """Return so many of them, each once."""
        left = list(things)
        return [left.pop(self.below(len(left))) for _ in range(number)]
