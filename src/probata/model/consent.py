"""A person's consent: for which forum, audience and form of identity, until when."""

from __future__ import annotations

from typing import ClassVar, Literal

from probata.model.dates import OneDate, When
from probata.model.record import Id, Line, Prose, Record


class Consent(Record):
    """A consent. It is given per use, never once for all."""

    is_safeguard: ClassVar[bool] = True

    person: Id
    """Whose consent."""
    status: Literal["given", "refused", "withdrawn", "not_sought"] = "given"
    """Given, refused, withdrawn or not sought."""
    forums: tuple[Id, ...] = ()
    """Forums for which it was given; empty means none."""
    audiences: tuple[Literal["decision_maker", "accused", "state", "public"], ...] = ()
    """Who may see it."""
    identity: Literal["named", "pseudonym", "anonymous"] = "named"
    """In what form the person may appear; otherwise than named, the name of the record is the pseudonym."""
    given_by: Id | None = None
    """Who gave it for the person, such as the next of kin of somebody who died or disappeared."""
    relation: Prose | None = None
    """How who gave it stands to the person, such as `sister and next of kin`."""
    obtained_on: OneDate | None = None
    """When it was obtained."""
    obtained_by: Line | None = None
    """By whom."""
    method: Literal["written", "recorded", "oral_witnessed"] | None = None
    """How."""
    language: Prose | None = None
    """In what language it was explained."""
    withdrawal: Prose | None = None
    """How it can be taken back, such as to whom the person turns."""
    until: When | None = None
    """Until when it holds, or when it must be looked at again."""
    conditions: Prose | None = None
    """Conditions."""

    def holds_on(self, day: When | None) -> bool:
        """Tell whether it is given, not taken back, and has not run out; on an unknown day it has not."""
        return self.status == "given" and (self.until is None or day is None or self.until.last >= day.first)
