"""Dates as intervals of known precision, compared with three answers.

The written forms are a subset of EDTF (Extended Date/Time Format, Library of Congress 2019, level 0 and part of
level 1): `2015`, `2015-08`, `2017-04-26`, `2015-08/2017-04`, `2022-05/..`, `../2014`, `~2014` (EDTF writes `2014~`;
both are read).
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Final

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from probata.diagnostics.value import value

_POINT = re.compile(r"^(?P<y>\d{4})(?:-(?P<m>\d{2})(?:-(?P<d>\d{2}))?)?$", re.ASCII)
TURNED = "the end is before the beginning"
FORMS = "2015, 2015-08, 2015-08-21, 2015-08/2017-04, 2022-05/.. or ~2014"


class Answer(StrEnum):
    """Whether something holds: surely, perhaps, or not."""

    CERTAIN = "certain"
    POSSIBLE = "possible"
    NO = "no"


@value()
class Point:
    """A year, month or day, as written. `month` and `day` are 0 where unknown."""

    year: int
    month: int = 0
    day: int = 0
    approximate: bool = False

    @property
    def first(self) -> date:
        """The earliest day it may mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The latest day it may mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def text(self) -> str:
        """As it is written in records."""
        parts = (f"{self.year:04d}", *(f"{part:02d}" for part in (self.month, self.day) if part))
        return "~" * self.approximate + "-".join(parts)

    @property
    def precision(self) -> int:
        """1 for a year, 2 for a month, 3 for a day."""
        return 1 + bool(self.month) + bool(self.day)


@value()
class When:
    """A date or a period, with the characters it was written in.

    `start is None` means an unknown beginning, `end is None` an open or unknown end. A single date has
    `start == end` and `is_period` false.
    """

    text: str
    start: Point | None
    end: Point | None
    is_period: bool = False

    @property
    def first(self) -> date:
        """The earliest day it may touch; the first day of the calendar where the beginning is open."""
        return self.start.first if self.start else date.min

    @property
    def last(self) -> date:
        """The latest day it may touch; the last day of the calendar where the end is open."""
        return self.end.last if self.end else date.max

    @property
    def is_open(self) -> bool:
        """Whether the end is open."""
        return self.end is None

    @property
    def latest_start(self) -> date:
        """The latest day on which it may begin; a beginning is never after its end."""
        return min(self.start.last, self.last) if self.start else self.last

    @property
    def earliest_end(self) -> date:
        """The earliest day on which it may end. A missing end may be any from the beginning on, never "still so"."""
        return max(self.end.first, self.first) if self.end else self.first

    @property
    def core(self) -> tuple[date, date] | None:
        """The days that it covers whatever its unknown ends are; `None` where no day is sure.

        A period from August 2015 to April 2017 surely covers 31 August 2015 to 1 April 2017.
        A single imprecise date covers no sure day; a single day covers itself. Of a period with an open end only
        the day of its beginning is sure, where that is known.
        """
        if not self.is_period and self.start and self.start.approximate:
            return None
        first, last = self.latest_start, self.earliest_end
        return (first, last) if first <= last else None

    def overlaps(self, other: When) -> Answer:
        """Answer whether the two share a day: certain, possible or no.

        They surely do where neither can end before the other begins.
        """
        if self.last < other.first or other.last < self.first:
            return Answer.NO
        if self.latest_start <= other.earliest_end and other.latest_start <= self.earliest_end:
            return Answer.CERTAIN
        return Answer.POSSIBLE

    def common_with(self, other: When) -> When | None:
        """Return the time common to both, an open end bounded by the other; `None` where they share no day."""
        if self.overlaps(other) is Answer.NO:
            return None
        start = max(
            (one for one in (self.start, other.start) if one), key=lambda one: (one.first, one.last), default=None
        )
        end = min((one for one in (self.end, other.end) if one), key=lambda one: (one.last, one.first), default=None)
        same = next((one for one in (self, other) if (one.start, one.end) == (start, end)), None)
        if same:
            return same
        first, last = (point.text if point else ".." for point in (start, end))
        is_period = start != end
        return When(f"{first}/{last}" if is_period else first, start, end, is_period)

    def covers(self, other: When) -> Answer:
        """Answer whether every day of `other` lies inside this one."""
        if self.overlaps(other) is Answer.NO:
            return Answer.NO
        core = self.core
        if core and core[0] <= other.first and other.last <= core[1]:
            return Answer.CERTAIN
        if self.first <= other.first and other.last <= self.last:
            return Answer.POSSIBLE
        sure = other.core
        if sure and (sure[0] < self.first or sure[1] > self.last):
            return Answer.NO
        return Answer.POSSIBLE

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Read from a string; anything else is refused with the forms that are read."""
        return read_by(parse_when, "date")

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Describe it to editors as a string with examples."""
        return {
            "type": "string",
            "format": "edtf",
            "examples": ["2015", "2015-08", "2015-08-21", "2015-08/2017-04", "2022-05/..", "~2014"],
        }


def parse_when(text: str) -> When:
    """Read a date or period; raises `ValueError` with the reason in plain words."""
    text = text.strip()
    left, slash, right = text.partition("/")
    if not slash:
        point = _point(left)
        return When(text, point, point)
    start = None if left.strip() in {"..", ""} else _point(left)
    end = None if right.strip() in {"..", ""} else _point(right)
    if start is None and end is None:
        raise ValueError("a period needs a beginning or an end")
    if start and end and end.last < start.first:
        raise ValueError(TURNED)
    return When(text, start, end, is_period=True)


def is_when(text: str) -> bool:
    """Tell whether a text is a date or period as records have it."""
    try:
        parse_when(text)
    except ValueError:
        return False
    return True


def _point(text: str) -> Point:
    text = text.strip()
    bare = text.strip("~")
    match = _POINT.match(bare)
    if not match:
        raise ValueError(f"not one of the forms {FORMS}")
    year, month, day = (int(match[key] or 0) for key in ("y", "m", "d"))
    if year < 1000 or (match["m"] and not 1 <= month <= 12):
        raise ValueError("there is no such month" if match["m"] else "a year has four digits")
    if match["d"] and not 1 <= day <= calendar.monthrange(year, month)[1]:
        raise ValueError("there is no such day")
    return Point(year, month, day, approximate=bare != text)


def read_by(parse: Callable[[str], Any], name: str) -> CoreSchema:
    """Return how a value is read from a string: what `parse` raises is the reason of a fault of this name."""

    def decode(text: str) -> Any:
        try:
            return parse(text)
        except ValueError as error:
            raise PydanticCustomError(name, "{reason}", {"reason": str(error)}) from None

    return core_schema.no_info_after_validator_function(decode, core_schema.str_schema())


# A field that takes one date: the day of a decision is none that goes on from May to June.

PERIOD: Final = "a period stands where one date belongs"
ONE_DATE: Final = "^[^/]*$"
"""The `pattern` of one date in our schemas."""


class IsOneDate:
    """Marks a field that takes one day, month or year and no period."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Refuse a period."""
        return core_schema.no_info_after_validator_function(_one, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Describe it to editors as a date without a stroke."""
        return {**handler(schema), "pattern": ONE_DATE, "examples": ["2015", "2015-08", "2015-08-21", "~2014"]}


OneDate = Annotated[When, IsOneDate()]
"""A day, month or year, of whatever precision; a period is refused with its two ends."""


def _one(when: When) -> When:
    if when.is_period:
        raise PydanticCustomError("date", "{reason}", {"reason": PERIOD})
    return when
