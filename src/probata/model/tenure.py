"""How long somebody held a post or a relation lasted, and how sure that is.

Two ranges, as the Security Force Monitor handbook has them: the days on which it was certainly so, and the days
between which it was so at some time.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Annotated

from probata.model.citation import Citations
from probata.model.dates import Answer, Point, When
from probata.model.record import Line, Part, Prose, in_short

_END = Point(date.max.year, date.max.month, date.max.day)


class OtherAccount(Part):
    """Other dates that a source gives for the same thing. Kept, never corrected."""

    dates: When
    """The dates as that source gives them."""
    citations: Citations = ()
    """Which source."""
    note: Line | None = None
    """Where they differ."""


class Tenure(Part):
    """A period with its certain and possible ends."""

    stated: When
    """The period as the source states it."""
    certain: When | None = None
    """The days on each of which it was so; where left out, what `stated` makes sure of."""
    possible: When | None = None
    """The days on at least one of which it was so; where left out, `stated`."""
    start_known: bool = True
    """False where the first date is only when a source first shows it."""
    end_known: bool = True
    """False where the last date is only when a source last shows it."""
    start_context: Prose | None = None
    """How it began: appointed, elected, assumed post."""
    end_context: Prose | None = None
    """How it ended: transferred, promoted, removed."""
    other_accounts: tuple[OtherAccount, ...] = ()
    """Other dates that sources give."""
    citations: Citations = ()
    """Where the dates are taken from."""

    def going_on(self) -> Tenure:
        """Return it with an open end read as lasting on: so relations that were set up are read, posts held are not.

        What a source only last shows (`end_known: false`) does not go on.
        """
        if not (self.end_known and self.stated.is_open):
            return self
        return self.model_copy(update={"stated": lasting(self.stated)})

    def covers(self, other: When) -> Answer:
        """Answer whether it was so through all of `other`: certain, possible or no."""
        if self.certain and self.certain.first <= other.first and other.last <= self.certain.last:
            return Answer.CERTAIN
        wide = self.possible or self.stated
        if wide.covers(other) is Answer.NO:
            return Answer.NO
        return self.stated.covers(other) if self.certain is None else Answer.POSSIBLE

    def touches(self, other: When) -> Answer:
        """Answer whether it was so on some day of `other`; days that are only possible make nothing certain."""
        if self.certain and self.certain.overlaps(other) is Answer.CERTAIN:
            return Answer.CERTAIN
        if (self.possible or self.stated).overlaps(other) is Answer.NO:
            return Answer.NO
        is_sure = self.certain is None and self.stated.overlaps(other) is Answer.CERTAIN
        return Answer.CERTAIN if is_sure else Answer.POSSIBLE


def lasting(when: When) -> When:
    """Return a period with an open end as one that lasts to the end of the calendar."""
    return when if when.end else replace(when, end=_END)


TenureField = Annotated[Tenure, in_short("stated", Tenure)]
"""A period such as `2015-08/2017-04`, or one with certain and possible ends."""
