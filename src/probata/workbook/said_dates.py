"""Dates and times as people type them into a cell, in the form that records have.

"Aug 2015 – Apr 2017" is `2015-08/2017-04`, "2022-2024" `2022/2024`, "from May 2022" and "May 2022 -" `2022-05/..`,
"May-June 2022" `2022-05/2022-06`, "until 3 March 2014" `../2014-03-03`, "1.5.2022" `2022-05-01`, "about 2014" `~2014`.
What is not understood, and a day that there is not, is left as it is, so that it is found as it was typed.
"""

from __future__ import annotations

import calendar
import re

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ABOUT = re.compile(r"^(?:about|around|approximately|approx\.?|circa|c\.?|ca\.?|~)\s*(?=\S)", re.IGNORECASE)
_FROM = re.compile(r"^(?:from|since|as of)\s+(?P<point>.+)$", re.IGNORECASE)
_UNTIL = re.compile(r"^(?:until|till|up to|to|before and in|by)\s+(?P<point>.+)$", re.IGNORECASE)
_OPEN = re.compile(r"^(?:now|today|present|the present|(?:to )?date|ongoing|onwards?|open|\?|\.\.)?$", re.IGNORECASE)
_BETWEEN = re.compile(
    r"^(?:from\s+|between\s+)?(?P<start>.+?)\s*(?:\s(?:to|until|till|and)\s|–|—|\s-(?:\s|$)|(?<=\d{4})-(?=[A-Za-z]|\d{4}$|$)"
    r"|(?<=\.\d{4})-(?=\d)|(?<=[A-Za-z])-(?=[A-Za-z]|\d{1,2}\s+[A-Za-z])|(?<=\d{4})\s+(?=onwards?$)|/)\s*(?P<end>.*)$",
    re.IGNORECASE,
)
_DAY_FIRST = re.compile(r"^(?P<d>\d{1,2})(?:st|nd|rd|th)?\.?(?:\s+|-)(?P<m>[A-Za-z]{3,9})\.?,?(?:\s+|-)(?P<y>\d{4})$")
_MONTH_FIRST = re.compile(r"^(?P<m>[A-Za-z]{3,9})\.?\s+(?P<d>\d{1,2})(?:st|nd|rd|th)?,\s*(?P<y>\d{4})$")
_DOTTED = re.compile(r"^(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>\d{4})$")
"""With dots the day stands first, in every country that writes them."""
_MONTH = re.compile(r"^(?P<m>[A-Za-z]{3,9})\.?,?\s+(?P<y>\d{4})$")
_RECORDED = re.compile(r"^~?\d{4}(?:-\d{2}(?:-\d{2})?)?~?$")
_LATER = re.compile(r"(?P<y>\d{4})\s*$")


def as_recorded(text: str) -> str:
    """Return a date or time in the form of records; as it is where it is none that is understood.

    `3/4/2015` is not: in one country it is a day in April, in the other in March.
    """
    said = " ".join(text.split())
    return _period(said) or _point(said) or text.strip()


def _period(said: str) -> str:
    if open_end := _FROM.match(said):
        start, end = open_end["point"], ""
        if between := _BETWEEN.match(said):
            start, end = between["start"], between["end"]
    elif until := _UNTIL.match(said):
        end = _point(until["point"])
        return f"../{end}" if end else ""
    elif between := _BETWEEN.match(said):
        start, end = between["start"], between["end"]
    else:
        return ""
    first = ".." if start == ".." else _point(start) or _point(f"{start} {_year_of(end)}")
    last = ".." if _OPEN.match(end) else _point(end)
    return f"{first}/{last}" if first and last and (first, last) != ("..", "..") else ""


def _year_of(end: str) -> str:
    """Return the year that “12 to 14 May 2022” says once, for both; nothing of a day alone, whose month is not said."""
    found = _LATER.search(end)
    return found["y"] if found else ""


def _point(said: str) -> str:
    said = said.strip()
    if _RECORDED.match(said):
        return said
    bare = _ABOUT.sub("", said)
    about = "~" if bare != said else ""
    if _RECORDED.match(bare):
        return f"{about}{bare}"
    for form in (_DAY_FIRST, _MONTH_FIRST, _DOTTED, _MONTH):
        found = form.match(bare)
        month = _month(found["m"]) if found else 0
        if found and month:
            day = found.groupdict().get("d")
            if day and not 1 <= int(day) <= calendar.monthrange(max(int(found["y"]), 1), month)[1]:
                return ""
            return f"{about}{found['y']}-{month:02}" + (f"-{int(day):02}" if day else "")
    return ""


def _month(word: str) -> int:
    if word.isdecimal():
        return int(word) if 1 <= int(word) <= len(_MONTHS) else 0
    place = next((n for n, name in enumerate(_MONTHS, 1) if word.lower().startswith(name)), 0)
    full = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november", "december")  # fmt: skip
    known = {*_MONTHS, "sept", *full}
    return place if word.lower() in known else 0
