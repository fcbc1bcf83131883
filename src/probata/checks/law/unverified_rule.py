"""A rule of law that was not read at its source.

Finds provisions of allegations that the catalogue holds without a verified text, recorded holdings of judgments and
decisions that are not marked as read there, and forums of filings whose profile has rules that were not read at their
source, or that are customs of the trade and stand in no text. It is a note on what was read, and nothing against the
case.

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
      - {instrument: echr, provision: "3"}
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

from collections.abc import Iterator, Sequence

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked, with_provisions
from probata.checks.support.placed_on_judgments import with_holdings
from probata.diagnostics import Severity, say
from probata.forum import Profile, Rule
from probata.forum.sourced import PRACTICE
from probata.model.allegation import Allegation
from probata.model.authority import Authority
from probata.model.case_file import Filing


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the provisions and forums that rest on what nobody read."""
    for allegation in case.pursued:
        yield from _provisions(case, allegation)
    for authority in with_holdings(case):
        yield from _holdings(case, authority)
    for filing, profile in case.filings:
        yield from _forum(case, filing, profile)


def _provisions(case: CheckInput, allegation: Allegation) -> Iterator[Finding]:
    unread = ", ".join(dict.fromkeys(_unread(case, allegation)))
    if unread:
        yield case.finding(
            "allegations", allegation.id,
            f"allegation {say.allegation(allegation)} rests on law that was not read at its source: {unread}",
            "read it at its source before filing, and say in `decisions.yaml` where and when", at=("provisions",),
            alike=unread,
        )  # fmt: skip


def _unread(case: CheckInput, allegation: Allegation) -> Iterator[str]:
    for alleged in allegation.provisions:
        instrument = case.catalogue.instrument(alleged.instrument) if alleged.instrument else None
        provision = instrument.provision(alleged.provision) if instrument and alleged.provision else None
        if instrument and provision and not provision.verified:
            yield f"{instrument.abbreviation} {instrument.pinpoint(provision.number)}"


def _holdings(case: CheckInput, authority: Authority) -> Iterator[Finding]:
    unread = [place for place, one in enumerate(authority.holdings) if not one.verified]
    if unread:
        named = say.listed(authority.holdings[place].id for place in unread)
        were = "1 was" if len(unread) == 1 else f"{len(unread)} were"
        yield case.finding(
            "authorities", authority.id,
            f"of what is recorded as held in {say.authority(authority)}, {were} not read in it: {named}",
            "read it there, record the paragraph, and set `verified: true`", at=("holdings", unread[0]),
        )  # fmt: skip


def _forum(case: CheckInput, filing: Filing, profile: Profile) -> Iterator[Finding]:
    """Tell of rules of law that nobody read, and of customs of the trade, which stand nowhere."""
    unread = [rule for rule in profile.rules if not rule.verified]
    customs = [rule for rule in unread if rule.source == PRACTICE and not rule.recheck_by]
    law = [rule for rule in unread if rule not in customs]
    told = [f"{len(law)} {'was' if len(law) == 1 else 'were'} not read at the source"] if law else []
    told += [f"{len(customs)} {'is' if len(customs) == 1 else 'are'} custom of the trade"] if customs else []
    if told:
        yield case.finding(
            "filings", filing.id, f"of the {len(profile.rules)} rules of {say.words(profile.id)}, {' and '.join(told)}",
            "read the former before filing: `forum.yaml` says where" if law else "compare them with your own practice",
            at=("forum",), notes=(*_named(law, customs), *_limbs_unread(profile)), alike=profile.id,
        )  # fmt: skip


def _named(law: Sequence[Rule], customs: Sequence[Rule]) -> Iterator[str]:
    for what, rules in (("not read at the source", law), ("custom of the trade", customs)):
        if rules:
            yield f"{what}: {say.listed(rule.id for rule in rules)}"


def _limbs_unread(profile: Profile) -> Iterator[str]:
    if unread := [limb.id for limb in profile.legal_test if not limb.verified]:
        yield f"limbs not read at the source: {say.listed(unread)}"


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the allegations that name law, the judgments with holdings, and the filings, whose forums have rules."""
    yield from with_provisions(case)
    yield from (Looked(f"authorities/{one.id}") for one in with_holdings(case))
    yield from (Looked(f"filings/{filing.id}") for filing, profile in case.filings if profile.rules)


CHECK = Check(
    "LAW104", "unverified-rule", Severity.INFO, "allegations, judgments and filings", run, looks_at=_looks_at,
    rests_on={"allegations": ("provisions",)},
)  # fmt: skip
