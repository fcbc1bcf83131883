"""Dates and times as people type them, in the form that records have.

"Aug 2015 – Apr 2017" is `2015-08/2017-04`, "2022-2024" `2022/2024`, "from May 2022" and "May 2022 -" `2022-05/..`,
"3 – 9 March 2023" `2023-03-03/2023-03-09`, "until 3 March 2014" `../2014-03-03`, "about 2014" `~2014`.
What is not understood, and a day that there is not, is left as it is, so that it is found as it was typed; what is then
said of it is in `unrecorded_dates`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from probata.model.typed_day import TypedDay, typed_day

_LONGEST: Final = 100
"""Characters of a text in which a date is looked for."""
_LONG_DASHES: Final = str.maketrans("‒–—―−", "–––––") | str.maketrans("‐‑", "--")
_FROM: Final = re.compile(r"^(?:from|since|as of|as from|starting(?: in| on)?)\s+", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"^between\s+", re.IGNORECASE)
_UNTIL: Final = re.compile(r"^(?:until|till|up to|to|through)\s+(?:and including\s+)?", re.IGNORECASE)
_TO: Final = re.compile(
    r"\s*–\s*|\s*/\s*|\s*-\s*|\s+(?:up to|to|until|till|through)\s+(?:and including\s+)?", re.IGNORECASE
)
_AND: Final = re.compile(r"\s+and\s+", re.IGNORECASE)
_ONWARDS: Final = re.compile(r"\s+(?:and\s+)?(?:onwards?|ongoing|continuing)$", re.IGNORECASE)
_OPEN: Final = re.compile(
    r"(?:now|today|(?:the )?present(?: day)?|(?:to |this )?date|this day|ongoing|continuing|onwards?|open|\?|\.\.|"
    r"still in (?:office|post)|(?:until )?further notice)?",
    re.IGNORECASE,
)
NO_BEGINNING: Final = ".."


def as_recorded(text: str) -> str:
    """Return a date or time in the form of records; as it is where it is none that is understood.

    `3/4/2015` is not: in one country it is a day in April, in the other in March.
    """
    said = plain_dashes(text)
    return (_point(said) or _period(said) if len(said) <= _LONGEST else "") or text.strip()


def plain_dashes(text: str) -> str:
    """Return a text with one space between words, one sort of dash and one of hyphen."""
    return " ".join(text.split()).translate(_LONG_DASHES)


def is_open_end(said: str) -> bool:
    """Tell whether an end says that there is none, such as `to date` or `until further notice`; empty is open too."""
    return bool(_OPEN.fullmatch(said.strip()))


def _point(said: str) -> str:
    day = typed_day(said)
    return day.recorded if day and day.is_whole and day.has_its_weekday else ""


def _period(said: str) -> str:
    if until := _UNTIL.match(said):
        end = _point(said[until.end() :])
        return f"{NO_BEGINNING}/{end}" if end else ""
    begun = _FROM.match(said)
    if (begun and (start := _point(said[begun.end() :]))) or (start := _point(_ONWARDS.sub("", said))):
        return f"{start}/.."
    between = _BETWEEN.match(said)
    found = (_joined(start, end) for start, end in _divided(said, begun or between, is_between=bool(between)))
    return next((one for one in found if one), "")


def _divided(said: str, before: re.Match[str] | None, *, is_between: bool) -> Iterator[tuple[str, str]]:
    """Give each way to divide a text into a beginning and an end; "and" divides after "between" alone."""
    bare = said[before.end() :] if before else said
    for mark in (_TO, _AND) if is_between else (_TO,):
        for found in mark.finditer(bare):
            yield bare[: found.start()].strip(), bare[found.end() :].strip()


def _joined(first: str, last: str) -> str:
    """Return a period by its two ends; empty where one of them is not understood."""
    if first == NO_BEGINNING:
        end = _point(last)
        return f"{NO_BEGINNING}/{end}" if end else ""
    start = typed_day(first)
    if start is None:
        return ""
    if is_open_end(last):
        return f"{start.recorded}/.." if start.is_whole and start.has_its_weekday else ""
    both = filled(start, last)
    if both is None or not all(one.has_its_weekday for one in both):
        return ""
    return "/".join(one.recorded for one in both)


def filled(start: TypedDay, last: str) -> tuple[TypedDay, TypedDay] | None:
    """Return both ends whole: "3 – 9 March 2023" says month and year once, "March 3-9, 2023" too.

    `None` where an end lacks a part that the other does not say either, has a day that there is not, or where the parts
    that it borrows would put the end before the beginning: "28 December – 3 January 2022" does not say the first year.
    A day of another year has no month to borrow: "January 10, 2022 to 31, 2024" does not say the last one.
    """
    end = typed_day(last)
    if end is None or not end.year or (start.day and not start.month and not end.day):
        return None
    if end.day and not end.month:
        if start.year not in {0, end.year}:
            return None
        end = end._replace(month=start.month)
    whole = start._replace(year=start.year or end.year, month=start.month or (end.month if start.day else 0))
    if not all(_is_day(one) for one in (whole, end)):
        return None
    is_turned = (whole.year, whole.month or 1, whole.day or 1) > (end.year, end.month or 12, end.day or 31)
    return None if is_turned and whole != start else (whole, end)


def _is_day(one: TypedDay) -> bool:
    if one.day and not one.month:
        return False
    try:
        date(one.year, one.month or 1, one.day or 1)
    except ValueError:
        return False
    return True
