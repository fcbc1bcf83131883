"""What is kept from one run to the next, as those see it who make it; the folder is the command line's."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, Protocol, TypeVar


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


# What many ask of a case and the case alone decides: worked out at the first time, and kept as long as the case.

T = TypeVar("T")


class WorkedOut:
    """Results by name, for a value that does not change; a changed value has results of its own."""

    def __init__(self) -> None:
        self._known: dict[Hashable, Any] = {}

    def once(self, name: Hashable, work_out: Callable[[], T]) -> T:
        """Return the result of this name, worked out where it is not known yet."""
        if name not in self._known:
            self._known[name] = work_out()
        found: T = self._known[name]
        return found
