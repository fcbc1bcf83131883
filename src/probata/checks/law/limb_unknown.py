"""A text says how a limb is met that the forum's legal test does not have.

Compares `limb` under `limbs` of each allegation with the limbs of the forum named beside it, where a filing goes there.

## Why it matters
The text is printed nowhere, and the limb that was meant counts as not argued: the document is refused for the want of
what has been written.

## Example
```yaml
case:
  title: Example
  persons_concerned: [wolk]
  filings: [{id: submission, forum: uk-ghr}]
people: [{id: wolk, name: Mara Wolk}]
allegations:
  - id: beatings
    title: Beatings at North Prison
    statement: It is alleged that prisoners were beaten.
    limbs: [{forum: uk-ghr, limb: 6(3)a, text: She ordered them.}]
```

Use instead:
```yaml
case:
  title: Example
  persons_concerned: [wolk]
  filings: [{id: submission, forum: uk-ghr}]
people: [{id: wolk, name: Mara Wolk}]
allegations:
  - id: beatings
    title: Beatings at North Prison
    statement: It is alleged that prisoners were beaten.
    limbs: [{forum: uk-ghr, limb: 6(3)(a), text: She ordered them.}]
```

## When to allow it
Never. The page of a forum in `docs/forums` lists its limbs.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.diagnostics import Severity, say
from probata.forum import Profile
from probata.graph.filings import ArguedLimb, argued_in

_SHOWN = 6
"""Limbs that are named where none comes near."""
_NEAR = 0.6
"""How alike a limb must be to be what was meant; their names are short."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the texts on limbs that their forum does not have, each at its place."""
    for argued, profile in _argued(case):
        if profile.limb(argued.found.limb) is None:
            yield case.finding(
                argued.kind, argued.record, f"{say.words(argued.found.limb)} is no limb of the legal test of "
                f"{say.words(profile.id)}",
                _help(argued.found.limb, profile), at=("limbs", argued.index, "limb"),
            )  # fmt: skip


def _argued(case: CheckInput) -> Iterator[tuple[ArguedLimb, Profile]]:
    """Give what is written on limbs of the forums to which the case goes, each text once."""
    profiles = {profile.id: profile for _, profile in case.filings}
    of_counts = (argued for one in case.graph.counts for argued in argued_in("counts", one))
    for argued in (*(argued for one in case.pursued for argued in argued_in("allegations", one)), *of_counts):
        profile = next((one for one in profiles.values() if argued.found.forum in one.names), None)
        if profile and profile.legal_test:
            yield argued, profile


def _help(written: str, profile: Profile) -> str:
    names = [limb.id for limb in profile.legal_test]
    near = get_close_matches(written, names, 1, _NEAR)
    if near:
        return f"did you mean {say.words(near[0])}?"
    more = len(names) - _SHOWN
    shown = say.listed(names[:_SHOWN])
    return f"write one that it has: {shown}{f' and {more} more' if more > 0 else ''}"


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    yield from (Looked(key) for key in dict.fromkeys(f"{one.kind}/{one.record}" for one, _ in _argued(case)))


CHECK = Check(
    "LAW181", "limb-unknown", Severity.ERROR, "allegations", run, looks_at=_looks_at,
    rests_on={"allegations": ("limbs",), "counts": ("limbs",)},
)  # fmt: skip
