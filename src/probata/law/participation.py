"""Which state takes part in which instrument, since when. A status has the day for which it was true."""

from __future__ import annotations

from typing import Literal

from probata.law.checked import Checked, Code, PartialDate, Text
from probata.law.instrument import normalise_number


class Acceptance(Checked):
    """Whether a state accepts an optional procedure or a provision that may be excluded."""

    provision: Text
    """Number of the provision."""
    accepted: bool
    """Whether it is accepted."""
    subject: Text
    """What the provision provides."""


class Reservation(Checked):
    """What a state has declared on becoming bound: that a provision does not bind it, or only in some way."""

    provision: Text
    """Number of the provision that it names."""
    text: Text
    """What it says, in our own words."""


class Participation(Checked):
    """One state's standing under one instrument.

    A treaty binds a state only where `status` is `party`, and the conduct is later than the entry into force for it and
    earlier than the day on which a withdrawal took effect; `signatory` is signed and not ratified.
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
    deposited: PartialDate | None = None
    """Deposit of that act, which binds it only from the entry into force."""
    in_force: PartialDate | None = None
    """Entry into force for the state, where a source states it."""
    until: PartialDate | None = None
    """Day from which it binds the state no longer, of one that was a party: its withdrawal took effect."""
    as_of: PartialDate | None = None
    """The day for which the status was true."""
    acceptances: tuple[Acceptance, ...] = ()
    """Optional procedures and exclusions."""
    reservations: tuple[Reservation, ...] = ()
    """Reservations and declarations of interpretation that name a provision. That none stands here says nothing: they
    are recorded only where their text was read."""

    def refused(self, number: str) -> Acceptance | None:
        """Return what the state does not accept of a provision, as `20` of `20(1)`; `None` where it accepts all."""
        plain = normalise_number(number)
        return next(
            (one for one in self.acceptances if not one.accepted and _holds(normalise_number(one.provision), plain)),
            None,
        )

    def reserved(self, number: str) -> tuple[Reservation, ...]:
        """Return the reservations to a provision, to a part of it, or to that of which it is a part."""
        return tuple(one for one in self.reservations if touches(one.provision, number))


def touches(one: str, other: str) -> bool:
    """Tell whether two numbers name a provision and itself, or a part of it: `7` and `7(1)` do, `7` and `71` do not."""
    first, second = normalise_number(one), normalise_number(other)
    return _holds(first, second) or _holds(second, first)


def _holds(outer: str, inner: str) -> bool:
    return inner == outer or inner.startswith(f"{outer}(")
