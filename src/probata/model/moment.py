"""Moments: a day, or a time of a day with or without its zone, compared by what they may mean."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any, Final

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema

from probata.diagnostics.value import value
from probata.model.dates import read_by

_FORM: Final = re.compile(
    r"^(?P<day>\d{4}-\d\d-\d\d)(?:[T ](?P<time>\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?)"
    r"\s?(?P<zone>Z|[+-]\d\d:\d\d)?)?$",
    re.ASCII,
)
_EXAMPLES: Final = ["2026-11-30T22:35:54+01:00", "2026-11-30T22:35Z", "2026-11-30"]
_WEST, _EAST = timezone(timedelta(hours=-12)), timezone(timedelta(hours=14))
"""The zones in which a day ends last and begins first."""


@value()
class Moment:
    """A moment, with the characters it was written in. `first` and `last` are the earliest and latest it may mean.

    A day without a time may be any of its moments, and a time without a zone that time anywhere on earth.
    """

    text: str
    first: datetime
    last: datetime
    has_time: bool
    has_zone: bool

    @property
    def day(self) -> date:
        """The day where it was written down."""
        return date.fromisoformat(self.text.strip()[:10])

    @property
    def clock(self) -> str:
        """The time as it was written down, hours and minutes with the zone: `22:35 +01:00`; empty where it has none."""
        found = _FORM.match(self.text)
        zone = {"Z": "UTC"}.get(found["zone"], found["zone"]) if found and found["zone"] else ""
        return f"{found['time'][:5]} {zone}".strip() if found and found["time"] else ""

    def is_surely_before(self, other: Moment) -> bool:
        """Tell whether whatever the two mean, this one is earlier."""
        return self.last < other.first

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Read from a string."""
        return read_by(parse_moment, "moment")

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Describe it to editors as a string with examples."""
        return {"type": "string", "examples": _EXAMPLES}


def parse_moment(text: str) -> Moment:
    """Read a moment as ISO 8601 writes it; raises `ValueError` in plain words."""
    found = _FORM.match(text.strip())
    if not found:
        raise ValueError(f"not a moment such as {_EXAMPLES[0]}, or a day such as {_EXAMPLES[2]}")
    try:
        day = datetime.fromisoformat(found["day"])
        if not found["time"]:
            last = day + timedelta(days=1, microseconds=-1)
            return Moment(text.strip(), day.replace(tzinfo=_EAST), last.replace(tzinfo=_WEST), False, False)
        at = datetime.fromisoformat(f"{found['day']}T{found['time']}{found['zone'] or ''}")
        if at.tzinfo is None:
            return Moment(text.strip(), at.replace(tzinfo=_EAST), at.replace(tzinfo=_WEST), True, False)
        return Moment(text.strip(), at.astimezone(UTC), at.astimezone(UTC), True, True)
    except (ValueError, OverflowError):
        raise ValueError("there is no such day or time") from None
