"""A rule of law that was not read at its source.

Finds provisions of allegations that the catalogue holds without a verified text, and forums of filings whose
profile has rules that were not read at their source; customs of the trade, which stand in no text, are a note.

## Why it matters
What is known from memory or from a summary may have been changed or misread. It never blocks a filing; somebody must
read it before the filing goes out.

## Example
```yaml
case:
  title: Example
allegations:
  - id: beatings
    title: Beatings at North Prison
    statement: Prisoners were beaten in North Prison in 2016.
    provisions:
      - {instrument: udhr, provision: "5"}
```

Use instead:
```yaml
case:
  title: Example
allegations:
  - id: beatings
    title: Beatings at North Prison
    statement: Prisoners were beaten in North Prison in 2016.
    provisions:
      - {instrument: uncat, provision: "1"}
```

## When to allow it
After reading the provision yourself: decide the finding, and name where and when you read it.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked, with_provisions
from probata.diagnostics import Severity
from probata.forum import Profile
from probata.forum.sourced import PRACTICE
from probata.model.allegation import Allegation
from probata.model.case_file import Filing


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the provisions and forums that rest on what nobody read."""
    for allegation in case.pursued:
        yield from _provisions(case, allegation)
    for filing, profile in case.filings:
        yield from _forum(case, filing, profile)


def _provisions(case: CheckInput, allegation: Allegation) -> Iterator[Finding]:
    unread = tuple(dict.fromkeys(_unread(case, allegation)))
    if unread:
        yield case.finding(
            "allegations", allegation.id,
            f"allegation `{allegation.id}` rests on law that was not read at its source: {', '.join(unread)}",
            "read it at its source before filing, and say in `decisions.yaml` where and when", at=("provisions",),
        )  # fmt: skip


def _unread(case: CheckInput, allegation: Allegation) -> Iterator[str]:
    for alleged in allegation.provisions:
        instrument = case.catalogue.instrument(alleged.instrument) if alleged.instrument else None
        provision = instrument.provision(alleged.provision) if instrument and alleged.provision else None
        if instrument and provision and not provision.verified:
            yield f"{instrument.abbreviation} {instrument.pinpoint(provision.number)}"


def _forum(case: CheckInput, filing: Filing, profile: Profile) -> Iterator[Finding]:
    """Warn of rules of law that nobody read; of customs of the trade, which stand nowhere, only tell."""
    unread = [rule for rule in profile.rules if not rule.verified]
    customs = [rule for rule in unread if rule.source == PRACTICE and not rule.recheck_by]
    law = [rule for rule in unread if rule not in customs]
    for rules, what, help, severity in (
        (
            law,
            "not read at the source",
            "read them before filing: `forum.yaml` says where, or `practice` where the recipient must be asked",
            Severity.WARNING,
        ),
        (customs, "custom of the trade", "compare them with your own practice", Severity.INFO),
    ):
        if rules:
            yield case.finding(
                "filings", filing.id, f"forum `{profile.id}`: {len(rules)} of its {len(profile.rules)} rules {what}",
                help, at=("forum",), notes=(", ".join(f"`{rule.id}`" for rule in rules),), severity=severity,
            )  # fmt: skip


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the allegations that name law, and the filings, whose forums have rules."""
    yield from with_provisions(case)
    yield from (Looked(f"filings/{filing.id}") for filing, profile in case.filings if profile.rules)


CHECK = Check("LAW104", "unverified-rule", Severity.WARNING, "allegations and filings", run, looks_at=_looks_at)
