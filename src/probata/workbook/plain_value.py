"""A value inside a record without its places, by the keys and positions that lead to it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
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

    Parts and lists on the way are begun where they are missing, and an entry behind the last of a list. Raises
    `NoPlaceError` where the path cannot be followed.
    """
    holders = [record]
    for step, below in pairwise(loc):
        holder = holders[-1]
        begun: Any = {} if isinstance(below, str) else []
        if isinstance(holder, dict) and isinstance(step, str):
            holders.append(holder.setdefault(step, begun))
        elif isinstance(holder, list) and isinstance(step, int) and step <= len(holder):
            holder += [begun] if step == len(holder) else []
            holders.append(holder[step])
        else:
            raise NoPlaceError(step)
    if text is None:
        _take_out(holders, loc)
    else:
        _put(holders[-1], loc[-1], text)


def _put(holder: Any, step: str | int, text: str) -> None:
    if isinstance(holder, list) and isinstance(step, int) and step <= len(holder):
        holder[step : step + 1] = [text]
    elif isinstance(holder, dict) and isinstance(step, str):
        holder[step] = text
    else:
        raise NoPlaceError(step)


def _take_out(holders: list[Any], loc: Sequence[str | int]) -> None:
    for holder, step in zip(reversed(holders), reversed(loc), strict=True):
        if not isinstance(holder, dict):
            raise NoPlaceError(step)
        holder.pop(step, None)
        if holder:
            return
