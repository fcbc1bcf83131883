"""A person's consent: for which forum, audience, purpose and form of identity, until when."""

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
    purposes: tuple[Literal["sanctions", "un", "court", "publication"], ...] = ()
    """For what it may be used; where left out, for whatever the forums are for. A public version is a publication."""
    identity: Literal["named", "pseudonym", "anonymous"] = "named"
    """In what form the person may appear; otherwise than named, under the pseudonym of the
    record, which is its name where it has none."""
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
    withdrawn_on: OneDate | None = None
    """When it was taken back; it holds no longer then, whatever its status says."""
    until: When | None = None
    """Until when it holds, or when it must be looked at again."""
    conditions: Prose | None = None
    """Conditions."""

    @property
    def is_given(self) -> bool:
        """Whether it was given and not taken back."""
        return self.status == "given" and self.withdrawn_on is None

    def holds_on(self, day: When | None) -> bool:
        """Tell whether it is given, not taken back, and has not run out; on an unknown day it has not."""
        return self.is_given and (self.until is None or day is None or self.until.last >= day.first)
