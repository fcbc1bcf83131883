"""One link of a chain of command, and how surely it held at some time.

Only the two command classes carry (`model/command.py`). A part of a body is under whoever commands the whole, but for
the time for which the two are recorded to stand to each other in another way.
Oversight, coordination, administration, membership and what is our own reading carry nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from probata.model.dates import Answer, When
from probata.model.tenure import Tenure, lasting

COMMANDS = frozenset({"command_de_jure", "command_de_facto"})
OVERSIGHT = "oversight"
INFERRED = "inferred"
"""Kind of a relation that is our own reading (`CommandRelation.shown_kind`)."""


@dataclass(frozen=True, slots=True)
class Hop:
    """One step downwards, from a post or body to what is recorded below it."""

    superior: str
    subordinate: str
    kind: str
    """Kind of the relation, `inferred` where it is our own reading, or `part_of`."""
    relation: str | None = None
    """Id of the relation; `None` for a part of a body."""
    dates: Tenure | When | None = None
    instead: tuple[Hop, ...] = ()
    """Relations of the same two that are no command and outrank that one is part of the other."""

    @property
    def stated(self) -> When | None:
        """Its period as the source states it."""
        return self.dates.stated if isinstance(self.dates, Tenure) else self.dates

    @property
    def is_command(self) -> bool:
        """Whether the chain goes on over it."""
        return self.kind in COMMANDS or self.kind == "part_of"

    @property
    def widest(self) -> When | None:
        """The days between which it was so at some time; `None` where it has no dates."""
        return (self.dates.possible or self.dates.stated) if isinstance(self.dates, Tenure) else self.dates

    def holds_on(self, when: When | None) -> Answer:
        """Answer whether it was so on some day of `when`; what has no date may have been so at any time.

        An open end goes on, but for a relation of which a source only last shows it (`end_known: false`).
        """
        if when is None or self.dates is None:
            return Answer.POSSIBLE
        if not isinstance(self.dates, Tenure):
            return lasting(self.dates).overlaps(when)
        return self.dates.going_on().touches(when)

    def carries_on(self, when: When | None) -> Answer:
        """Answer whether the chain goes on over it on some day of `when`."""
        if not self.is_command or self.outranked_on(when):
            return Answer.NO
        return self.holds_on(when)

    def outranked_on(self, when: When | None) -> Hop | None:
        """Return the relation that stands in its place then; one without dates stands there at any time."""
        return next((one for one in self.instead if one.dates is None or one.holds_on(when) is Answer.CERTAIN), None)
