"""Dates of CSL-JSON and dates as people write them, in the form of our records.

What CSL says in a way that ours cannot (a season) is left out of the date and told; what is not understood is no date.
"""

from __future__ import annotations

import re
from typing import Any

from probata.importers.foreign import NotTextError, one_line
from probata.model.dates import is_when, parse_when
from probata.model.typed_dates import as_recorded

_CIRCA = re.compile(r"(?:c\.|ca\.?|circa|about)\s*(?=\d)", re.IGNORECASE)
_NUMBERS = re.compile(r"(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?(?:[T ]\d{1,2}:\d{2}.*|/)?", re.ASCII)
_YEARS = re.compile(r"(\d{4})\s*(?:--?|[–—]|\bto\b)\s*(\d{4})", re.ASCII)
"""`2014-2015`; `2014-15` may be a year alone with what is no month, and is not read."""
_SEASONS = range(13, 25)
"""Months that stand for seasons: 13 to 16 in CSL 1.0.1, 21 to 24 in EDTF."""


def when_of(value: Any) -> tuple[str, str]:
    """Return a date in our form and a remark, either may be empty.

    Read are `date-parts` with numbers or strings, ranges, `circa`, `season`, `literal`, `raw` and `edtf`, and a plain
    string. A day or month of 0 or nothing is unknown.
    """
    if not isinstance(value, dict):
        return _worded(value)
    parts = value.get("date-parts")
    points = [_point(part) for part in parts if isinstance(part, list)] if isinstance(parts, list) else []
    points = [point for point in points if point != ([], False)]
    if not points:
        words = next((value[key] for key in ("edtf", "raw", "literal") if value.get(key)), "")
        return _worded(words)
    circa = "~" if str(value.get("circa", "")).lower() not in ("", "0", "false", "none") else ""
    text = "/".join(circa + "-".join(numbers) for numbers, _ in points[:2])
    if isinstance(parts, list) and len(parts) == 2 and len(points) == 1:
        text += "/.."
    if not is_when(text):
        return "", f"`{text}` is no date"
    has_season = bool(value.get("season")) or any(season for _, season in points)
    return text, f"the season is left out of `{text}`" if has_season else ""


def _worded(value: Any) -> tuple[str, str]:
    try:
        text = one_line(value)
    except NotTextError as error:
        return "", str(error)
    found = written(text)
    return found, f"`{text[:80]}` is not understood as a date" if text and not found else ""


def written(text: str) -> str:
    """Return a date as people write it in our form; empty where it is not understood.

    Dates in words are English, French or Spanish. Days and months in numbers are read behind the year, and with dots,
    `03.04.2021`, the day first: `03/04/2021` is March to some and April to others. One of noughts, `2021-03-00`, is
    unknown.
    """
    text = text.strip()
    bare = _CIRCA.sub("", text, count=1) if _CIRCA.match(text) else text
    circa = "~" if bare != text else ""
    if is_when(bare):
        return circa + bare
    if match := _NUMBERS.fullmatch(bare):
        numbers = [match[1], *(f"{int(part):02}" for part in (match[3], match[4]) if part)]
        while numbers[-1] == "00":
            numbers.pop()
        return _checked(circa + "-".join(numbers))
    if match := _YEARS.fullmatch(bare):
        return _checked(f"{circa}{match[1]}/{circa}{match[2]}")
    return _checked(as_recorded(text))


def _point(part: list[Any]) -> tuple[list[str], bool]:
    """Return year, month and day as far as they are known, as written, and whether a season stood for the month."""
    numbers: list[str] = []
    for place, number in enumerate(part[:3]):
        text = str(number).strip() if isinstance(number, int | str) and not isinstance(number, bool) else ""
        if not text or text.strip("0") == "":
            break
        if place == 1 and text.isdecimal() and len(text) < 4 and int(text) in _SEASONS:
            return numbers, True
        numbers.append(text.zfill(4 if place == 0 else 2))
    return numbers, False


def _checked(text: str) -> str:
    return parse_when(text).text if is_when(text) else ""
