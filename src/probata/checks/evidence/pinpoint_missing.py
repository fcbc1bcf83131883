"""Evidence from a long work, and it is not said where in it.

Looks at the evidence for and against each allegation for works of more than 3 pages that are cited without a place:
books, reports, theses, laws, datasets, judgments, and whatever the record gives more pages. `type: whole` says that the
whole work is meant.

## Why it matters
Nobody reads 200 pages to find one sentence. A reader who is not told where to look takes it that the sentence is not
there, and the other side will say so.

## Example
```yaml
case:
  title: Example
sources:
  - {id: report, title: Beaten in North Prison, type: report, publisher: Prison Watch, held: held}
allegations:
  - id: beatings
    title: Beatings at North Prison
    statement: Prisoners were beaten in North Prison in 2016.
    evidence: [report]
```

Use instead:
```yaml
case:
  title: Example
sources:
  - {id: report, title: Beaten in North Prison, type: report, publisher: Prison Watch, held: held}
allegations:
  - id: beatings
    title: Beatings at North Prison
    statement: Prisoners were beaten in North Prison in 2016.
    evidence: ["report, pp. 4-6"]
```

## When to allow it
Where we know the work only through another and could not get it. Say so where it is cited.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import with_evidence
from probata.checks.support.extent import is_long
from probata.diagnostics import Severity, say
from probata.model.allegation import Allegation, Evidence
from probata.model.authority import Authority
from probata.model.source_record import Source


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the evidence without a place, once for each allegation."""
    for allegation in case.pursued:
        bare = dict(_bare(case, allegation))
        if bare:
            several = "long works" if len(bare) > 1 else "a long work"
            yield case.finding(
                "allegations", allegation.id,
                f"evidence for allegation {say.allegation(allegation)} cites {several} without a page or paragraph: "
                + say.cited_works(bare),
                "open it and add the place, such as `report, p. 4` or `judgment, para 12`",
                at=("evidence", next(iter(bare.values())), "source"), alike=" ".join(bare),
            )  # fmt: skip


def _bare(case: CheckInput, allegation: Allegation) -> Iterator[tuple[str, int]]:
    """Give each work that is cited without a place, with the first position in which it is."""
    told: set[str] = set()
    for position in items_without_place(case, allegation):
        source = allegation.evidence[position].source
        if source not in told:
            told.add(source)
            yield source, position


def items_without_place(case: CheckInput, allegation: Allegation) -> Iterator[int]:
    """Give the items that need a place in their source and have none."""
    for position, item in enumerate(allegation.evidence):
        if not _has_place(item) and _needs_place(case, item.source):
            yield position


def _has_place(item: Evidence) -> bool:
    """Tell whether a place is given; one that the short form cannot read, such as `annex 2`, stands in `remark`."""
    return item.pinpoint is not None or any(character.isdigit() for character in item.remark or "")


def _needs_place(case: CheckInput, key: str) -> bool:
    work = case.graph.find("sources", Source, key) or case.graph.find("authorities", Authority, key)
    return is_long(work) if work else case.catalogue.instrument(key) is not None


CHECK = Check(
    "EVI109", "pinpoint-missing", Severity.WARNING, "allegations", run,
    unfit_items=items_without_place,
    unfit_because="This is a long work, and it is not said where in it", looks_at=with_evidence,
    rests_on={"allegations": ("evidence",)},
)  # fmt: skip
