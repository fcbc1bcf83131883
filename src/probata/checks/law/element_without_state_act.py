"""An element asks for the act of a State, and by the records no such State acted.

Looks at the elements of the provisions alleged. Some ask by themselves for the act of a State: expulsion, return or
extradition by the State in which a person is, or the hand of officials in torture. Of the first kind, those are found
where what is charged happened abroad and only bodies of the State of those charged are recorded as acting. Of the
second, where all bodies recorded as acting are private: companies, media, universities, associations.

## Why it matters
Somebody who was persuaded to travel was sent by no State, whatever persuaded them. If nobody who could do the act is in
the records, the element fails before the evidence is read.

## Example
```yaml
case: {title: Example, state: Ruritania}
bodies: [{id: office, name: Recovery Office, country: Ruritania}]
events: [{id: returns, kind: incident, title: Returns, country: Graustark, bodies: [office], conduct: [refoulement]}]
allegations:
  - id: a
    title: Returns
    statement: Persons were persuaded to return to Ruritania.
    conduct: [refoulement]
    provisions: [{instrument: uncat, provision: 3}]
    events: [returns]
```

Use instead:
```yaml
case: {title: Example, state: Ruritania}
bodies:
  - {id: office, name: Recovery Office, country: Ruritania}
  - {id: police, name: Police of Graustark, country: Graustark}
events:
  - id: returns
    kind: incident
    title: Returns
    country: Graustark
    bodies: [office, police]
    conduct: [refoulement]
allegations:
  - id: a
    title: Returns
    statement: The police of Graustark handed persons over to Ruritania.
    conduct: [refoulement]
    provisions: [{instrument: uncat, provision: 3}]
    events: [returns]
```

## When to allow it
Where the act of that State is told in the particulars and its body is not known.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import with_provisions
from probata.checks.support.states_acting import Acting, acting
from probata.checks.titled import marked
from probata.diagnostics import Severity, say
from probata.law import Element
from probata.model.allegation import Allegation

PRIVATE = frozenset({"company", "media", "university", "non_governmental_organisation"})
"""Kinds of bodies that are no part of a State; a party organ may be in fact."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Look at each element once for an allegation, whichever provisions ask for it."""
    for allegation in case.pursued:
        told: set[str] = set()
        for position, conduct, element in _asking(case, allegation):
            state = acting(case, allegation, conduct)
            lacking = _lacking(case, state, element) if element.id not in told else ""
            if lacking:
                told.add(element.id)
                yield case.finding(
                    "allegations", allegation.id, f"the element {marked(element.label)} asks for {lacking}",
                    "record the body of the State that did it, with its `country`; or name a provision that does not "
                    "ask for such an act",
                    at=("provisions", position, "instrument"),
                    severity=Severity.INFO if allegation.provisions[position].contention else None,
                    notes=(f"recorded: {say.bodies(body.id for body in state.bodies)}",),
                    alike=f"{element.id} {lacking}",
                )  # fmt: skip


def _asking(case: CheckInput, allegation: Allegation) -> Iterator[tuple[int, frozenset[str], Element]]:
    """Give the elements that ask for the act of a State and have no alternative that does not, with the conduct."""
    for position, alleged in enumerate(allegation.provisions):
        provision = case.catalogue.provision(alleged.instrument or "", alleged.provision or "")
        conduct = frozenset(allegation.conduct) & frozenset(provision.conduct if provision else ())
        for requirement in provision.elements if provision else ():
            elements = [case.catalogue.elements[one] for one in requirement.any_of]
            if all(element.act_of for element in elements):
                yield position, conduct, elements[0]


def _lacking(case: CheckInput, state: Acting, element: Element) -> str:
    """Say what the records lack, or nothing; without any body recorded it cannot be told."""
    if not state.bodies:
        return ""
    if element.act_of == "state_that_removes":
        lacks = state.abroad(case) and all(body.country for body in state.bodies) and not state.foreign(case)
        own = " and ".join(say.words(one) for one in state.own)
        return f"an act of the State that removes a person, and only bodies of {own} are recorded" if lacks else ""
    is_private = all(body.kind in PRIVATE for body in state.bodies)
    return "an act of a State, and only private bodies are recorded" if is_private else ""


CHECK = Check("LAW154", "element-without-state-act", Severity.WARNING, "allegations", run, looks_at=with_provisions)
