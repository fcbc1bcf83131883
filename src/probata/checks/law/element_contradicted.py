"""Evidence speaks against an element of a legal test, and nobody says how the allegation meets it.

Looks at evidence with `against: true` that names an element which the allegation's legal tests ask for, and has no
`answered`. What the person answers stands elsewhere: this is the answer of those who make the allegation.

## Why it matters
What speaks against an element will be put to the decision-maker by the other side. Who has seen it and answers it is
believed on the rest; who passes over it is not.

## Example
```yaml
case:
  title: Example
sources:
  - {id: judgment, title: A judgment, held: held, rank: primary}
  - {id: release, title: A press release, held: held, rank: primary}
allegations:
  - id: inquiry
    title: No inquiry at North Prison
    statement: Nobody inquired into the death.
    provisions: [{instrument: uncat, provision: 12}]
    evidence:
      - {source: judgment, elements: [no-investigation]}
      - {source: release, elements: [no-investigation], against: true}
```

Use instead:
```yaml
case:
  title: Example
sources:
  - {id: judgment, title: A judgment, held: held, rank: primary}
  - {id: release, title: A press release, held: held, rank: primary}
allegations:
  - id: inquiry
    title: No inquiry at North Prison
    statement: Nobody inquired into the death.
    provisions: [{instrument: uncat, provision: 12}]
    evidence:
      - {source: judgment, elements: [no-investigation]}
      - source: release
        elements: [no-investigation]
        against: true
        answered: The release speaks of an inquiry by the guards themselves; the court found that it was not impartial.
```

## When to allow it
Where the answer cannot be given yet. Better is not to put the allegation forward until it can.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.support.elements import listed, notes_on
from probata.checks.support.printed_figures import with_numbers
from probata.checks.support.proved import proved
from probata.diagnostics import Severity, say
from probata.proof import AllegationProof, Item, Row


def run(case: CheckInput) -> Iterator[Finding]:
    """Find what speaks against elements and is not answered, once for each allegation."""
    for proof in proved(case):
        rows = tuple(row for row in proof.rows if row.unanswered)
        if rows:
            yield _finding(case, proof, rows)


def _finding(case: CheckInput, proof: AllegationProof, rows: tuple[Row, ...]) -> Finding:
    items = {item.position: item for row in rows for item in row.unanswered}
    named = sorted({item.source for item in items.values()})
    sources, elements = say.sources(named), listed(case, rows)
    return case.finding(
        "allegations", proof.allegation,
        f"{sources} {'contradicts' if len(named) == 1 else 'contradict'} {elements} in allegation "
        f"{say.allegation(proof.allegation)}; no answer is recorded",
        "write `answered: …` at that evidence: how the allegation meets it", at=("evidence", min(items)),
        notes=(*_said(case, items.values()), *notes_on(case, rows)), alike=f"{sources} {elements}",
    )  # fmt: skip


def _said(case: CheckInput, items: Iterable[Item]) -> Iterator[str]:
    """Give what each says against it, in the words of the record."""
    told = ((item.source, with_numbers(item.shows, case.figures) or item.quote) for item in items)
    yield from dict.fromkeys(f"{say.source(source)}: {words}" for source, words in told if words)


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the allegations that name a legal test whose elements are known."""
    yield from (Looked(f"allegations/{proof.allegation}") for proof in proved(case) if proof.rows)


CHECK = Check("LAW132", "element-contradicted", Severity.WARNING, "allegations", run, looks_at=_looks_at)
