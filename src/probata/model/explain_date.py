"""What is wrong with a date, and what to write."""

from __future__ import annotations

import calendar
import re
from datetime import date

from probata.diagnostics import say
from probata.model.dates import FORMS, TURNED, is_when, parse_when
from probata.model.months import MONTHS
from probata.model.numeric_dates import counted_day, readings
from probata.model.one_date import PERIOD
from probata.model.typed_dates import as_recorded
from probata.model.unrecorded_dates import on_unrecorded

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


def message_on_date(written: str, otherwise: str) -> str:
    """Say of `3/4/2015` that it is ambiguous, of `1-May` what it lacks, of any other text what is said `otherwise`."""
    said = written.strip()
    if said.casefold() in _NOT_KNOWN:
        return f"{say.words(written)} is no date"
    if _NO_YEAR.match(said):
        return f"{say.words(written)} is a day without its year"
    if day := counted_day(said):
        return f"{say.words(written)} is no date; as Excel counts days, it is {_in_words(day)}"
    if wrong := _no_such_day(said):
        return f"{say.words(written)} is no date: {wrong}"
    both = readings(said)
    if len(both) > 1:
        return f"{say.words(written)} is ambiguous: in one country it is {both[0]}, in another {both[1]}"
    if not both and _is_turned(said):
        return f"{say.words(written)} is no date: {TURNED}"
    unrecorded = None if both else on_unrecorded(said)
    return f"{say.words(written)} is no date: {unrecorded[0]}" if unrecorded else otherwise


def fact_on_date(written: str, reason: str) -> str:
    """Say of a date what its reader gave as the reason to refuse it, unless more is known of what was typed."""
    if reason == PERIOD:
        return f"{say.words(written)} is a period, and one date is wanted here"
    return message_on_date(written, f"{say.words(written)} is no date: {reason.replace(FORMS, _FORMS)}")


def help_on_date(written: str, reason: str) -> str:
    """Return the next step: the date itself where there are one or two that may be meant, else the forms of dates."""
    said = written.strip()
    if reason in (TURNED, PERIOD) or _is_turned(said):
        return _help_on_period(as_recorded(said), reason)
    if said.casefold() in _NOT_KNOWN:
        left_out = say.either("leave the field out", "leave the cell empty")
        return f"{left_out} where the date is not known; what is known of it may be {_FORMS}"
    if _NO_YEAR.match(said):
        return "write the year too, as in `2022-05-01`"
    if day := counted_day(said):
        return f"write {say.date(day)} if that is the day"
    if both := readings(said) or _as_typed(said):
        return f"write {' or '.join(say.words(one) for one in both)}"
    unrecorded = on_unrecorded(said)
    return unrecorded[1] if unrecorded else f"write {_FORMS}"


def _help_on_period(said: str, reason: str) -> str:
    first, _, last = (part.strip() for part in said.partition("/"))
    if reason != PERIOD:
        return f"write {say.words(f'{last}/{first}')}"
    when = parse_when(said)
    ends = [say.date(point) for point in (when.start, when.end) if point]
    return f"write the one date that is meant: {' or '.join(ends)}"


def _is_turned(said: str) -> bool:
    """Tell whether the two ends of what was typed are understood, and the end is before the beginning."""
    recorded = as_recorded(said)
    return recorded != said and not is_when(recorded)


def _as_typed(said: str) -> list[str]:
    """Return the date that is meant in words, which a cell takes and a text file does not."""
    recorded = as_recorded(said)
    return [recorded] if recorded != said else []


def _no_such_day(said: str) -> str:
    """Say what is wrong with a day that there is not, such as `31 June 2022`; nothing where each day is one."""
    for found in _IN_WORDS.finditer(said):
        month = _STARTS.index(found["m"][:3].lower()) + 1
        days = calendar.monthrange(int(found["y"]), month)[1]
        if not 1 <= int(found["d"]) <= days:
            return f"{MONTHS[month - 1]} {found['y']} has {days} days"
    return ""


def _in_words(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
