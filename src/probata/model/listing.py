"""An existing listing of a person under a sanctions regime, or the result of a search for one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Annotated

from probata.model.citation import Citations
from probata.model.dates import OneDate, When
from probata.model.record import Id, IsSafeguard, Prose, Record


class Listing(Record):
    """A listing. FollowTheMoney calls it a Sanction."""

    person: Id
    """Who is listed."""
    authority: Prose
    """Who listed the person."""
    programme: Prose | None = None
    """Under which programme."""
    dates: When | None = None
    """From when to when; with an open end, such as `2023-05/..`, where it is still in force."""
    reason: Prose | None = None
    """Reason given."""
    found: Annotated[bool, IsSafeguard()] = True
    """False records that a search on `searched_on` found none."""
    searched_on: OneDate | None = None
    """When the lists were searched."""
    citations: Citations = ()
    """Where it is taken from."""

    def has_ended(self, day: When | None) -> bool:
        """Tell whether it was over by a day; on an unknown day one with an end is over."""
        if self.dates is None or self.dates.end is None or not self.dates.is_period:
            return False
        return day is None or self.dates.last < day.first

    def is_in_force(self, day: When | None) -> bool:
        """Tell whether it was found, had begun by a day and had not ended.

        Where no day is known, or no period is recorded, nobody can tell: a single date says nothing of the end.
        """
        if not self.found or self.dates is None or not self.dates.is_period or day is None:
            return False
        return self.dates.first <= day.first and not self.has_ended(day)


def names_any(text: str, names: Iterable[str]) -> bool:
    """Tell whether a text holds one of the names as whole words, whatever its case and full stops."""
    told = _plain(text)
    return any(re.search(rf"(?<!\w){re.escape(_plain(name))}(?!\w)", told) for name in names)


def _plain(text: str) -> str:
    return re.sub(r"\.(?=\w|\s|$)", "", text.casefold())
