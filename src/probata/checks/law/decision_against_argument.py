"""A decision says that a limb is not relied on, and the allegation argues it.

Looks at the decisions on `limb-not-argued` of an allegation. Found is one whose `decision` names a limb, such as
`6(3)(a)`, that the allegation has under `limbs`. A further letter behind “and”, as in “6(3)(b) and (f)”, is a limb too.

## Why it matters
The filing puts forward what the person who signs has decided to leave out: one of the two was not meant, and the filing
goes out with it.

## Example
```yaml
case: {title: Example, filings: [{id: letter, forum: uk-ghr}]}
allegations:
  - id: a
    title: Alleged beatings
    statement: It is alleged that he ordered it.
    limbs: [{forum: uk-ghr, limb: 6(3)(a), text: He ordered it.}]
decisions:
  - id: d
    check: limb-not-argued
    record: allegations/a
    decision: Regulation 6(3)(a) and (f) are not relied on
    reason: They add nothing.
    author: M Tolgarth
    date: 2026-10-23
```

Use instead:
```yaml
case: {title: Example, filings: [{id: letter, forum: uk-ghr}]}
allegations:
  - id: a
    title: Alleged beatings
    statement: It is alleged that he ordered it.
    limbs: [{forum: uk-ghr, limb: 6(3)(a), text: He ordered it.}]
decisions:
  - id: d
    check: limb-not-argued
    record: allegations/a
    decision: Regulation 6(3)(b) and (f) are not relied on
    reason: They add nothing.
    author: M Tolgarth
    date: 2026-10-23
```

## When to allow it
Where the decision speaks of the limb of one forum, and another has one of that number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.diagnostics import Severity, say
from probata.graph.filings import limbs_on
from probata.model.allegation import Allegation
from probata.model.decision import Decision

_OF = "limb-not-argued"
_LIMB = re.compile(
    r"(?<![\w(])(?P<whole>\d{1,5}(?:\(\w{1,4}\))+)(?P<more>(?:\s*(?:,|and|et|y)\s*\(\w{1,4}\))*)(?![\w(])"
)
_PART = re.compile(r"\(\w{1,4}\)")


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare the limbs that each decision names with those that its allegation argues."""
    for decision, allegation in _decided(case):
        argued = {found.limb for found in limbs_on(case.graph, allegation)}
        if both := [limb for limb in limbs_named(decision.decision) if limb in argued]:
            yield case.finding(
                "decisions", decision.id,
                f"decision {say.decision(decision)} says of {say.listed(both)} that it is not relied on, and "
                f"allegation {say.allegation(allegation)} argues it",
                "take the limb out of the decision, or out of the allegation", at=("decision",),
            )  # fmt: skip


def limbs_named(text: str) -> list[str]:
    """Return the limbs that words name, each once: `6(3)(b)` and `6(3)(f)` of “6(3)(b) and (f)”."""
    found: list[str] = []
    for match in _LIMB.finditer(text):
        stem = match["whole"][: match["whole"].rindex("(")]
        found += [match["whole"], *(stem + part for part in _PART.findall(match["more"]))]
    return list(dict.fromkeys(found))


def _decided(case: CheckInput) -> Iterator[tuple[Decision, Allegation]]:
    for decision in case.graph.decisions:
        kind, _, key = decision.record.partition("/")
        allegation = case.graph.find("allegations", Allegation, key) if kind == "allegations" else None
        if decision.check == _OF and allegation:
            yield decision, allegation


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the decisions on limbs that are not argued."""
    yield from (Looked(f"decisions/{decision.id}") for decision, _ in _decided(case))


CHECK = Check(
    "LAW198", "decision-against-argument", Severity.WARNING, "decisions on limbs that are not argued", run,
    looks_at=_looks_at,
)  # fmt: skip
