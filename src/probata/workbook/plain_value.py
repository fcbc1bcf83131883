"""A value inside a record without its places, by the keys and positions that lead to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


class NoPlaceError(LookupError):
    """A path leads through a list that has no such entry, through a text, or would take an entry out of a list."""


def value_at(record: Any, loc: Sequence[str | int]) -> Any:
    """Return the value at a path; `None` where nothing stands there."""
    for step in loc:
        if isinstance(record, dict):
            record = record.get(step)
        elif isinstance(record, list) and isinstance(step, int) and step < len(record):
            record = record[step]
        else:
            return None
    return record


def put_in(record: Any, loc: Sequence[str | int], text: str | None) -> None:
    """Put a text at a path; `None` takes out what stands there, and each part that holds nothing then.

    Parts on the way are begun where they are missing. Raises `NoPlaceError` where the path cannot be followed.
    """
    holders = [record]
    for step in loc[:-1]:
        holder = holders[-1]
        if isinstance(holder, dict) and isinstance(step, str):
            holders.append(holder.setdefault(step, {}))
        elif isinstance(holder, list) and isinstance(step, int) and step < len(holder):
            holders.append(holder[step])
        else:
            raise NoPlaceError(step)
    if text is None:
        _take_out(holders, loc)
    else:
        _put(holders[-1], loc[-1], text)


def _put(holder: Any, step: str | int, text: str) -> None:
    is_entry = isinstance(holder, list) and isinstance(step, int) and step < len(holder)
    if not is_entry and not (isinstance(holder, dict) and isinstance(step, str)):
        raise NoPlaceError(step)
    holder[step] = text


def _take_out(holders: list[Any], loc: Sequence[str | int]) -> None:
    for holder, step in zip(reversed(holders), reversed(loc), strict=True):
        if not isinstance(holder, dict):
            raise NoPlaceError(step)
        holder.pop(step, None)
        if holder:
            return
