"""Dates as FollowTheMoney has them: a year, month or day, never about so and never a period."""

from __future__ import annotations

from probata.model.dates import Point, When
from probata.model.tenure import Tenure


def day_of(when: When | None) -> str | None:
    """Return a date as FollowTheMoney has it; nothing for a period, or for what is only about so."""
    if when is None or when.is_period or when.start is None or when.start.approximate:
        return None
    return when.start.text


def ends_of(dates: When | None) -> dict[str, list[str | None]]:
    """Return when something was: its day, or the two ends of its time."""
    if dates is None or not dates.is_period:
        return {"date": [day_of(dates)]}
    return {"startDate": [_exact(dates.start)], "endDate": [_exact(dates.end)]}


def ends_of_tenure(tenure: Tenure | None) -> dict[str, list[str | None]]:
    """Return beginning and end where they are known to be so, and are no days about which something was only seen."""
    if tenure is None:
        return {}
    stated = tenure.stated
    start = stated.start if tenure.start_known else None
    end = stated.end if tenure.end_known and stated.is_period else None
    return {"startDate": [_exact(start)], "endDate": [_exact(end)]}


def ends_of_time(stated: When | None) -> dict[str, list[str | None]]:
    """Return beginning and end of what lasted; nothing where no time is recorded. A single day is a beginning."""
    if stated is None:
        return {}
    return {"startDate": [_exact(stated.start)], "endDate": [_exact(stated.end if stated.is_period else None)]}


def _exact(point: Point | None) -> str | None:
    return point.text if point and not point.approximate else None
