"""Which state takes part in which instrument, since when. A status has the day for which it was true."""

from __future__ import annotations

from typing import Literal

from probata.law.checked import Checked, Code, PartialDate, Text


class Acceptance(Checked):
    """Whether a state accepts an optional procedure or a provision that may be excluded."""

    provision: Text
    """Number of the provision."""
    accepted: bool
    """Whether it is accepted."""
    subject: Text
    """What the provision provides."""


class Participation(Checked):
    """One state's standing under one instrument.

    A treaty binds a state only where `status` is `party` and the conduct is later than the entry into force for it;
    `signatory` is signed and not ratified.
    """

    state: Text
    """Name of the state."""
    also: tuple[Text, ...] = ()
    """Other names under which records may know it; once for each state is enough."""
    iso: Text
    """Its code of two letters (ISO 3166-1)."""
    instrument: Code
    """Id of the instrument."""
    status: Literal["party", "signatory", "not_party"]
    """Party, signed and not ratified, or neither."""
    signed: PartialDate | None = None
    """Signature."""
    act: Literal["ratification", "accession", "succession"] | None = None
    """How the state became a party."""
    bound_on: PartialDate | None = None
    """Deposit of that act."""
    in_force: PartialDate | None = None
    """Entry into force for the state, where a source states it."""
    as_of: PartialDate | None = None
    """The day for which the status was true."""
    acceptances: tuple[Acceptance, ...] = ()
    """Optional procedures and exclusions."""
