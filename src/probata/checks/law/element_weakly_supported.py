"""What is cited for an element of a legal test does not count, or comes down to one secondary source.

Support counts where no check finds fault with it: the source was seen, the place in it is given and can be right, it is
not the accuser's own word, its quotations have a source and a translation, its statement is signed and translated, its
table adds up, and the post was held when it is alleged. Where nothing counts, it should be fixed; where all that counts
has one origin and is secondary, it is a note; so it is where it counts, and the post was held for a part of the time
alleged only.

## Why it matters
Ten citations that go back to one page of one report are one citation. The other side counts again, element by element.

## Example
```yaml
case:
  title: Example
sources: [{id: bulletin, title: A bulletin, held: cited_in}]
allegations:
  - id: inquiry
    title: No inquiry at North Prison
    statement: Nobody inquired into the death.
    provisions: [{instrument: uncat, provision: 12}]
    evidence:
      - {source: bulletin, elements: [no-investigation]}
```

Use instead:
```yaml
case:
  title: Example
sources: [{id: bulletin, title: A bulletin, held: held, rank: primary}]
allegations:
  - id: inquiry
    title: No inquiry at North Prison
    statement: Nobody inquired into the death.
    provisions: [{instrument: uncat, provision: 12}]
    evidence:
      - {source: bulletin, elements: [no-investigation]}
```

## When to allow it
Where the source is the only one there can be and the text says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.support.elements import listed
from probata.checks.support.proved import proved
from probata.diagnostics import Severity, say
from probata.proof import AllegationProof, Fault, Item, Row, Status
from probata.proof.matrix_of_proof import is_weak


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the elements whose support does not count, and those that rest on one secondary source."""
    for proof in proved(case):
        supported = tuple(row for row in proof.rows if not row.is_gap)
        if nothing := tuple(row for row in supported if not row.independent):
            yield _nothing_counts(case, proof, nothing)
        if thin := tuple(row for row in supported if _is_thin(case, row)):
            yield _one_source(case, proof, thin)
        if parted := tuple(row for row in supported if row.independent and row.in_part):
            yield _in_part(case, proof, parted)


def _nothing_counts(case: CheckInput, proof: AllegationProof, rows: tuple[Row, ...]) -> Finding:
    items = [item for row in rows for item in row.support]
    return case.finding(
        "allegations", proof.allegation,
        f"no evidence cited in allegation {say.allegation(proof.allegation)} supports {listed(case, rows)}",
        "correct what weakens it, which `--format full` and the report name in notes, or add evidence that stands",
        at=("evidence", items[0].position), notes=tuple(_causes(items)), alike=listed(case, rows),
    )  # fmt: skip


def _one_source(case: CheckInput, proof: AllegationProof, rows: tuple[Row, ...]) -> Finding:
    return case.finding(
        "allegations", proof.allegation,
        f"one source alone, and a secondary one, counts in allegation {say.allegation(proof.allegation)} for "
        f"{listed(case, rows)}",
        "add what that source rests on, or a second one", at=("evidence", rows[0].counted[0].position),
        notes=tuple(dict.fromkeys(f"counted: {say.source(key)}" for row in rows for key in row.independent)),
        severity=Severity.INFO, alike=f"{listed(case, rows)} {rows[0].independent}",
    )  # fmt: skip


def _is_thin(case: CheckInput, row: Row) -> bool:
    """Tell whether all that counts is one secondary source, whatever else weakens it."""
    is_told = row.status is Status.WEAK or bool(row.in_part)
    return is_told and bool(row.independent) and is_weak(row.support, row.independent, case.graph)


def _in_part(case: CheckInput, proof: AllegationProof, rows: tuple[Row, ...]) -> Finding:
    faults = dict.fromkeys(fault for row in rows for fault in row.in_part)
    return case.finding(
        "allegations", proof.allegation,
        f"what allegation {say.allegation(proof.allegation)} cites for {listed(case, rows)} is good for a part of it "
        "only",
        "correct what weakens it, which `--format full` and the report name in notes, or add evidence for the rest",
        at=("evidence", rows[0].counted[0].position),
        notes=tuple(dict.fromkeys(_because(fault) for fault in faults)), severity=Severity.INFO,
        alike=f"in part {listed(case, rows)}",
    )  # fmt: skip


def _causes(items: Sequence[Item]) -> Iterator[str]:
    """Say why support does not count, each cause once with the sources of which it is true."""
    by_cause: dict[str, list[str]] = {}
    for item in items:
        for fault in item.faults:
            by_cause.setdefault(_because(fault), []).append(item.source)
        if not item.faults:
            by_cause.setdefault("proves nothing by itself", []).append(item.source)
    yield from (f"{cause}: {say.cited_works(dict.fromkeys(sources))}" for cause, sources in by_cause.items())


def _because(fault: Fault) -> str:
    """Return the name of the check, with the record where it found it, unless that is the allegation."""
    return fault.check if fault.record.startswith("allegations/") else f"{fault.check} ({say.words(fault.record)})"


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the allegations that name a legal test whose elements are known."""
    yield from (Looked(f"allegations/{proof.allegation}") for proof in proved(case) if proof.rows)


CHECK = Check("LAW133", "element-weakly-supported", Severity.WARNING, "allegations", run, looks_at=_looks_at)
