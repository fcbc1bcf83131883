"""One person's holding of one or several posts under one appointment."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any, ClassVar, Literal

from pydantic import model_validator

from probata.model.citation import Citations
from probata.model.cited_value import TextField, hand_down_translations
from probata.model.dates import Answer, OneDate, When
from probata.model.record import Id, Line, Part, Prose, Record, in_short
from probata.model.responsibility import Responsibilities
from probata.model.tenure import TenureField

_WEAKEST = [Answer.NO, Answer.POSSIBLE, Answer.CERTAIN]


class Term(Part):
    """A numbered term of a college, such as the 19th Central Commission."""

    body: Id
    """The college."""
    number: Line
    """Number of the term, such as `19`."""
    dates: When | None = None
    """How long the term of the college itself lasts."""


class Seat(Part):
    """One post held under the appointment."""

    position: Id
    """The post."""
    function: Literal["main", "side"] = "main"
    """Main or side function."""
    dates: When | None = None
    """Dates for this seat, where they differ from the role's."""
    citations: Citations = ()
    """Where it is taken from that this post was held."""


SeatField = Annotated[Seat, in_short("position", Seat)]


class Role(Record):
    """A role: who held which posts, from when to when, and with what responsibility."""

    texts_in_parts: ClassVar[tuple[str, ...]] = ("rank",)

    person: Id
    """Who."""
    seats: tuple[SeatField, ...] = ()
    """The posts, one or several."""
    title: Prose
    """The title as the source states it, or how we call it."""
    short_title: Prose | None = None
    """A shorter form of it, for sentences and tables; needed where the title is long or names several posts."""
    rank: TextField | None = None
    """Rank at the time, such as `deputy ministerial level`."""
    full_time: bool | None = None
    """Whether full-time, where the source says so."""
    acting: bool = False
    """Whether only acting."""
    term: Term | None = None
    """Which term of a college, for a membership."""
    dates: TenureField
    """From when to when."""
    status: Literal["current", "ended", "unknown"] = "ended"
    """Whether the person still holds it; a role with an open end is `current` or `unknown`."""
    as_of: OneDate | None = None
    """The day for which the status was true."""
    responsibility: Responsibilities = ()
    """What responsibility the role brings, as stated."""
    context_only: bool = False
    """True for a career post on which nothing rests."""
    citations: Citations = ()
    """Where it is taken from."""
    note: Line | None = None
    """A remark for the team, never printed in a filing."""

    @model_validator(mode="before")
    @classmethod
    def _translations_of_rank(cls, record: Any) -> Any:
        return hand_down_translations(record, "rank")

    def covers(self, other: When) -> Answer:
        """Answer whether the role was held through all of `other`; an open end is sure up to the as-of date only."""
        stated = self.dates.stated
        if stated.end is None and stated.start and self.status == "current" and self.as_of and self.as_of.end:
            if other.last > self.as_of.last:
                return min(self.dates.covers(other), Answer.POSSIBLE, key=_WEAKEST.index)
            known = replace(stated, end=self.as_of.end)
            return self.dates.model_copy(update={"stated": known}).covers(other)
        return self.dates.covers(other)
