"""An existing listing of a person under a sanctions regime, or the result of a search for one."""

from __future__ import annotations

from typing import Annotated

from probata.model.citation import Citations
from probata.model.dates import When
from probata.model.one_date import OneDate
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
    """From when to when."""
    reason: Prose | None = None
    """Reason given."""
    found: Annotated[bool, IsSafeguard()] = True
    """False records that a search on `searched_on` found none."""
    searched_on: OneDate | None = None
    """When the lists were searched."""
    citations: Citations = ()
    """Where it is taken from."""
