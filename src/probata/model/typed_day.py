"""One day, month or year as people type it in English, with the parts that it says.

"Tue 14 Feb 2023", "14th of February, 2023", "Feb. 14, 2023", "14.02.2023" and "2023/2/14" are one day. With dots the
day stands first in every country that writes them; `3/4/2015` is not read, since it is April here and March there.
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import Final, NamedTuple

from probata.model.months import MONTHS

WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SHORT_OF_DAYS: Final = ("mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun")
_NUMBERS_OF_MONTHS: Final = {
    word: number for number, name in enumerate(MONTHS, 1) for word in (name.lower(), name[:3].lower())
} | {"sept": 9}

FIRST_YEAR: Final = 1000
"""Years have four digits."""

_DAY: Final = r"(?:the\s+)?(?P<d>\d{1,2})(?:st|nd|rd|th)?"
_MONTH: Final = r"(?P<m>[a-z]{3,9})\.?"
_YEAR: Final = r"(?P<y>\d{4})"
_FORMS: Final = tuple(
    re.compile(form, re.IGNORECASE | re.ASCII)
    for form in (
        _YEAR,
        rf"{_YEAR}(?P<s>-)(?P<m>\d\d)(?:(?P=s)(?P<d>\d\d))?",
        rf"{_YEAR}(?P<s>[-/.])(?P<m>\d{{1,2}})(?P=s)(?P<d>\d{{1,2}})",
        rf"(?P<d>\d{{1,2}})\.\s?(?P<m>\d{{1,2}})\.(?:\s?{_YEAR})?",
        rf"{_DAY}\.?(?:\s+of\s+|\s+|-){_MONTH}(?:(?:,\s*|\s+of\s+|\s+|-){_YEAR})?",
        rf"{_MONTH}\s+{_DAY}(?:(?:,?\s+|,){_YEAR})?",
        rf"{_MONTH}(?:(?:,\s*|\s+of\s+|\s+|-){_YEAR})?",
        rf"{_DAY}\.?",
        rf"{_DAY},?\s+{_YEAR}",
    )
)
_ABOUT: Final = re.compile(
    r"^(?:about|around|approximately|approx\.?|circa|ca\.?|c\.?|~)\s*(?=\S)|~$", re.IGNORECASE | re.ASCII
)
_BEFORE: Final = re.compile(r"^(?:in|on)\s+(?:or\s+(?=about|around))?", re.IGNORECASE | re.ASCII)
_WEEKDAY: Final = re.compile(
    rf"^(?P<w>{'|'.join((*WEEKDAYS, *_SHORT_OF_DAYS))})(?:\.,?|,)?\s+", re.IGNORECASE | re.ASCII
)


class TypedDay(NamedTuple):
    """What was typed; a part that was not is 0."""

    year: int
    month: int
    day: int
    is_about: bool = False
    weekday: str = ""
    """As it was typed."""

    @property
    def is_whole(self) -> bool:
        """Whether no part is left to be said elsewhere: "the 3rd, 2014" has no month, and is not March."""
        return bool(self.year and (self.month or not self.day))

    @property
    def recorded(self) -> str:
        """The date in the form of records, of one that is whole."""
        parts = (f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part))
        return "~" * self.is_about + "-".join(parts)

    @property
    def true_weekday(self) -> str:
        """The name of the day of the week, where year, month and day are there."""
        whole = self.year and self.month and self.day
        return WEEKDAYS[date(self.year, self.month, self.day).weekday()] if whole else ""

    @property
    def has_its_weekday(self) -> bool:
        """Whether no day of the week was typed, or the one that it was."""
        return self.true_weekday.lower().startswith(self.weekday[:3].lower())


def typed_day(said: str) -> TypedDay | None:
    """Return the parts of a date; `None` where it is none that is understood, or a day that no calendar has.

    Whether the day of the week is right is not asked.
    """
    bare = _BEFORE.sub("", said.strip())
    about = _ABOUT.search(bare)
    bare = _ABOUT.sub("", bare, count=1)
    weekday = _WEEKDAY.match(bare)
    bare = bare[weekday.end() :] if weekday else bare
    for form in _FORMS:
        if (found := form.fullmatch(bare)) and (read := _read(found.groupdict())):
            return read._replace(is_about=bool(about), weekday=weekday["w"] if weekday else "")
    return None


def _read(groups: dict[str, str | None]) -> TypedDay | None:
    year, day = int(groups.get("y") or 0), int(groups.get("d") or 0)
    written = groups.get("m") or ""
    month = int(written) if written.isdecimal() else _NUMBERS_OF_MONTHS.get(written.lower(), 0)
    if written and not 1 <= month <= len(MONTHS):
        return None
    if groups.get("d") and not 1 <= day <= _days_of(year, month):
        return None
    return None if groups.get("y") and year < FIRST_YEAR else TypedDay(year, month, day)


def _days_of(year: int, month: int) -> int:
    """Return the days of a month; the most that it may have where the year or the month is not said."""
    return calendar.monthrange(year or 2000, month)[1] if month else 31
