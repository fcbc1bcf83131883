"""Dates as English texts write them: `3 May 2022`, `May 3, 2022`, `May 2022`, `2022`."""

from __future__ import annotations

import re

from probata.model.dates import Point

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_MONTH = "|".join(MONTHS)
WRITTEN_DATE = (
    rf"(?:(?P<day>\d{{1,2}})\s+(?P<month>{_MONTH})\s+(?P<year>\d{{4}})"
    rf"|(?P<month_us>{_MONTH})\s+(?P<day_us>\d{{1,2}}),\s+(?P<year_us>\d{{4}})"
    rf"|(?P<month_only>{_MONTH})\s+(?P<year_of_month>\d{{4}})|(?P<year_only>\d{{4}}))(?!\d)"
)
"""Part of a pattern without regard to case; a match of it goes to `point_of`."""


def point_of(match: re.Match[str]) -> Point | None:
    """Return the date that a match of `WRITTEN_DATE` writes; `None` for one that no calendar has."""
    year = match["year"] or match["year_us"] or match["year_of_month"] or match["year_only"]
    month = match["month"] or match["month_us"] or match["month_only"]
    day = match["day"] or match["day_us"]
    return point(day, month, year)


def point(day: str | None, month: str | None, year: str) -> Point | None:
    """Return a date from its parts; `None` for one that no calendar has."""
    found = Point(int(year), MONTHS.index(month.lower()) + 1 if month else 0, int(day or 0))
    is_one = found.year > 0 and found.day <= Point(found.year, found.month).last.day
    return found if is_one else None
