"""Dates that are nearly understood: two at once, another day of the week, a year that one of two ends lacks."""

from __future__ import annotations

import re
from typing import Final

from probata.model.months import MONTHS
from probata.model.numeric_dates import readings
from probata.model.typed_dates import filled
from probata.model.typed_day import FIRST_YEAR, typed_day

_TWO: Final = re.compile(r"\s+(?:and|or)\s+|\s*[&;]\s*|,\s+(?=\S+$)|,\s+(?=\S+ \S+$)", re.IGNORECASE)
ENDS: Final = re.compile(
    r"/(?=[A-Za-z])|(?<=\d{4})/|(?<=\d{4}-\d\d)/|(?<=\d{4}-\d\d-\d\d)/|"
    r"\s*–\s*|\s+-\s*|\s+(?:to|until|till|through)\s+|-(?=[A-Za-z])",
    re.IGNORECASE,
)
"""Stands between two ends, of which one may be none that is understood."""
BEFORE: Final = re.compile(r"^(?:from|since|between)\s+", re.IGNORECASE)
_SHORT_YEARS: Final = re.compile(r"(?P<a>(?P<c>[12]\d)\d\d)\s*[-–/]\s*(?P<b>\d\d)", re.ASCII)
_SHORT_YEAR: Final = re.compile(r"\d{1,2}(?P<s>[./-])\d{1,2}(?P=s)\d\d|\d{1,2}[ -][A-Za-z]{3,9}\.?[ -]'?\d\d", re.ASCII)


def of_two(said: str) -> tuple[str, str] | None:
    """Find two dates where one is wanted, which may be the two ends of a period or not."""
    parts = _TWO.split(said)
    ends = [typed_day(part) for part in parts]
    if len(ends) == 2 and ends[0] and (both := filled(ends[0], parts[1])):
        ends = [*both]
    if len(ends) < 2 or not all(one and one.is_whole for one in ends):
        return None
    whole = [one.recorded for one in sorted(one for one in ends if one)]
    help = f"write `{whole[0]}/{whole[-1]}` if it went on from the one to the other, or else the one that is meant"
    return f"these are {len(whole)} dates" if len(whole) > 2 else "these are two dates", help


def of_numbers(said: str) -> tuple[str, str] | None:
    """Find a day in numbers, of which one country writes the day first and another the month."""
    if not (both := readings(said)):
        return None
    fact = f"in one country it is {both[0]}, in another {both[1]}" if len(both) > 1 else "the month stands in numbers"
    return fact, f"write {' or '.join(f'`{one}`' for one in both)}"


def of_weekday(said: str) -> tuple[str, str] | None:
    """Find a day of the week that the date was not."""
    day = typed_day(said)
    if day is None or not day.is_whole or day.has_its_weekday:
        return None
    told = f"{day.day} {MONTHS[day.month - 1]} {day.year} was a {day.true_weekday}" if day.day else (
        "a day of the week belongs to a day")  # fmt: skip
    return told, f"write `{day.recorded}`, if that is what is meant"


def of_no_month(said: str) -> tuple[str, str] | None:
    """Find a day and a year without the month: `5, 2023`, of which the number may be the month."""
    day = typed_day(said)
    if day is None or not day.year or day.month or not day.day:
        return None
    if day.day > len(MONTHS):
        return "the month is not said", f"write the month too, or `{day.year}` where it is not known"
    help = f"write `{day.year}-{day.day:02}` if it is the month, and the month too if it is the day"
    return f"whether {day.day} is the month or the day is not said", help


def of_borrowed(said: str) -> tuple[str, str] | None:
    """Find two ends of which the first would be after the second with the year or month of that."""
    for found in ENDS.finditer(said):
        first, last = BEFORE.sub("", said[: found.start()]), said[found.end() :]
        start, end = typed_day(first), typed_day(last)
        if not start or not end:
            continue
        is_borrowed = start.month and end.month and not start.year and end.year > FIRST_YEAR
        if is_borrowed and filled(start, last) is None:
            earlier = start._replace(year=end.year - 1).recorded
            return f"the year of `{first}` is not said", f"write both years, as in `{earlier}/{end.recorded}`"
        if end.day and end.month and start.day > end.day and not start.month:
            return f"the month of `{first}` is not said", "write the month of both days"
    return None


def of_short_year(said: str) -> tuple[str, str] | None:
    """Find a year that is cut short."""
    if (years := _SHORT_YEARS.fullmatch(said)) and int(years["b"]) > max(len(MONTHS), int(years["a"][2:])):
        return f"the year `{years['b']}` lacks two digits", f"write `{years['a']}/{years['c']}{years['b']}`"
    if _SHORT_YEAR.fullmatch(said):
        return "a year has four digits", "write the month as a word and the whole year, as in 21 Aug 2015"
    return None
