"""How old somebody was on a day."""

from __future__ import annotations

from datetime import date

from probata.model.dates import When
from probata.model.person import Person


def births_of(person: Person) -> tuple[When, ...]:
    """Return the dates of birth that sources give for a person; several where they differ, none where none is known."""
    own = person.birth.date.value if person.birth.date else None
    return tuple(when for when in (own, *(other.date for other in person.birth.alternatives)) if when)


def age_on(born: date, day: date) -> int:
    """Return the full years between a birth and a day; below 0 for a day before the birth."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
