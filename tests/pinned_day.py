"""The day on which commands run that tests call in their own process: the same whenever the suite runs.

Some notes come with the day, such as that a rule is due for reading again. A command that a test starts as a process of
its own has the day of the machine: such a test counts no notes.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, tzinfo
from typing import Self

import pytest

DAY = date(2026, 11, 27)


@contextmanager
def on_day(day: date) -> Iterator[None]:
    """Let commands take this for the day of today, in every time zone."""

    class Pinned(datetime):
        """The clock, standing at noon."""

        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Self:
            """Return noon of the day in the zone that is asked for; without one, of the machine."""
            return cls.combine(day, time(12), UTC).astimezone(tz)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("probata.cli.today.datetime", Pinned)
        yield
