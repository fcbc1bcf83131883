"""Ids for records that the program itself adds."""

from __future__ import annotations

from collections.abc import Collection
from itertools import count

_LONGEST = 80


def free_id(begin: str, end: str, taken: Collection[str]) -> str:
    """Return an id that no record has, of a sane length, from its beginning and its end."""
    for number in count(1):
        last = end if number == 1 else f"{end}-{number}"
        if (name := begin[: _LONGEST - len(last)] + last) not in taken:
            return name
    raise AssertionError
