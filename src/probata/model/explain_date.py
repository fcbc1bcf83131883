"""What is wrong with a date, and what to write."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from probata.diagnostics import say
from probata.model.dates import FORMS, PERIOD, TURNED, is_when, parse_when
from probata.model.typed_dates import MONTHS, TypedDay, as_recorded, filled, plain_dashes, typed_day

_NUMBERS = re.compile(r"^(?P<a>\d{1,2})(?P<mark>[./-])(?P<b>\d{1,2})(?P=mark)(?P<y>[1-9]\d{3})$", re.ASCII)
"""Day, month and year as numbers, of which one country writes the day first and another the month."""
_BETWEEN = re.compile(r"(?<=\d{4})\s*(?:-|–|—|\bto\b|\buntil\b)\s*(?=\d)", re.IGNORECASE | re.ASCII)
"""Stands between two dates as numbers."""
_COUNTED = range(20_000, 60_000)
"""Numbers that are most likely days as Excel counts them: those of 1954 to 2064."""


def readings(said: str) -> list[str]:
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


def counted_day(said: str) -> date | None:
    """Return the day for which Excel keeps a number, as a cell shows that is not formatted as a date."""
    is_number = said.isascii() and said.isdecimal() and len(said) == len(str(_COUNTED.start))
    if not is_number or int(said) not in _COUNTED:
        return None
    from probata.source.xlsx_reader import FIRST_1900  # the reader of workbooks takes time to load

    return FIRST_1900 + timedelta(days=int(said))


# Of a text that is no date as a whole: the dates in it that are understood, and the words that are not.

_BETWEEN_DATES: Final = re.compile(
    r"/(?=[A-Za-z])|(?<=\d{4})/|(?<=\d{4}-\d\d)/|(?<=\d{4}-\d\d-\d\d)/|-(?=[A-Za-z])|\s*–\s*|\s+-\s*|"
    r"\s+(?:to|until|till|through|and|or)\s+|\s*[&;]\s*|,\s+(?=\S+$)|,\s+(?=\S+ \S+$)",
    re.IGNORECASE,
)
_BEFORE_DATES: Final = re.compile(r"^(?:from|since|between)\s+", re.IGNORECASE)
_WORD: Final = re.compile(r"[\s-]+")
_LONGEST: Final = 100


def _in_part(written: str) -> tuple[str, str] | None:
    """Say of what is understood in part which words are not, or what is not said, and what may be meant."""
    said = plain_dashes(written)
    if len(said) > _LONGEST:
        return None
    whole = typed_day(said)
    parts = [said] if whole else _BETWEEN_DATES.split(_BEFORE_DATES.sub("", said))
    ends = [typed_day(part) for part in parts]
    if len(ends) == 2 and ends[0] and (both := filled(ends[0], parts[1])):
        ends = [*both]
    if lacking := next((pair for pair in zip(parts, ends, strict=True) if pair[1] and not pair[1].is_whole), None):
        return _lacks(*lacking) if any(end and end.year for end in ends) else None
    strange = [(part, *_end_of(part)) for part, end in zip(parts, ends, strict=True) if end is None]
    days = sorted([*filter(None, ends), *(day for _, _, day in strange if day)])
    if not days or not all(day.year for day in days):
        return None
    if day := next((day for day in days if not day.has_its_weekday), None):
        was = f"{day.day} {MONTHS[day.month - 1]} {day.year} was a {day.true_weekday}" if day.day else (
            "a day of the week belongs to a day")  # fmt: skip
        return was, f"write `{day.recorded}`, if that is what is meant"
    fact = f"`{strange[0][1] or strange[0][0]}` is not understood" if strange else "these are two dates"
    if len(days) > 1:
        fact = fact if strange or len(days) == 2 else f"these are {len(days)} dates"
        meant = f"{days[0].recorded}/{days[-1].recorded}"
        return fact, f"write `{meant}` if it went on from the one to the other, or else the one that is meant"
    then = days[0].recorded.strip("~")
    return fact, f"write `{then}`, or `../{then}` until then, `{then}/..` from then on, `~{then}` about then"


def _end_of(part: str) -> tuple[str, TypedDay | None]:
    """Return the date at the end of some words, and the words before it."""
    for found in _WORD.finditer(part):
        day = typed_day(part[found.end() :])
        if day and day.is_whole:
            return part[: found.start()], day
    return "", None


def _lacks(part: str, day: TypedDay | None) -> tuple[str, str]:
    lacking = "month" if day and not day.month else "year"
    return f"the {lacking} of `{part}` is not said", "write year, month and day, as in `2022-05-01`"


_STARTS = tuple(name[:3].lower() for name in MONTHS)
_MONTH = rf"(?:{'|'.join(_STARTS)})[a-z]{{0,6}}"
_NO_YEAR = re.compile(rf"^(?:\d{{1,2}}[-. /]{{1,2}}{_MONTH}\.?|{_MONTH}\.?[- ]\d{{1,2}})$", re.IGNORECASE | re.ASCII)
"""A day and its month, as Excel shows what was typed without a year: `1-May`."""
_IN_WORDS = re.compile(
    rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[-. ]{{1,2}}(?P<m>{_MONTH})\.?,?[- ](?P<y>[12]\d{{3}})\b",
    re.IGNORECASE | re.ASCII,
)
"""A day whose month is a word: `31 June 2022`."""
_FORMS = say.either(FORMS, "2015, Aug 2015, 21 Aug 2015, Aug 2015 – Apr 2017, from May 2022, until 2014 or about 2014")
_NOT_KNOWN = frozenset(
    ("?", "-", "–", "—", "n/a", "n.a.", "na",
     "nil", "none", "unknown", "not known", "unclear", "tbc", "tba", "tbd", "x")
)  # fmt: skip
"""What people write where they do not know a date."""


def on_date(written: str, reason: str, otherwise: str = "") -> tuple[str, str]:
    """Return what is wrong with a date, and the next step: what may be meant, else the forms of dates.

    `reason` is what its reader gave to refuse it, `otherwise` what is said where nothing more is known of what was
    typed.
    """
    shown = say.words(written)
    fact, help = _told(written.strip(), reason)
    otherwise = otherwise or f"{shown} is no date: {reason.replace(FORMS, _FORMS)}"
    return f"{shown} {fact}" if fact else otherwise, help or f"write {_FORMS}"


def _told(said: str, reason: str) -> tuple[str, str]:
    """Return what is said of what was typed, behind it, and the next step; either may be empty."""
    recorded = as_recorded(said)
    if reason == PERIOD:
        when = parse_when(recorded)
        ends = " or ".join(say.date(point) for point in (when.start, when.end) if point)
        return "is a period, and one date is wanted here", f"write the one date that is meant: {ends}"
    if said.casefold() in _NOT_KNOWN:
        left_out = say.either("leave the field out", "leave the cell empty")
        return "is no date", f"{left_out} where the date is not known; what is known of it may be {_FORMS}"
    if _NO_YEAR.match(said):
        return "is a day without its year", "write the year too, as in `2022-05-01`"
    if day := counted_day(said):
        in_words = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
        return f"is no date; as Excel counts days, it is {in_words}", f"write {say.date(day)} if that is the day"
    if wrong := _no_such_day(said):
        return f"is no date: {wrong}", ""
    if both := readings(said):
        told = f"is ambiguous: in one country it is {both[0]}, in another {both[-1]}" if len(both) > 1 else ""
        return told, f"write {' or '.join(map(say.words, both))}"
    if reason == TURNED or (recorded != said and not is_when(recorded)):
        first, _, last = (part.strip() for part in recorded.partition("/"))
        return f"is no date: {TURNED}", f"write {say.words(f'{last}/{first}')}"
    if recorded != said:  # in words, which a cell takes and a text file does not
        return "", f"write {say.words(recorded)}"
    fact, help = _in_part(said) or ("", "")
    return fact and f"is no date: {fact}", help


def _no_such_day(said: str) -> str:
    """Say what is wrong with a day that there is not, such as `31 June 2022`; nothing where each day is one."""
    for found in _IN_WORDS.finditer(said):
        month = _STARTS.index(found["m"][:3].lower()) + 1
        days = calendar.monthrange(int(found["y"]), month)[1]
        if not 1 <= int(found["d"]) <= days:
            return f"{MONTHS[month - 1]} {found['y']} has {days} days"
    return ""
