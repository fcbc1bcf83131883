"""Dates that are written as numbers alone, and what they may mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from probata.source.xlsx_cell import FIRST_1900

_NUMBERS = re.compile(r"^(?P<a>\d{1,2})(?P<mark>[./-])(?P<b>\d{1,2})(?P=mark)(?P<y>[1-9]\d{3})$", re.ASCII)
"""Day, month and year as numbers, of which one country writes the day first and another the month."""
_BETWEEN = re.compile(r"(?<=\d{4})\s*(?:-|–|—|\bto\b|\buntil\b)\s*(?=\d)", re.IGNORECASE | re.ASCII)
"""Stands between two dates as numbers."""
_COUNTED = range(20_000, 60_000)
"""Numbers that are most likely days as Excel counts them: those of 1954 to 2064."""


def readings(said: str) -> list[str]:
    """Return what numbers may mean: two for `3/4/2015`, one for `21/8/2015` and `4/4/2015`; of two dates, both ends.

    An end that can be read in one way alone is read so in both.
    """
    ends = [list(_days(part)) for part in _BETWEEN.split(said)]
    if len(ends) > 2 or not all(ends):
        return []
    whole = ("/".join(days[min(order, len(days) - 1)] for days in ends) for order in (0, 1))
    return list(dict.fromkeys(whole))


def _days(written: str) -> Iterator[str]:
    """Give the days that numbers may mean, the day first, then the month first; each once."""
    if not (found := _NUMBERS.match(written.strip())):
        return
    days: list[str] = []
    for day, month in (("a", "b"), ("b", "a")):
        try:
            days.append(date(int(found["y"]), int(found[month]), int(found[day])).isoformat())
        except ValueError:
            continue
    yield from dict.fromkeys(days)


def counted_day(said: str) -> date | None:
    """Return the day for which Excel keeps a number, as a cell shows that is not formatted as a date."""
    is_number = said.isascii() and said.isdecimal() and len(said) == len(str(_COUNTED.start))
    return FIRST_1900 + timedelta(days=int(said)) if is_number and int(said) in _COUNTED else None
