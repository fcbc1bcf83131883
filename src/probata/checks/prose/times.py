"""Dates and periods as texts write them, in English, French and Spanish.

`3 May 2022`, `May 3, 2022`, `May 2022`, `3 to 9 May 2022`, `1er mai 2022`, `du 3 au 9 mai 2022`, `de 2019 à 2024`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from probata.checks.prose.words import by_wording
from probata.model.dates import Point, When
from probata.model.typed_dates import months_of

_YEAR = r"(?:1[89]|20)\d\d"
_LINKS = {
    "en": (r"(?:st|nd|rd|th)?\s+(?:of\s+)?", r",?\s+", r"\s+(?:to|until|till|and)\s+"),
    "fr": (r"(?:er)?\s+", r"\s+", r"\s+(?:au|à|et(?:\s+le)?|jusqu’(?:au|en|à))\s+"),
    "es": (r"(?:\.º)?\s+de\s+", r"\s+(?:de|del)\s+", r"\s+(?:al|a|y(?:\s+el)?|hasta(?:\s+el)?)\s+"),
}
"""What stands between a day and its month, a month and its year, and the two ends of a period."""
_ANY_YEAR = re.compile(r"\d(?<!\d\d)\d{3}(?!\w)")


class StatedTime(NamedTuple):
    """A date or a period, with its place in a text."""

    start: int
    end: int
    first: Point
    last: Point
    """The same as `first` for a date."""

    @property
    def is_period(self) -> bool:
        """Whether it has two ends."""
        return self.first != self.last

    @property
    def when(self) -> When:
        """The time as records have it."""
        return When("", self.first, self.last, is_period=self.is_period)


def point(day: str | None, month: int, year: str) -> Point | None:
    """Return a date from its parts, with 0 for an unknown month; `None` for one that no calendar has."""
    found = Point(int(year), month, int(day or 0))
    return found if found.year > 0 and found.day <= Point(found.year, found.month).last.day else None


@by_wording
def times_in(text: str, language: str = "en") -> tuple[StatedTime, ...]:
    """Return the dates and periods of a text, such as `3 May to 20 June 2022`; what no calendar has is left out.

    Nothing in a language whose dates are not known.
    """
    if language not in _LINKS or not _ANY_YEAR.search(text):
        return ()
    return tuple(_times(text, language))


def _times(text: str, language: str) -> Iterator[StatedTime]:
    for match in _pattern(language).finditer(text):
        last = _point(match, "last", language)
        first = last
        if match["day_to"]:  # `May 3 to 9, 2022`
            month = _month(match["month_in"], language)
            first, last = (point(match[day], month, match["year_in"]) for day in ("day_in", "day_to"))
        elif match["begin"]:
            first = _point(match, "first", language) or _completed(match, last, language)
        if first and last and first.first <= last.last:
            yield StatedTime(match.start(), match.end(), first, last)


def _point(match: re.Match[str], which: str, language: str) -> Point | None:
    groups = match.groupdict()
    year = next(filter(None, (groups.get(f"{key}_{which}") for key in ("year", "alone", "year_us"))), None)
    month = groups.get(f"month_{which}") or groups.get(f"month_us_{which}")
    day = groups.get(f"day_{which}") or groups.get(f"day_us_{which}")
    return point(day, _month(month, language), year) if year else None


def _completed(match: re.Match[str], last: Point | None, language: str) -> Point | None:
    """Return the first date of a period, which leaves its year, or month and year, to the second."""
    groups = match.groupdict()
    month = groups.get("month_part") or groups.get("month_part_us")
    day = groups.get("day_part") or groups.get("day_part_us") or groups.get("day_alone")
    if last is None or not (month or last.month):
        return None
    return point(day, _month(month, language) or last.month, str(last.year))


def _month(name: str | None, language: str) -> int:
    return months_of(language).index(name.casefold()) + 1 if name else 0


@cache
def _pattern(language: str) -> re.Pattern[str]:
    day, of_year, to = _LINKS[language]
    months = "|".join(months_of(language))
    us = language == "en"
    part_us = rf"|(?P<month_part_us>{months})\s+(?P<day_part_us>\d{{1,2}})(?!\d)" if us else ""
    begin = (
        rf"{_whole('first', day, of_year, months, us=us)}"
        rf"{part_us}|(?:(?P<day_part>\d{{1,2}}){day})?(?P<month_part>{months})|(?P<day_alone>\d{{1,2}})(?:er|\.º)?"
    )
    last = _whole("last", day, of_year, months, us=us)
    in_month = (
        rf"(?P<month_in>{months})\s+(?P<day_in>\d{{1,2}}){to}(?P<day_to>\d{{1,2}}),\s+(?P<year_in>{_YEAR})|"
        if us
        else "(?P<day_to>(?!))?"
    )
    return re.compile(
        rf"(?<![\w/.,-])(?:{in_month}(?:(?P<begin>{begin}){to})?(?:{last}))(?!\w|[/.,-]\w)",
        re.IGNORECASE,
    )


def _whole(which: str, day: str, of_year: str, months: str, *, us: bool) -> str:
    american = rf"(?P<month_us_{which}>{months})\s+(?P<day_us_{which}>\d{{1,2}}),\s+(?P<year_us_{which}>{_YEAR})"
    american += ",?|" if which == "first" else "|"
    date = rf"(?:(?P<day_{which}>\d{{1,2}}){day})?(?P<month_{which}>{months}){of_year}(?P<year_{which}>{_YEAR})"
    return rf"{american if us else ''}{date}|(?P<alone_{which}>{_YEAR})"


class Day(NamedTuple):
    """A day of a month, with or without its year, as it is written; it may be one that no calendar has."""

    start: int
    end: int
    day: int
    month: int
    year: int | None


@by_wording
def days_in(text: str, language: str) -> tuple[Day, ...]:
    """Return the days of a text that are written with their month; English months have a capital, as may be verbs."""
    if language not in _LINKS:
        return ()
    return tuple(_day(match, language) for match in _days(language).finditer(text))


def _day(match: re.Match[str], language: str) -> Day:
    groups = match.groupdict()
    day, month, year = (groups[key] or groups.get(f"{key}_us") for key in ("day", "month", "year"))
    return Day(match.start(), match.end(), int(day or 0), _month(month, language), int(year) if year else None)


@cache
def _days(language: str) -> re.Pattern[str]:
    day, of_year, _ = _LINKS[language]
    months = "|".join(one.capitalize() if language == "en" else one for one in months_of(language))
    us = rf"|(?P<month_us>{months})\s+(?P<day_us>\d{{1,2}})(?:st|nd|rd|th)?,\s+(?P<year_us>{_YEAR})"
    return re.compile(
        rf"(?<![\w.,:/§$£€-])(?:(?P<day>\d{{1,2}}){day}(?P<month>{months})(?:{of_year}(?P<year>{_YEAR}))?"
        rf"{us if language == 'en' else ''})(?!\w)"
    )


@by_wording
def months_in(text: str, language: str) -> tuple[int, ...]:
    """Return the months that a text names beside a day or year, so that "may" and "mars" are no verb and no planet."""
    day, of_year, _ = _LINKS[language]
    months = "|".join(months_of(language))
    named = re.compile(rf"(?:\d{{1,2}}{day})(?P<a>{months})\b|\b(?P<b>{months})(?=(?:{of_year})\d)", re.IGNORECASE)
    return tuple(_month(match["a"] or match["b"], language) for match in named.finditer(text))
