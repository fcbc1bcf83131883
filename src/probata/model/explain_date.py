"""What is wrong with a date, and what to write."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator
from datetime import MAXYEAR, date, timedelta
from typing import Final

from probata.diagnostics import say
from probata.model.dates import FORMS, PERIOD, TURNED, is_when, parse_when
from probata.model.typed_dates import FIRST_YEAR, MONTHS, as_recorded, filled, is_open_end, plain_dashes, typed_day

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


# Dates that are nearly understood: two at once, another day of the week, a year that one of two ends lacks.

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


# Times that people say and records have no form for: "early 2015", "the 1990s", "by May 2015" leave open when.
# They are never taken for the nearest date that there is: which one would be a guess.

_ALONE: Final = r"(?:the\s+|in\s+|in\s+the\s+|during\s+)?"
_OF: Final = r"(?:\s+of\s+(?:the\s+)?|\s+in\s+|[- ])"
_MONTHS_OF: Final = {
    "early": "01 04", "beginning": "01 02", "start": "01 02", "mid": "05 08", "middle": "05 08", "late": "09 12",
    "end": "11 12", "first half": "01 06", "second half": "07 12", "first quarter": "01 03", "second quarter": "04 06",
    "third quarter": "07 09", "fourth quarter": "10 12", "last quarter": "10 12", "q1": "01 03", "q2": "04 06",
    "q3": "07 09", "q4": "10 12", "spring": "03 05", "summer": "06 08", "autumn": "09 11", "fall": "09 11",
    "winter": "01 03",
}  # fmt: skip
"""Part of a year → first and last month of an example."""
_DAYS_OF: Final = {
    "early": "01 10", "beginning": "01 05", "start": "01 05", "mid": "10 20", "middle": "10 20", "late": "20 28",
    "end": "25 28", "first half": "01 15", "second half": "16 28",
}  # fmt: skip
_SEASONS: Final = frozenset(("spring", "summer", "autumn", "fall", "winter"))
_EXACT: Final = frozenset(part for part in _MONTHS_OF if part.endswith(("half", "quarter")) or part.startswith("q"))
"""Parts of a year that are the same months for everybody."""
_PART: Final = re.compile(rf"{_ALONE}(?P<part>{'|'.join(_MONTHS_OF)}){_OF}(?P<of>.+)", re.IGNORECASE)
_DECADE: Final = re.compile(rf"{_ALONE}(?:(?:early|mid|late){_OF}(?:the\s+)?)?(?P<d>\d{{3}})0'?s", re.IGNORECASE)
_SIDE: Final = re.compile(r"(?P<side>before|prior to|after|by)\s+(?P<of>.+)", re.IGNORECASE)


def of_part(said: str) -> tuple[str, str] | None:
    """Of a part of a year or month: which of its months or days are meant."""
    found = _PART.fullmatch(said)
    day = typed_day(found["of"]) if found else None
    if found is None or day is None or not day.is_whole or day.day:
        return None
    part, whole = found["part"].lower(), day.recorded
    if day.month and part not in _DAYS_OF:
        return None
    what = "days" if day.month else "months"
    first, last = (_DAYS_OF if day.month else _MONTHS_OF)[part].split()
    if part in _EXACT and not day.month:
        return "a part of a year is told by its months", f"write `{whole}-{first}/{whole}-{last}`"
    fact = f"which {what} are meant is not said"
    if part in _SEASONS:
        fact = "a season has other months in the north of the world than in the south"
    return fact, f"write `{whole}`, or the {what} where they are known, as in `{whole}-{first}/{whole}-{last}`"


def of_decade(said: str) -> tuple[str, str] | None:
    """Of a decade: which of its years are meant."""
    if not (found := _DECADE.fullmatch(said)):
        return None
    decade = found["d"]
    help = f"write the years if they are known, `~{decade}5` for about then, or `{decade}0/{decade}9` for all of them"
    return "which years are meant is not said", help


def of_side(said: str) -> tuple[str, str] | None:
    """Of what is before, after or by a date: on which side of it, and how far."""
    found = _SIDE.fullmatch(said)
    when = typed_day(found["of"]) if found else None
    if found is None or when is None or not when.is_whole or not FIRST_YEAR < when.year < MAXYEAR:
        return None
    side, then = found["side"].lower(), when.recorded
    if side == "by":
        help = f"write `../{then}` if it had ended by then, or `{then}/..` if it had begun"
        return "whether it had begun or ended by then is not said", help
    how, period = ("after", f"{_adjacent(then, 1)}/..") if side == "after" else ("before", f"../{_adjacent(then, -1)}")
    went = "from" if side == "after" else "until"
    help = f"write `{period}` if it went on {went} then, or leave the date out and say so in the text"
    return f"how long {how} is not said", help


def _adjacent(recorded: str, step: int) -> str:
    """Return the year, month or day next to one."""
    about, numbers = recorded.startswith("~"), [int(part) for part in recorded.strip("~").split("-")]
    match numbers:
        case [year]:
            made = f"{year + step:04}"
        case [year, month]:
            count = year * len(MONTHS) + month - 1 + step
            made = f"{count // len(MONTHS):04}-{count % len(MONTHS) + 1:02}"
        case _:
            made = (date(*numbers) + timedelta(days=step)).isoformat()
    return "~" * about + made


def of_no_beginning(said: str) -> tuple[str, str] | None:
    """Of an end that is open, such as `to date`: from when."""
    if not said or not is_open_end(said) or said in {"?", ".."}:
        return None
    return "it does not say from when", "write the beginning too, as in `2022-05/..`"


# What people type as a date and no record takes: what it leaves open, and what to write in its place.

Said = tuple[str, str]
"""What is wrong, and the next step."""
_WAYS: Final[tuple[Callable[[str], Said | None], ...]] = (
    of_part, of_decade, of_side, of_no_beginning, of_two, of_weekday, of_no_month, of_borrowed,
    of_numbers, of_short_year,
)  # fmt: skip
_LONGEST: Final = 100


def on_unrecorded(written: str) -> Said | None:
    """Return what a text leaves open that is said of a time, with the next step; `None` where it is none of these.

    Of two ends each is looked at: "May 2014 – early 2015" leaves the second open.
    """
    said = plain_dashes(written)
    if len(said) > _LONGEST:
        return None
    found = ((part, *answer) for part in _parts(said) for way in _WAYS if (answer := way(part)))
    part, fact, help = next(found, ("", "", ""))
    if not part:
        return None
    return (fact, help) if part == said else (f"of `{part}`, {fact}", f"for `{part}` {help}")


def _parts(said: str) -> Iterator[str]:
    yield said
    yield from (part for part in ENDS.split(BEFORE.sub("", said)) if part and part != said)


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
