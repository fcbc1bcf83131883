"""Times that people say and records have no form for: "early 2015", "the 1990s", "by May 2015" leave open when.

They are never taken for the nearest date that there is: which one would be a guess.
"""

from __future__ import annotations

import re
from datetime import MAXYEAR, date, timedelta
from typing import Final

from probata.model.months import MONTHS
from probata.model.typed_dates import is_open_end
from probata.model.typed_day import FIRST_YEAR, typed_day

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
    how, period = ("after", f"{_beside(then, 1)}/..") if side == "after" else ("before", f"../{_beside(then, -1)}")
    went = "from" if side == "after" else "until"
    help = f"write `{period}` if it went on {went} then, or leave the date out and say so in the text"
    return f"how long {how} is not said", help


def _beside(recorded: str, step: int) -> str:
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
