"""A provision is charged to officers of a State that it does not bind in that part.

Looks, for each provision alleged, at whom it binds (the catalogue says it, with its source) and at the State for which
those charged acted, by the country of the bodies of their posts or the `state` of the case. A rule that binds the State
which expels, returns or extradites is not breached by the State to which a person is brought: that is found where an
event charged with such conduct has another `country`. So is a rule that binds the United Nations and no State. Where no
event has a country it cannot be told, and is a note; so is a provision marked `contention: true`.

## Why it matters
The other side answers that the rule was not theirs to keep, and the State whose rule it was is charged with nothing.

## Example
```yaml
case: {title: Example, state: Ruritania}
people: [{id: wolk, name: Mara Wolk}]
bodies: [{id: office, name: Recovery Office, country: Ruritania}]
positions: [{id: head, title: Head of the Recovery Office, body: office}]
roles: [{id: r, person: wolk, seats: [head], title: Head, dates: 2015/2017, responsibility: command}]
events: [{id: returns, kind: incident, title: Returns, country: Graustark, bodies: [office], conduct: [refoulement]}]
allegations:
  - id: a
    title: Returns
    statement: Persons were returned to Ruritania.
    roles: [{role: r}]
    conduct: [refoulement]
    provisions: [{instrument: uncat, provision: 3}]
    events: [returns]
```

Use instead:
```yaml
case: {title: Example, state: Ruritania}
people: [{id: wolk, name: Mara Wolk}]
bodies: [{id: office, name: Alien Office, country: Ruritania}]
positions: [{id: head, title: Head of the Alien Office, body: office}]
roles: [{id: r, person: wolk, seats: [head], title: Head, dates: 2015/2017, responsibility: command}]
events: [{id: returns, kind: incident, title: Returns, country: Ruritania, bodies: [office], conduct: [refoulement]}]
allegations:
  - id: a
    title: Returns
    statement: Persons were returned to Graustark.
    roles: [{role: r}]
    conduct: [refoulement]
    provisions: [{instrument: uncat, provision: 3}]
    events: [returns]
```

## When to allow it
Where it is argued that the one State aided the breach of the other, or acted on its territory. Say so in the
particulars and write `contention: true`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding, Outcome
from probata.checks.looked_at import with_provisions
from probata.checks.support.states_acting import Acting, acting
from probata.diagnostics import Severity, say
from probata.law import Instrument
from probata.law.instrument import Duty
from probata.model.allegation import Allegation, AllegedProvision


@dataclass(frozen=True, slots=True)
class Misplaced:
    """A provision that binds somebody else than the State of those charged."""

    position: int
    words: str
    duty: Duty
    is_contention: bool
    acting: Acting


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare each provision with the State of those charged; what an allegation has of one kind is found once."""
    for allegation in case.pursued:
        groups: dict[tuple[str, bool], list[Misplaced]] = {}
        for found in _misplaced(case, allegation):
            groups.setdefault((found.duty.bearer, found.is_contention), []).append(found)
        for together in groups.values():
            yield _finding(case, allegation, together)


def _misplaced(case: CheckInput, allegation: Allegation) -> Iterator[Misplaced]:
    conduct = frozenset(allegation.conduct)
    for position, alleged in enumerate(allegation.provisions):
        instrument = case.catalogue.instrument(alleged.instrument or "")
        for duty in instrument.duties(alleged.provision, conduct) if instrument else ():
            concerned = conduct & set(duty.conduct) if duty.conduct else conduct
            state = acting(case, allegation, frozenset(concerned))
            if instrument and state.own and _is_of_another(case, duty, state):
                yield Misplaced(position, _words(instrument, alleged), duty, alleged.contention, state)
                break


def _is_of_another(case: CheckInput, duty: Duty, state: Acting) -> bool:
    if duty.bearer == "state_that_removes":
        return bool(state.abroad(case)) or not state.places
    return duty.bearer == "united_nations"


def _words(instrument: Instrument, alleged: AllegedProvision) -> str:
    return f"{instrument.abbreviation} {instrument.pinpoint(alleged.provision) if alleged.provision else ''}".strip()


def _finding(case: CheckInput, allegation: Allegation, together: list[Misplaced]) -> Finding:
    first = together[0]
    own = " and ".join(say.words(state) for state in first.acting.own)
    words = ", ".join(dict.fromkeys(one.words for one in together))
    verb = "bind" if len(together) > 1 else "binds"
    whom = "the United Nations"
    if first.duty.bearer == "state_that_removes":
        abroad = first.acting.abroad(case)
        whom = f"the State that removes a person{f', here from {say.words(abroad[0])}' if abroad else ''}"
    is_open = first.duty.bearer == "state_that_removes" and not first.acting.places
    return case.finding(
        "allegations", allegation.id, f"{words} {verb} {whom}; those charged acted for {own}",
        "say in `country` of the event from where persons were brought" if is_open
        else "name a rule that bound the State of those charged, or say in the particulars what its part was and "
        "decide the finding",
        at=("provisions", first.position, "instrument"),
        notes=tuple(dict.fromkeys(_note(one) for one in together)),
        severity=Severity.INFO if is_open or first.is_contention else None,
        outcome=Outcome.CANNOT_TELL if is_open else Outcome.FAILED,
        alike=f"{words} {verb} {whom} {own}",
    )  # fmt: skip


def _note(one: Misplaced) -> str:
    read = f"read on {one.duty.read_on}" if one.duty.verified else "not read at its source"
    return f"{one.words} binds {one.duty.text} ({read})"


CHECK = Check("LAW153", "duty-of-another-state", Severity.WARNING, "allegations", run, looks_at=with_provisions)
