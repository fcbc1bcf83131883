"""What people type as a date and no record takes: what it leaves open, and what to write in its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from probata.model.typed_dates import plain_dashes
from probata.model.unclear_dates import (
    BEFORE,
    ENDS,
    of_borrowed,
    of_no_month,
    of_numbers,
    of_short_year,
    of_two,
    of_weekday,
)
from probata.model.vague_times import of_decade, of_no_beginning, of_part, of_side

Said = tuple[str, str]
"""What is wrong, and the next step."""
_WAYS: Final[tuple[Callable[[str], Said | None], ...]] = (
    of_part, of_decade, of_side, of_no_beginning, of_two, of_weekday, of_no_month, of_borrowed,
    of_numbers, of_short_year,
)  # fmt: skip
_LONGEST: Final = 100


def on_unrecorded(written: str) -> Said | None:
    """Return what a text leaves open that is said of a time, with the next step; `None` where it is none of these.

    Of two ends each is looked at: "May 2014 – early 2015" leaves the second open.
    """
    said = plain_dashes(written)
    if len(said) > _LONGEST:
        return None
    found = ((part, *answer) for part in _parts(said) for way in _WAYS if (answer := way(part)))
    part, fact, help = next(found, ("", "", ""))
    if not part:
        return None
    return (fact, help) if part == said else (f"of `{part}`, {fact}", f"for `{part}` {help}")


def _parts(said: str) -> Iterator[str]:
    yield said
    yield from (part for part in ENDS.split(BEFORE.sub("", said)) if part and part != said)
