"""Moves the clock of a process by two years; Python reads a module of this name from its path when it starts."""

# ruff: noqa: TID251 (the clock is what it moves)

from __future__ import annotations

import datetime
import time
from datetime import date as _date
from datetime import datetime as _datetime
from typing import Any

YEARS = 2 * 365 * 86400
_seconds, _nanoseconds, _local, _universal = time.time, time.time_ns, time.localtime, time.gmtime


class _Meta(type):
    """Lets values made before and after the change pass for each other."""

    def __instancecheck__(cls, value: object) -> bool:
        return isinstance(value, _datetime if cls.__name__ == "datetime" else _date)


class date(_date, metaclass=_Meta):  # noqa: N801 (takes the place of the one of the library)
    @classmethod
    def today(cls) -> Any:
        return cls.fromtimestamp(time.time())


class datetime_(_datetime, metaclass=_Meta):  # noqa: N801 (as above)
    @classmethod
    def now(cls, tz: Any = None) -> Any:
        return cls.fromtimestamp(time.time(), tz)

    @classmethod
    def utcnow(cls) -> Any:
        return cls.fromtimestamp(time.time(), datetime.UTC).replace(tzinfo=None)


datetime_.__name__ = "datetime"
time.time = lambda: _seconds() + YEARS
time.time_ns = lambda: _nanoseconds() + YEARS * 10**9
time.localtime = lambda seconds=None: _local(time.time() if seconds is None else seconds)
time.gmtime = lambda seconds=None: _universal(time.time() if seconds is None else seconds)
datetime.date, datetime.datetime = date, datetime_  # type: ignore[misc]
