"""The changes in groups, and each in one line: how a page and a terminal list them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from probata.redline.changes import ChangeTold

LISTINGS = "Contents and lists, which follow the text"
_LONGEST = 160
"""Signs of a changed passage that a line quotes."""
_MOST = 3
"""Places of one paragraph that a line names."""


@dataclass(frozen=True, slots=True)
class Group:
    """Changes that belong together: those of a record, or below a heading."""

    title: str
    changes: Sequence[ChangeTold]
    why: Sequence[str] = ()
    """What changed in the records."""
    is_folded: bool = False
    """Whether only its title is seen until it is opened: what it lists is said elsewhere."""


def by_heading(changes: Iterable[ChangeTold]) -> list[Group]:
    """Return the changes in groups, one for each heading, and last those of contents and lists."""
    held = list(changes)
    text = (change for change in held if not change.is_listing)
    groups = groupby(text, key=lambda change: change.heading)
    found = [Group(heading or "Before the first heading", tuple(inside)) for heading, inside in groups]
    return [*found, *of_listings(held)]


def of_listings(changes: Iterable[ChangeTold]) -> list[Group]:
    """Return the folded group of the changes in lines of contents and lists, if there are any."""
    found = tuple(change for change in changes if change.is_listing)
    return [Group(LISTINGS, found, is_folded=True)] if found else []


def line_of(change: ChangeTold) -> str:
    """Return a change in one line: `paragraph changed: “2019” to “2020”`."""
    if change.what:
        return f"{change.place} {change.verb}: {_quoted(change.told)}"
    told = [_told(old, new) for old, new in change.words]
    told += [f"{_quoted(text)} is {' and '.join(looks)}" for text, looks in change.turned]
    more = len(told) - _MOST
    return f"{change.place} changed: {'; '.join(told[:_MOST])}" + (f"; and {more} more" if more > 0 else "")


def _told(old: str, new: str) -> str:
    if old == new != "":  # a link or a reference whose words are the same
        return f"{_quoted(new)} leads elsewhere now"
    if old and new:
        return f"{_quoted(old)} to {_quoted(new)}"
    return f"{_quoted(new)} added" if new else f"{_quoted(old) if old else 'a space'} taken out"


def _quoted(text: str) -> str:
    line = " ".join(text.split())
    return f"“{line}”" if len(line) <= _LONGEST else f"“{line[:_LONGEST].rsplit(' ', 1)[0]} …”"
