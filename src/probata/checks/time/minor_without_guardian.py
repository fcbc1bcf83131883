"""A consent of somebody under 18, and nobody is recorded who gave it for them.

Compares the birth of each person with the day on which a consent was obtained, or with the day of the case where that
day is not recorded: it was then no older. Found is a consent that was given by a minor, where `given_by` names nobody
else. Where the dates leave the age open, or one is approximate, it is a note.

## Why it matters
A child does not decide alone that a State may read its name. A forum that sees the date of birth asks who decided, and
what happens to the child if nobody did weighs more than any filing.

## Example
```yaml
case: {title: Example}
people: [{id: tarn, name: Witness A, birth: {date: 2008-03}}]
consents: [{id: c, person: tarn, forums: [uk-ghr], obtained_on: 2024-03-04}]
```

Use instead:
```yaml
case: {title: Example}
people: [{id: tarn, name: Witness A, birth: {date: 2008-03}}, {id: mother, name: Relative A}]
consents: [{id: c, person: tarn, forums: [uk-ghr], obtained_on: 2024-03-04, given_by: mother, relation: mother}]
```

## When to allow it
Where no guardian can be asked, or asking one puts the child at risk: say in the decision who weighed the interest of
the child, and how.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding, Outcome
from probata.checks.looked_at import Looked
from probata.checks.tenures.ages import FULL_AGE, births_of, is_minor
from probata.diagnostics import Severity, say
from probata.model.consent import Consent
from probata.model.dates import Answer, When
from probata.model.person import Person


def run(case: CheckInput) -> Iterator[Finding]:
    """Look at each consent that was given, of a person whose birth and whose day are known."""
    for consent, births, day in _known(case):
        minor = is_minor(births, day)
        if minor is not Answer.NO and consent.given_by in {None, consent.person}:
            is_open = minor is Answer.POSSIBLE
            told = ", ".join(say.date(birth) for birth in births)
            yield case.finding(
                "consents", consent.id,
                f"{say.person(consent.person)}, born {told}, {'may have been' if is_open else 'was'} under {FULL_AGE} "
                f"on {say.date(day)}, and nobody else is recorded to have given consent {say.consent(consent)}",
                "record in `given_by` and `relation` who gave it for the child, or ask a guardian and the child",
                at=("obtained_on",), severity=Severity.INFO if is_open else None,
                outcome=Outcome.CANNOT_TELL if is_open else Outcome.FAILED,
            )  # fmt: skip


def _known(case: CheckInput) -> Iterator[tuple[Consent, tuple[When, ...], When]]:
    """Give the consents that were given, with the births of their persons and their day, where both are known."""
    for consent in case.graph.consents:
        person = case.graph.find("people", Person, consent.person)
        births = births_of(person) if person else ()
        day = consent.obtained_on or case.graph.case.as_of
        if consent.status == "given" and births and day:
            yield consent, births, day


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    yield from (Looked(f"consents/{consent.id}") for consent, _, _ in _known(case))


CHECK = Check("TIM128", "minor-without-guardian", Severity.ERROR, "consents", run, looks_at=_looks_at)
