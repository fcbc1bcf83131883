"""How old somebody was on a day."""

from __future__ import annotations

from datetime import date

from probata.checks.tenures.sure_days import is_approximate
from probata.law.full_age import full_age
from probata.model.dates import Answer, When
from probata.model.person import Person

FULL_AGE = full_age().years
"""By `law/full_age.yaml`."""


def births_of(person: Person) -> tuple[When, ...]:
    """Return the dates of birth that sources give for a person; several where they differ, none where none is known."""
    own = person.birth.date.value if person.birth.date else None
    return tuple(when for when in (own, *(other.date for other in person.birth.alternatives)) if when)


def age_on(born: date, day: date) -> int:
    """Return the full years between a birth and a day; below 0 for a day before the birth."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def is_minor(births: tuple[When, ...], day: When) -> Answer:
    """Answer by the oldest and the youngest that the person may have been on a day."""
    oldest = age_on(min(birth.first for birth in births), day.last)
    youngest = age_on(max(birth.last for birth in births), day.first)
    if youngest >= FULL_AGE:
        return Answer.NO
    is_sure = oldest < FULL_AGE and not any(map(is_approximate, (*births, day)))
    return Answer.CERTAIN if is_sure else Answer.POSSIBLE
