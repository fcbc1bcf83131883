"""What became of a change that is kept in one document."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NotMade:
    """A change that the document does not have."""

    change: str
    """Its id."""

    places: int
    """In how many places its old words stand: 0 or several where that is why; 1 where there is another reason."""

    reason: str = ""
    """Why it could not be made in its one place: a fact, lower case, no final stop."""


# A change that cannot be made as it is written.


class UnclearChangeError(Exception):
    """Says in the message what stands in the way: a fact, lower case, no final stop."""
