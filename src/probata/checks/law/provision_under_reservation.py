"""A provision is named to which the State has made a reservation.

Compares the provisions of treaties in the allegations put forward with the reservations recorded for the State: those
under `standings` in the case, and those of the catalogue. A part of an article and the whole of it are taken for one.
Whether the reservation still stands, is permitted, and reaches this conduct is not judged: each is a note, once for
each reservation. Where none is recorded nothing is said, for the records are not complete.

## Why it matters
The State that was asked about a provision answers first with its reservation to it. A paper that does not mention it
looks as if nobody had known.

## Example
```yaml
case:
  title: Example
  state: Ruritania
  standings:
    - instrument: iccpr
      status: party
      in_force: 1998
      standing: State party since 1998
      reservations: [{provision: "10(2)", text: juveniles are held with adults where no other place is free}]
allegations:
  - id: cells
    title: Cells at North Prison
    statement: Boys were held with adults in North Prison in 2016.
    period: 2016
    provisions: [{instrument: iccpr, provision: "10"}]
```

Use instead:
```yaml
case:
  title: Example
  state: Ruritania
  standings:
    - instrument: iccpr
      status: party
      in_force: 1998
      standing: State party since 1998
      reservations: [{provision: "10(2)", text: juveniles are held with adults where no other place is free}]
allegations:
  - id: cells
    title: Cells at North Prison
    statement: Boys were held with adults in North Prison in 2016.
    period: 2016
    provisions: [{instrument: iccpr, provision: "7"}]
```

## When to allow it
Where the reservation was withdrawn or does not reach this conduct. Say so in the `remark` of the provision.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding, Outcome
from probata.checks.looked_at import Looked
from probata.diagnostics import Severity, say
from probata.law import Instrument
from probata.law.participation import touches
from probata.model.allegation import Allegation


def run(case: CheckInput) -> Iterator[Finding]:
    """Look for reservations to the provisions of each allegation, each once for an allegation."""
    state = case.graph.case.state or ""
    for allegation in case.pursued if state else ():
        told: set[tuple[str, str]] = set()
        for position, treaty, number in _of_treaties(case, allegation):
            for reserved, text in _reservations(case, state, treaty, number):
                if (treaty.id, text) not in told:
                    told.add((treaty.id, text))
                    yield _finding(
                        case,
                        allegation,
                        position,
                        f"{treaty.abbreviation} {treaty.pinpoint(number)}",
                        f"{treaty.pinpoint(reserved)}: {text}",
                    )


def _of_treaties(case: CheckInput, allegation: Allegation) -> Iterator[tuple[int, Instrument, str]]:
    for position, alleged in enumerate(allegation.provisions):
        treaty = case.catalogue.instrument(alleged.instrument or "")
        if treaty and treaty.kind == "treaty" and alleged.provision:
            yield position, treaty, alleged.provision


def _reservations(case: CheckInput, state: str, treaty: Instrument, number: str) -> Iterator[tuple[str, str]]:
    """Give the provision and the words of each reservation, those of the case before those of the catalogue."""
    for own in case.graph.case.standings:
        if own.instrument == treaty.id:
            yield from ((one.provision, one.text) for one in own.reservations if touches(one.provision, number))
    known = case.catalogue.standing_of(state, treaty.id)
    yield from ((one.provision, one.text) for one in (known.reserved(number) if known else ()))


def _finding(case: CheckInput, allegation: Allegation, position: int, words: str, reservation: str) -> Finding:
    return case.finding(
        "allegations", allegation.id,
        f"{words} is named, and a reservation of {say.words(case.graph.case.state)} is recorded to it",
        "read whether it still stands and reaches this conduct, say so in `remark` of the provision, and decide the "
        "finding",
        at=("provisions", position, "instrument"), notes=(f"reservation to {reservation}",),
        outcome=Outcome.CANNOT_TELL, alike=f"{words} {reservation}",
    )  # fmt: skip


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the allegations that name a numbered provision of a treaty; without a State it cannot be told."""
    why = "" if case.graph.case.state else "the State is not recorded"
    for allegation in case.pursued:
        if any(_of_treaties(case, allegation)):
            yield Looked(f"allegations/{allegation.id}", why)


CHECK = Check(
    "LAW175", "provision-under-reservation", Severity.INFO, "allegations", run, looks_at=_looks_at,
    rests_on={"allegations": ("provisions",)},
)  # fmt: skip
