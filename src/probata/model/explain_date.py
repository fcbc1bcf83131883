"""What is wrong with a date, and what to write."""

from __future__ import annotations

import re
from datetime import date

from probata.model.dates import FORMS, TURNED

_NUMBERS = re.compile(r"^(?P<a>\d{1,2})(?P<mark>[./-])(?P<b>\d{1,2})(?P=mark)(?P<y>\d{4})$", re.ASCII)
"""Day, month and year as numbers, of which one country writes the day first and another the month."""


_NO_YEAR = re.compile(
    r"^(?:\d{1,2}[-. /]{1,2}(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?[- ]\d{1,2})$",
    re.IGNORECASE | re.ASCII,
)
"""A day and its month, as Excel shows what was typed without a year: `1-May`."""


def message_on_date(written: str, otherwise: str) -> str:
    """Say of `3/4/2015` that it is ambiguous, of `1-May` what it lacks, of any other text what is said `otherwise`."""
    if _NO_YEAR.match(written.strip()):
        return f"`{written}` is a day without its year"
    days = _days(written)
    if len(days) > 1:
        return f"`{written}` is ambiguous: in one country it is {days[0]}, in another {days[1]}"
    return otherwise


def help_on_date(written: str, reason: str) -> str:
    """Return the next step: the date itself where there are one or two that may be meant, else the forms of dates."""
    if reason == TURNED:
        first, _, last = written.partition("/")
        return f"write `{last.strip()}/{first.strip()}`"
    if _NO_YEAR.match(written.strip()):
        return "write the year too, as in `2022-05-01`"
    days = _days(written)
    return f"write {' or '.join(f'`{day}`' for day in days)}" if days else f"write {FORMS}"


def _days(written: str) -> list[str]:
    """Return the days that numbers may mean: two for `3/4/2015`, one for `21/8/2015` and `4/4/2015`."""
    if not (found := _NUMBERS.match(written.strip())):
        return []
    days: list[str] = []
    for day, month in (("a", "b"), ("b", "a")):
        try:
            days.append(date(int(found["y"]), int(found[month]), int(found[day])).isoformat())
        except ValueError:
            continue
    return list(dict.fromkeys(days))
