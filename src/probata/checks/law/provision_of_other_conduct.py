"""An allegation names a provision that is about other conduct than what it alleges.

Compares the conduct of each allegation, with that of the events that it charges, with the conduct that the catalogue
says each provision concerns. A provision is found with which they share nothing. Left aside are allegations without
conduct, provisions without any, such as those on a mode of responsibility, on who is bound or on procedure, instruments
named without a number, and what is marked `contention: true`.

## Why it matters
A provision that does not speak of what was done is struck out first, and the reader asks what else was named to make up
the number.

## Example
```yaml
case: {title: Example}
allegations:
  - id: a
    title: Beatings
    statement: Prisoners were beaten.
    conduct: [torture]
    provisions: [{instrument: iccpr, provision: 7}, {instrument: iccpr, provision: 14}]
```

Use instead:
```yaml
case: {title: Example}
allegations:
  - id: a
    title: Beatings
    statement: Prisoners were beaten, and convicted in a hearing without a lawyer.
    conduct: [torture, fair_trial]
    provisions: [{instrument: iccpr, provision: 7}, {instrument: iccpr, provision: 14}]
```

## When to allow it
Where a court has read the provision more widely than the catalogue does: name the judgment in the particulars, and
write `contention: true`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.titled import marked
from probata.diagnostics import Severity, say
from probata.law import Provision
from probata.model.allegation import Allegation
from probata.model.event import Event


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare each provision that has conduct with that of its allegation."""
    for allegation in case.pursued:
        conduct = _alleged(case, allegation)
        for position, words, provision in _with_conduct(case, allegation):
            if not conduct & set(provision.conduct):
                about = _labels(case, provision.conduct)
                yield case.finding(
                    "allegations", allegation.id,
                    f"allegation {say.allegation(allegation)} names {words}, which is about {about}, and alleges none "
                    "of that",
                    "name the provision that is about what is alleged, or add the conduct to the allegation where its "
                    "particulars allege it",
                    at=("provisions", position, "provision"),
                    notes=(f"its conduct: {_labels(case, allegation.conduct)}",),
                    alike=f"{words} {_labels(case, allegation.conduct)}",
                )  # fmt: skip


def _alleged(case: CheckInput, allegation: Allegation) -> set[str]:
    """Return the conduct of an allegation, and of what it charges: a wider operation says more of it than one code."""
    events = (case.graph.find("events", Event, event) for event in allegation.events)
    charged = (event.conduct for event in events if event and not event.context_only)
    return {*allegation.conduct, *(code for codes in charged for code in codes)}


def _with_conduct(case: CheckInput, allegation: Allegation) -> Iterator[tuple[int, str, Provision]]:
    """Give the provisions to compare, with their place and how findings call them."""
    for position, alleged in enumerate(allegation.provisions if allegation.conduct else ()):
        instrument = case.catalogue.instrument(alleged.instrument or "")
        provision = instrument.provision(alleged.provision) if instrument and alleged.provision else None
        if instrument and provision and provision.conduct and not alleged.contention:
            yield position, f"{instrument.abbreviation} {instrument.pinpoint(provision.number)}", provision


def _labels(case: CheckInput, codes: Iterable[str]) -> str:
    known = ((code, case.catalogue.conduct_code(code)) for code in dict.fromkeys(codes))
    return ", ".join(marked(found.label) if found else say.words(code) for code, found in known)


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the allegations that have conduct and name a provision that has."""
    yield from (Looked(f"allegations/{found.id}") for found in case.pursued if any(_with_conduct(case, found)))


CHECK = Check("LAW158", "provision-of-other-conduct", Severity.WARNING, "allegations", run, looks_at=_looks_at)
