"""Dates of two records that are compared: whether both can be right."""

from __future__ import annotations

from typing import Any

from probata.importers.same import of_text
from probata.model.dates import When, parse_when
from probata.model.typed_dates import as_recorded


def dates_agree(ours: str, theirs: str) -> bool:
    """Tell whether two dates can both be right: one says no more than the other, or leaves an end open."""
    one, other = when_said(ours), when_said(theirs)
    if not one or not other:
        return of_text(ours) == of_text(theirs)
    if one.is_period != other.is_period:
        return False
    if not one.is_period:
        return _within(one, other) or _within(other, one)
    pairs = ((one.start, other.start), (one.end, other.end))
    return all(
        not a or not b or (a.first <= b.first and b.last <= a.last) or (b.first <= a.first and a.last <= b.last)
        for a, b in pairs
    )


def _within(one: When, other: When) -> bool:
    return one.first <= other.first and other.last <= one.last


def when_said(text: Any) -> When | None:
    """Return the date that a text says, as people type it or as records have it; `None` where it says none."""
    try:
        return parse_when(as_recorded(text)) if isinstance(text, str) else None
    except ValueError:
        return None
