"""What is wrong with a date, and what to write."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date, timedelta

from probata.model.dates import FORMS, TURNED
from probata.source.xlsx_cell import FIRST_1900

_NUMBERS = re.compile(r"^(?P<a>\d{1,2})(?P<mark>[./-])(?P<b>\d{1,2})(?P=mark)(?P<y>\d{4})$", re.ASCII)
"""Day, month and year as numbers, of which one country writes the day first and another the month."""
_BETWEEN = re.compile(r"(?<=\d{4})\s*(?:-|–|—|\bto\b|\buntil\b)\s*(?=\d)", re.IGNORECASE | re.ASCII)
"""Stands between two dates as numbers."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?:{'|'.join(_MONTHS)})[a-z]{{0,6}}"
_NO_YEAR = re.compile(rf"^(?:\d{{1,2}}[-. /]{{1,2}}{_MONTH}\.?|{_MONTH}\.?[- ]\d{{1,2}})$", re.IGNORECASE | re.ASCII)
"""A day and its month, as Excel shows what was typed without a year: `1-May`."""
_IN_WORDS = re.compile(
    rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[-. ]{{1,2}}(?P<m>{_MONTH})\.?,?[- ](?P<y>[12]\d{{3}})\b",
    re.IGNORECASE | re.ASCII,
)
"""A day whose month is a word: `31 June 2022`."""
_NOT_KNOWN = frozenset(
    (
        "?",
        "-",
        "–",
        "—",
        "n/a",
        "n.a.",
        "na",
        "nil",
        "none",
        "unknown",
        "not known",
        "unclear",
        "tbc",
        "tba",
        "tbd",
        "x",
    )
)
"""What people write where they do not know a date."""
_COUNTED = range(20_000, 60_000)
"""Numbers that are most likely such days: those of 1954 to 2064."""


def message_on_date(written: str, otherwise: str) -> str:
    """Say of `3/4/2015` that it is ambiguous, of `1-May` what it lacks, of any other text what is said `otherwise`."""
    said = written.strip()
    if said.casefold() in _NOT_KNOWN:
        return f"`{written}` is no date"
    if _NO_YEAR.match(said):
        return f"`{written}` is a day without its year"
    if day := _counted(said):
        return f"`{written}` is no date; as Excel counts days, it is {_in_words(day)}"
    if wrong := _no_such_day(said):
        return f"`{written}` is no date: {wrong}"
    readings = _readings(said)
    if len(readings) > 1:
        return f"`{written}` is ambiguous: in one country it is {readings[0]}, in another {readings[1]}"
    return otherwise


def help_on_date(written: str, reason: str) -> str:
    """Return the next step: the date itself where there are one or two that may be meant, else the forms of dates."""
    said = written.strip()
    if reason == TURNED:
        first, _, last = written.partition("/")
        return f"write `{last.strip()}/{first.strip()}`"
    if said.casefold() in _NOT_KNOWN:
        return f"leave the field out where the date is not known; what is known of it may be {FORMS}"
    if _NO_YEAR.match(said):
        return "write the year too, as in `2022-05-01`"
    if day := _counted(said):
        return f"write `{day.isoformat()}` if that is the day"
    readings = _readings(said)
    return f"write {' or '.join(f'`{one}`' for one in readings)}" if readings else f"write {FORMS}"


def _readings(said: str) -> list[str]:
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


def _no_such_day(said: str) -> str:
    """Say what is wrong with a day that there is not, such as `31 June 2022`; nothing where each day is one."""
    for found in _IN_WORDS.finditer(said):
        month = _MONTHS.index(found["m"][:3].lower()) + 1
        days = calendar.monthrange(int(found["y"]), month)[1]
        if not 1 <= int(found["d"]) <= days:
            return f"{calendar.month_name[month]} {found['y']} has {days} days"
    return ""


def _counted(said: str) -> date | None:
    """Return the day for which Excel keeps a number, as a cell shows that is not formatted as a date."""
    is_number = said.isascii() and said.isdecimal() and len(said) == len(str(_COUNTED.start))
    return FIRST_1900 + timedelta(days=int(said)) if is_number and int(said) in _COUNTED else None


def _in_words(day: date) -> str:
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"
