"""An existing listing of a person under a sanctions regime, or the result of a search for one."""

from __future__ import annotations

from typing import Annotated

from probata.model.citation import Citations
from probata.model.dates import When
from probata.model.record import Id, IsSafeguard, Line, Record


class Listing(Record):
    """A listing. FollowTheMoney calls it a Sanction."""

    person: Id
    """Who is listed."""
    authority: Line
    """Who listed the person."""
    programme: Line | None = None
    """Under which programme."""
    dates: When | None = None
    """From when to when."""
    reason: Line | None = None
    """Reason given."""
    found: Annotated[bool, IsSafeguard()] = True
    """False records that a search on `searched_on` found none."""
    searched_on: When | None = None
    """When the lists were searched."""
    citations: Citations = ()
    """Where it is taken from."""
