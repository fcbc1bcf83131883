"""Reading a file once for all tests and workers of a run: many tests read the same hundred pages."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from hashlib import sha256
from typing import TypeVar

from tests.filings.once import value_made_once

T = TypeVar("T")

LONG = 60_000
"""Bytes from which a file is worth keeping what was read of it."""
FILES = 40


def read_once(read: Callable[[bytes], T]) -> Callable[[bytes], T]:
    """Keep what a reader gives of a file; nobody may change it."""

    @lru_cache(maxsize=FILES)
    @wraps(read)
    def kept(data: bytes) -> T:
        if len(data) < LONG:
            return read(data)
        name = f"{read.__module__}.{read.__name__}-{sha256(data).hexdigest()}"
        return value_made_once(name, lambda: read(data))

    return kept
