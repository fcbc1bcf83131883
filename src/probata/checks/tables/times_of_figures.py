"""The time that a computed figure covers: its own period, or else the times of all numbers behind it."""

from __future__ import annotations

from probata.checks.check_input import CheckInput
from probata.checks.tenures.sure_days import Days
from probata.figures import times_behind
from probata.model.dates import When


def days_of(case: CheckInput, name: str) -> Days | None:
    """Return the first and last day of the time of a figure; `None` where some of it is not recorded, or open."""
    return _hull(times_behind(case.figures, name, by_period=True))


def days_of_rows(case: CheckInput, name: str) -> Days | None:
    """Return the same of the numbers that it takes, whatever period the figure says that it has."""
    return _hull(times_behind(case.figures, name, by_period=False))


def _hull(times: list[When | None]) -> Days | None:
    known = [when for when in times if when and when.start and when.end]
    if not known or len(known) < len(times):
        return None
    return min(when.first for when in known), max(when.last for when in known)
