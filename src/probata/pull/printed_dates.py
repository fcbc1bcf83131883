"""Which date print would say in given words: print read backwards, in any language that documents have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product
from typing import Final

from probata.messages import Wording
from probata.model.dates import parse_when

_MOST: Final = 4
"""Numbers that the longest date has: two days and two years."""
_MOST_MONTHS: Final = 2
"""Of more, each pair of very many points would have to be printed."""
_NUMBER: Final = re.compile(r"\d+")
_YEAR: Final = re.compile(r"\d{4}")
_DAY: Final = re.compile(r"\d{1,2}")
_LAST_DAY: Final = 31


def printed_date(said: str, wording: Wording) -> str:
    """Return the date or period, as records have it, that is printed in these words; empty where none is, or several.

    “4 to 9 March 2023” is `2023-03-04/2023-03-09`, “1971” is `1971`. Nothing is guessed: what is returned prints as
    these very words.
    """
    if len(_NUMBER.findall(said)) > _MOST or len(_months(said, wording)) > _MOST_MONTHS:
        return ""
    points = list(points_in(said, wording))
    single = [
        *points,
        *(f"~{one}" for one in points),
        *(f"{one}/.." for one in points),
        *(f"../{one}" for one in points),
    ]
    periods = [f"{start}/{end}" for start, end in product(points, points) if start != end]
    for some in (single, periods):
        found = [one for one in some if _printed(one, wording) == said]
        if found:
            return found[0] if len(found) == 1 else ""
    return ""


def points_in(said: str, wording: Wording) -> Iterator[str]:
    """Give each year, month and day that the numbers and the names of months in some words can make."""
    numbers = list(dict.fromkeys(_NUMBER.findall(said)))
    years = [number for number in numbers if _YEAR.fullmatch(number)]
    days = [int(number) for number in numbers if _DAY.fullmatch(number) and 1 <= int(number) <= _LAST_DAY]
    months = _months(said, wording)
    for year in years:
        yield year
        for month in months:
            yield f"{year}-{month:02}"
            yield from (f"{year}-{month:02}-{day:02}" for day in days)


def _months(said: str, wording: Wording) -> Sequence[int]:
    names = wording.locale.months["format"]["wide"]
    return [month for month, name in names.items() if name.casefold() in said.casefold()]


def _printed(recorded: str, wording: Wording) -> str:
    """Return how a date is printed; nothing of a day that there is not and of a period that ends before it begins."""
    try:
        return wording.when(parse_when(recorded))
    except ValueError:
        return ""
