"""Values by what they have in common, so that nobody goes through all of them for each of many."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)


def grouped(values: Iterable[T], key: Callable[[T], K]) -> dict[K, tuple[T, ...]]:
    """Return the values by their keys; the keys by their first value, and those of one key in their order."""
    found: dict[K, list[T]] = {}
    for value in values:
        found.setdefault(key(value), []).append(value)
    return {one: tuple(several) for one, several in found.items()}
