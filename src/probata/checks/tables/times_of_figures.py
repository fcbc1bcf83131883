"""The time that a computed figure covers: its own period, or else the times of all numbers behind it."""

from __future__ import annotations

from probata.checks.check_input import CheckInput
from probata.checks.tenures.sure_days import Days
from probata.model.dates import When


def days_of(case: CheckInput, name: str) -> Days | None:
    """Return the first and last day of the time of a figure; `None` where some of it is not recorded, or open."""
    return _hull(_times(case, name, by_period=True))


def days_of_rows(case: CheckInput, name: str) -> Days | None:
    """Return the same of the numbers that it takes, whatever period the figure says that it has."""
    return _hull(_times(case, name, by_period=False))


def _hull(times: list[When | None]) -> Days | None:
    known = [when for when in times if when and when.start and when.end]
    if not known or len(known) < len(times):
        return None
    return min(when.first for when in known), max(when.last for when in known)


def _times(case: CheckInput, name: str, *, by_period: bool) -> list[When | None]:
    """Return the times of the numbers behind a figure; a figure on the way that gives its own time has that."""
    times: list[When | None] = []
    ahead, seen = [name], {name}
    while ahead:
        found = case.figures.get(ahead.pop())
        if found and found.figure.period and by_period:
            times.append(found.figure.period)
            continue
        for one in found.taken if found else ():
            if one.figure is None:
                times += [term.period for term in one.terms]
            elif one.figure.id not in seen:
                seen.add(one.figure.id)
                ahead.append(one.figure.id)
    return times
