"""The provisions of treaties that an allegation names, and how much it weighs that one did not bind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from probata.checks.check_input import CheckInput, Loc
from probata.diagnostics import Severity
from probata.law import Instrument
from probata.model.allegation import Allegation, AllegedProvision


@dataclass(frozen=True, slots=True)
class Named:
    """A provision of a treaty as an allegation names it."""

    allegation: str
    position: int
    alleged: AllegedProvision
    treaty: Instrument

    @property
    def loc(self) -> Loc:
        """Its place in the allegation."""
        return ("provisions", self.position, "instrument")

    @property
    def words(self) -> str:
        """How a lawyer writes it."""
        number = self.alleged.provision
        return f"{self.treaty.abbreviation} {self.treaty.pinpoint(number)}" if number else self.treaty.abbreviation


def named_treaties(case: CheckInput, allegation: Allegation) -> Iterator[Named]:
    """Give them in the order of the allegation; an instrument of another kind, or one not in the catalogue, is none."""
    for position, alleged in enumerate(allegation.provisions):
        treaty = case.catalogue.instrument(alleged.instrument or "")
        if treaty and treaty.kind == "treaty":
            yield Named(allegation.id, position, alleged, treaty)


def weight(*, is_read: bool, is_note: bool) -> Severity:
    """Weigh a finding: what nobody read at its source, or recorded without one, warns at most."""
    if is_note:
        return Severity.INFO
    return Severity.ERROR if is_read else Severity.WARNING


def next_step(named: Named, why: str, otherwise: str) -> str:
    """Return the next step: what is still wanting for a contention that is put forward openly, or else `otherwise`.

    A contention that has its remark wants a decision alone. Both are wanted, since a remark may say anything.
    """
    if named.alleged.contention and named.alleged.remark:
        return (
            "read its `remark` again: decide in `decisions.yaml` that it is put forward all the same, or leave it out"
        )
    if named.alleged.remark:
        return f"where its `remark` says {why}, mark it `contention: true`; or {otherwise}"
    mark = "" if named.alleged.contention else " and mark it `contention: true`"
    return f"say in `remark` {why}{mark}, or {otherwise}"
