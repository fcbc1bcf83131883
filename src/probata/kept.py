"""What is kept from one run to the next, as those see it who make it; the folder is the command line's."""

from __future__ import annotations

from typing import Protocol


class Store(Protocol):
    """Where results are kept, each under the hash of all that it was made from.

    It may forget any of them at any time, gives nothing that is damaged or of another key, and raises nothing.
    """

    def read(self, key: str) -> bytes | None:
        """Return what was written under a key, or `None`."""

    def write(self, key: str, data: bytes) -> None:
        """Keep something under a key, wholly or not at all."""


class InMemory:
    """A store for as long as the process runs."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._kept: dict[str, bytes] = {}

    def read(self, key: str) -> bytes | None:
        """Return what was written under a key, or `None`."""
        return self._kept.get(key)

    def write(self, key: str, data: bytes) -> None:
        """Keep something under a key."""
        self._kept[key] = data
