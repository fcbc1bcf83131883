"""Numbers in attributes of strangers' files."""

from __future__ import annotations

from typing import Final

_LONGEST: Final = 10
"""Digits of the largest number that an attribute of Word may hold; Python refuses thousands of them."""


def decimal(written: str | None) -> int | None:
    """Return a whole number of 0 or more; `None` for anything else."""
    return int(written) if written and written.isdecimal() and len(written) <= _LONGEST else None


def highest(written: list[str]) -> int:
    """Return the highest number of those that are one, 0 where none is."""
    return max((number for one in written if (number := decimal(one)) is not None), default=0)
