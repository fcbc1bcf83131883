"""A consent that has ended, or was taken back, before the day of the filing for which it was given.

Compares `until` of the consents for the forum of each filing with the date of the filing, or else of the case. Where
all of a person's have ended by then, whoever needs a consent is left out of the document. Where the filing is dated
later than the case, and the consent ends between the two, the document still names them: that must be fixed. A consent
that was refused or withdrawn is compared with those that were given for the same forum: which of them is the later
must be told.

## Why it matters
What somebody agreed to until May is not agreed to in June. A name that has left the house cannot be called back.

## Example
```yaml
case:
  title: Example
  as_of: 2024-06-01
  filings: [{id: brief, forum: uk-ghr}]
people: [{id: tarn, name: Witness A, consent_required: true}]
consents:
  - {id: c, person: tarn, forums: [uk-ghr], audiences: [decision_maker], obtained_on: 2023-03-04, until: 2024-03-04}
```

Use instead:
```yaml
case:
  title: Example
  as_of: 2024-06-01
  filings: [{id: brief, forum: uk-ghr}]
people: [{id: tarn, name: Witness A, consent_required: true}]
consents:
  - {id: c, person: tarn, forums: [uk-ghr], audiences: [decision_maker], obtained_on: 2023-03-04, until: 2025-03-04}
```

## When to allow it
Where the person is left out on purpose.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding, Outcome
from probata.checks.tenures.sure_days import is_surely_before
from probata.diagnostics import Severity, say
from probata.model.case_file import Filing
from probata.model.consent import Consent
from probata.model.dates import When

_HELP = "ask the person again and record the new consent, or leave the person out"


def run(case: CheckInput) -> Iterator[Finding]:
    """Look at the consents for the forum of each filing, person by person."""
    told: set[tuple[str, Severity | None]] = set()
    for filing in case.looked_at:
        by_person: dict[str, list[Consent]] = {}
        for consent in case.graph.consents:
            if filing.forum in consent.forums:
                by_person.setdefault(consent.person, []).append(consent)
        for consents in by_person.values():
            found = _ended(case, filing, consents) or _taken_back(case, consents)
            if found and (found.record, found.severity) not in told:
                told.add((found.record, found.severity))
                yield found


def _ended(case: CheckInput, filing: Filing, consents: list[Consent]) -> Finding | None:
    """Return what is to be said where every consent that was given has run out on the day of the filing."""
    day = filing.date or case.graph.case.as_of
    given = [consent for consent in consents if consent.status == "given"]
    ended = [(one.until, one) for one in given if one.until and not one.holds_on(day)]
    if day is None or not given or len(ended) < len(given):
        return None
    until, last = max(ended, key=lambda pair: pair[0].last)
    is_shown = any(consent.holds_on(case.graph.case.as_of) for consent in given)
    seen = "and the document still shows them" if is_shown else "and no other holds"
    return case.finding(
        "consents", last.id,
        f"the consent of {say.person(last.person)} for {say.words(filing.forum)} ends {say.date(until)}, before the "
        f"day of filing {say.filing(filing)}, {say.date(day)}, {seen}",
        _HELP, at=("until",), severity=Severity.ERROR if is_shown else Severity.WARNING,
    )  # fmt: skip


def _taken_back(case: CheckInput, consents: list[Consent]) -> Finding | None:
    """Return what is to be said where one is no more given, and another that is was not surely obtained after it."""
    for back in consents:
        for given in consents if back.status in {"withdrawn", "refused"} else ():
            if given.status == "given" and not _is_after(given.obtained_on, back.obtained_on):
                return case.finding(
                    "consents", given.id,
                    f"consent {say.consent(given)} of {say.person(given.person)} is given, and {say.consent(back)} for "
                    f"the same forum is {back.status}: which of them is the later is not recorded",
                    "leave out the consent that no longer holds, or give both their day in `obtained_on`",
                    at=("status",), outcome=Outcome.CANNOT_TELL,
                )  # fmt: skip
    return None


def _is_after(one: When | None, other: When | None) -> bool:
    return bool(one and other and is_surely_before(other, one))


CHECK = Check(
    "TIM115",
    "consent-ended",
    Severity.WARNING,
    "consents",
    run,
    raised="must fix where the document still shows the person",
)
