"""What is read of a wording alone is read once: the records of a large case repeat few wordings."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar, cast

P = ParamSpec("P")
T = TypeVar("T")

_WORDINGS = 200_000
"""More than a case of 50,000 records has. A cache that is too small for a case finds nothing in it again, since each
check goes through all texts in the same order."""


def by_wording(read: Callable[P, T]) -> Callable[P, T]:
    """Keep what a function reads of each text; it looks at its arguments alone, and what it returns never changes."""
    return cast("Callable[P, T]", lru_cache(maxsize=_WORDINGS)(read))
