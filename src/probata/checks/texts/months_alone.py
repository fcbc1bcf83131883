"""Months and days that texts in English tell without their year: “left in June”, “on 3 May”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from probata.checks.texts.dates_in_text import MONTHS, ToldTime
from probata.checks.texts.marked_clauses import listed_words, part_of_time
from probata.model.dates import Point

_ANY_YEAR = 2000
"""A year with every day that a year may have."""
_NAMES = "|".join(month.capitalize() for month in MONTHS)
_ALONE = re.compile(
    rf"(?<=\s)(?:(?P<day>\d{{1,2}})\s+(?P<month>{_NAMES})|(?P<month_us>{_NAMES})(?:\s+(?P<day_us>\d{{1,2}})(?!\w))?)"
    r"(?!\w|,?\s+\d)"
)
"""May and March are verbs in small letters."""


def months_alone(text: str) -> Iterator[ToldTime]:
    """Give them in order, in a year that is not theirs; a day that no month has is left out."""
    for match in _ALONE.finditer(text):
        month = MONTHS.index((match["month"] or match["month_us"]).lower()) + 1
        told = Point(_ANY_YEAR, month, int(match["day"] or match["day_us"] or 0))
        if _leads().search(text[: match.start()]) and told.day <= Point(_ANY_YEAR, month).last.day:
            yield ToldTime(match.start(), match.end(), told, told)


@cache
def _leads() -> re.Pattern[str]:
    words = "|".join(listed_words("tenure", key) for key in ("at_time", "until", "since"))
    return re.compile(rf"\b(?:{words})\s+{part_of_time()}$", re.IGNORECASE)
