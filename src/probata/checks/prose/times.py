"""Dates and periods as texts write them, in English, French and Spanish."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from probata.checks.prose.words import by_wording, word_list
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


_MONTH_OR_DAY = rf"\d{{1,2}}\s+(?:{_MONTH})|(?:{_MONTH})\s+\d{{1,2}}(?!\d)|(?:{_MONTH})|\d{{1,2}}"
_ANY = (
    rf"(?:\d{{1,2}}\s+(?:{_MONTH})\s+\d{{4}}|(?:{_MONTH})\s+\d{{1,2}},\s+\d{{4}}|(?:{_MONTH})\s+\d{{4}}"
    r"|(?:1[89]|20)\d\d)(?!\w|[/.,-]\w)"
)
_TO = r"\s+(?:to|until|till|and)\s+"
_TIME = re.compile(
    rf"(?<![\w/.,-])(?:(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}}){_TO}(?P<day_last>\d{{1,2}}),\s+(?P<year>\d{{4}})(?!\w)"
    rf"|(?:(?:(?P<first_us>(?:{_MONTH})\s+\d{{1,2}},\s+\d{{4}}),|(?P<first>{_ANY}|{_MONTH_OR_DAY})){_TO})?"
    rf"(?P<last>{_ANY}))",
    re.IGNORECASE,
)
"""A date, or two of a period; two days of one month in the American form, `May 3 to 9, 2022`, stand by themselves."""
_LINKS = {
    "fr": (r"(?:er)?\s+", r"\s+", r"(?:au|à|et(?:\s+le)?|jusqu’(?:au|en|à))"),
    "es": (r"(?:\.º)?\s+de\s+", r"\s+(?:de|del)\s+", r"(?:al|a|y(?:\s+el)?|hasta(?:\s+el)?)"),
}
"""What stands between a day and its month, a month and its year, and the two ends of a period."""
_WRITTEN = re.compile(WRITTEN_DATE, re.IGNORECASE)
_YEAR = re.compile(r"\d(?<!\d\d)\d{3}(?!\w)(?:(?![/.,-]\w)|(?<=[,\s]\s\d{4}))")
"""What stands in every date: a year that does not go on as a date in digits does, or that stands behind a comma.

The digit comes first and what must not stand before it afterwards: the search leaps.
"""


class ToldTime(NamedTuple):
    """A date or a period, with its place in a text."""

    start: int
    end: int
    first: Point
    last: Point
    """The same as `first` for a date."""


@by_wording
def times_in(text: str, language: str = "en") -> tuple[ToldTime, ...]:
    """Return the dates and periods of a text, such as `3 May to 20 June 2022`; what no calendar has is left out.

    Nothing in a language whose dates are not known.
    """
    if not _YEAR.search(text):
        return ()
    if language == "en":
        return tuple(_times_in_english(text))
    return tuple(_times_in_other(text, language)) if language in _LINKS else ()


def _times_in_english(text: str) -> Iterator[ToldTime]:
    for match in _TIME.finditer(text):
        month, year = match["month"], match["year"]
        last = point(match["day_last"], month, year) if year else _point_in(match["last"])
        first = point(match["day"], month, year) if year else last
        if begins := match["first_us"] or match["first"]:
            first = _completed(begins, match["last"])
        if first and last and first.first <= last.last:
            yield ToldTime(match.start(), match.end(), first, last)


def _times_in_other(text: str, language: str) -> Iterator[ToldTime]:
    for match in _other_time(language).finditer(text):
        last = _other_point(language, match["day"], match["month"], match["year"] or match["alone"])
        first = last
        if match["from"]:
            month, year = match["month_from"] or match["month"], match["year_from"] or match["year"] or match["alone"]
            first = _other_point(language, match["day_from"], month, year)
        if first and last and first.first <= last.last:
            yield ToldTime(match.start(), match.end(), first, last)


def _other_point(language: str, day: str | None, month: str | None, year: str) -> Point | None:
    months = [str(one) for one in word_list("tenure", language)["months"]]
    return point(day, MONTHS[months.index(month.casefold())] if month else None, year)


@cache
def _other_time(language: str) -> re.Pattern[str]:
    day, of_year, to = _LINKS[language]
    months = "|".join(word_list("tenure", language)["months"])
    year = r"(?:1[89]|20)\d\d"
    end = rf"(?:(?:(?P<day>\d{{1,2}}){day})?(?P<month>{months}){of_year}(?P<year>{year})|(?P<alone>{year}))"
    begin = (
        rf"(?P<from>(?:(?P<day_from>\d{{1,2}})(?:{day}(?P<month_from>{months}))?(?:{of_year}(?P<year_from>{year}))?"
        rf")\s+{to}\s+)?"
    )
    return re.compile(rf"(?<![\w/.,-]){begin}{end}(?!\w|[/.,-]\w)", re.IGNORECASE)


def _point_in(written: str) -> Point | None:
    match = _WRITTEN.fullmatch(written)
    return point_of(match) if match else None


def _completed(first: str, last: str) -> Point | None:
    """Return the first date of a period, which may leave its year, or month and year, to the second."""
    whole, end = _point_in(first), _point_in(last)
    if whole or end is None:
        return whole
    day, month = re.search(r"\d+", first), re.search(_MONTH, first, re.IGNORECASE)
    if not month and not end.month:
        return None
    return point(day[0] if day else None, month[0] if month else MONTHS[end.month - 1], str(end.year))
