"""A contention on a judgment or decision rests on no place in it.

Looks at what is contended from judgments and decisions. A contention in the record of one must cite it with the place.
A contention of an allegation that cites one must name the place too, unless a holding of it is recorded with its
paragraph.

## Why it matters
The other side opens the judgment. A consequence that is drawn from no paragraph of it is taken for a thing that the
judgment does not say.

## Example
```yaml
case: {title: Example}
authorities:
  - id: tarn
    kind: judgment
    name: Petition of Tarn
    citation: "*Petition of Tarn*, 7 March 2023"
    contentions: [{value: No transfer to North Prison is lawful after this judgment}]
```

Use instead:
```yaml
case: {title: Example}
authorities:
  - id: tarn
    kind: judgment
    name: Petition of Tarn
    citation: "*Petition of Tarn*, 7 March 2023"
    contentions: [{value: No transfer to North Prison is lawful after this judgment, citations: ["tarn, para 14"]}]
```

## When to allow it
Where the contention is that of another whose work is cited with its place, and the document says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import records_of
from probata.checks.support.placed_on_judgments import DECIDED
from probata.diagnostics import Severity, say
from probata.model.authority import Authority
from probata.model.citation import Citation


def run(case: CheckInput) -> Iterator[Finding]:
    """Look at the contentions of authorities, and at those of allegations that cite one."""
    decided = {one.id: one for one in case.graph.authorities if one.kind in DECIDED}
    for authority in decided.values():
        bare = [place for place, one in enumerate(authority.contentions) if not _is_placed(authority, one.citations)]
        if bare:
            yield _finding(case, "authorities", authority, authority.id, ("contentions", bare[0], "value"), len(bare))
    for allegation in case.pursued:
        for place, contention in enumerate(allegation.contentions):
            for authority in _cited(decided, contention.citations):
                if not _is_placed(authority, contention.citations) and not _has_place(authority):
                    yield _finding(case, "allegations", authority, allegation.id, ("contentions", place, "value"), 1)


def _has_place(authority: Authority) -> bool:
    return any(holding.paragraph for holding in authority.holdings)


def _is_placed(authority: Authority, citations: Iterable[Citation]) -> bool:
    return any(one.source == authority.id and one.pinpoint for one in citations)


def _cited(decided: dict[str, Authority], citations: Iterable[Citation]) -> Iterator[Authority]:
    yield from (decided[key] for key in dict.fromkeys(one.source for one in citations) if key in decided)


def _finding(
    case: CheckInput, kind: str, authority: Authority, record_id: str, loc: tuple[str | int, ...], number: int
) -> Finding:
    said = "a contention on" if number == 1 else f"{number} contentions on"
    return case.finding(
        kind, record_id, f"{said} {say.authority(authority)} name{'s' if number == 1 else ''} no place in it",
        "cite the paragraph on which it rests, or record the holding with its paragraph", at=loc,
    )  # fmt: skip


CHECK = Check(
    "LAW155",
    "contention-without-place",
    Severity.WARNING,
    "authorities",
    run,
    looks_at=records_of("authorities", "allegations"),
)
