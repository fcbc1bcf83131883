"""What many ask of a case and the case alone decides: worked out at the first time, and kept as long as the case."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

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
