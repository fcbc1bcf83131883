"""No evidence goes to an element of a legal test, and nobody says so.

Looks, for each allegation put forward, at what its legal tests ask for: the provisions alleged, the limbs that it
argues in the forums of the case, and the mode of liability of each ground of command. An element is met by evidence
that names it under `elements`; what is only about a person must be shown of each person. A limb is met by the evidence
of any allegation of the same count.

## Why it matters
The other side goes through the elements one by one and stops at the first that nothing shows. A gap that is stated can
be answered for. One that nobody saw is found in the hearing.

## Example
```yaml
case:
  title: Example
sources: [{id: report, title: A report, held: held, rank: primary}]
allegations:
  - id: refusals
    title: Refusals at North Prison
    statement: The prison did not say who was held there.
    provisions: [{instrument: icpped, provision: 2}]
    evidence:
      - {source: report, elements: [deprivation-of-liberty, state-involvement]}
```

Use instead:
```yaml
case:
  title: Example
sources: [{id: report, title: A report, held: held, rank: primary}]
allegations:
  - id: refusals
    title: Refusals at North Prison
    statement: The prison did not say who was held there.
    provisions: [{instrument: icpped, provision: 2}]
    evidence:
      - {source: report, elements: [deprivation-of-liberty, state-involvement, refusal-to-acknowledge]}
    gaps:
      - {elements: [outside-protection-of-law], reason: It follows from the refusal; no further source is sought.}
```

## When to allow it
Where the test is named for comparison only and nothing is asked for under it. Better is to say so under `gaps`.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding, Outcome
from probata.checks.looked_at import Looked
from probata.checks.support.elements import listed, notes_on
from probata.checks.support.proved import proved
from probata.diagnostics import Severity, say
from probata.graph.filings import counts_with
from probata.proof import AllegationProof, Row, Status


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the gaps that are not stated, once for each allegation."""
    with_evidence = {found.id for found in case.pursued if found.evidence}
    met = {
        (proof.allegation, *_key(row)) for proof in proved(case) for row in proof.rows if row.status is not Status.GAP
    }
    for proof in proved(case):
        beside = {key for one in counts_with(case.graph, proof.allegation) for key in one.allegations}
        gaps = tuple(
            row
            for row in proof.rows
            if row.status is Status.GAP
            and not (_is_of_the_count(row) and any((other, *_key(row)) in met for other in beside))
        )
        if gaps and proof.is_marked:
            yield _gaps(case, proof, gaps)
        elif gaps and proof.allegation in with_evidence:
            yield _unmarked(case, proof, gaps)


def _key(row: Row) -> tuple[tuple[str, ...], str]:
    return row.elements, row.person


def _is_of_the_count(row: Row) -> bool:
    """Tell whether criteria of forums alone ask for it: these are met by all that a count gathers, taken together."""
    return all(asked.kind == "criterion" for asked in row.asked_by)


def _gaps(case: CheckInput, proof: AllegationProof, gaps: tuple[Row, ...]) -> Finding:
    return case.finding(
        "allegations", proof.allegation,
        f"no evidence cited for allegation {say.allegation(proof.allegation)} goes to {listed(case, gaps)}",
        "name it under `elements` of the evidence that shows it, or say under `gaps` why nothing does",
        at=("evidence",), notes=notes_on(case, gaps), alike=listed(case, gaps),
    )  # fmt: skip


def _unmarked(case: CheckInput, proof: AllegationProof, gaps: tuple[Row, ...]) -> Finding:
    """Say in a note that nothing can be told: an allegation of before may be well evidenced."""
    return case.finding(
        "allegations", proof.allegation,
        f"no item of evidence for allegation {say.allegation(proof.allegation)} says to which element of its legal "
        "tests it goes",
        f"add it to each item, such as `elements: [{gaps[0].elements[0]}]`; `probata show {case.graph.name} proof` "
        "lists all",
        at=("evidence",), severity=Severity.INFO, outcome=Outcome.CANNOT_TELL, alike="unmarked",
    )  # fmt: skip


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the allegations that name a legal test whose elements are known."""
    yield from (Looked(f"allegations/{proof.allegation}") for proof in proved(case) if proof.rows)


CHECK = Check("LAW131", "element-without-evidence", Severity.WARNING, "allegations", run, looks_at=_looks_at)
