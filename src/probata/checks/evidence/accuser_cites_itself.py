"""An allegation all of whose evidence comes from whoever makes it.

Compares who makes an allegation, by `made_by` or else the organisation in `prepared_by`, with publishers and authors of
its supporting evidence. A source that is known only through a work of theirs counts as theirs; a primary source that we
hold, such as a statement that they took down, does not. Where a judgment is cited as well, it is a note.

## Why it matters
Whoever accuses and is the only witness asks to be believed. The other side will say that the accusation proves itself,
and a decision-maker looks for something outside it.

## Example
```yaml
case:
  title: Example
sources:
  - {id: report, title: Beaten in North Prison, type: report, publisher: Prison Watch, rank: secondary, held: held}
  - {id: bulletin, title: Prison service bulletin, held: cited_in, cited_in: "report, note 3"}
allegations:
  - id: beatings
    title: Beatings at North Prison
    statement: Prisoners were beaten in North Prison in 2016.
    made_by: Prison Watch, in its report
    evidence: ["report, p. 4", bulletin]
```

Use instead:
```yaml
case:
  title: Example
sources:
  - {id: report, title: Beaten in North Prison, type: report, publisher: Prison Watch, rank: secondary, held: held}
  - {id: bulletin, title: Prison service bulletin, type: document, rank: primary, held: held}
allegations:
  - id: beatings
    title: Beatings at North Prison
    statement: Prisoners were beaten in North Prison in 2016.
    made_by: Prison Watch, in its report
    evidence: ["report, p. 4", "bulletin, p. 2"]
```

## When to allow it
Where the work itself is the subject, or where it sets out its own evidence so that a reader can test it. Say which.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import with_evidence
from probata.checks.quoted import quoted
from probata.checks.supporting import OwnEvidence, own_evidence, own_items
from probata.diagnostics import Severity


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the allegations that rest on their makers alone."""
    for allegation in case.pursued:
        if own := own_evidence(case, allegation):
            apart = f"apart from {quoted(own.besides)}, " if own.besides else ""
            yield case.finding(
                "allegations", allegation.id,
                f"{apart}all evidence for allegation `{allegation.id}` comes from whoever makes it, `{own.accuser}`",
                "read one of the works that they rely on and record it as held, or add a source outside them",
                at=("evidence",), notes=tuple(_notes(own)), severity=Severity.INFO if own.besides else None,
            )  # fmt: skip


def _notes(own: OwnEvidence) -> Iterator[str]:
    if own.own:
        yield f"theirs: {quoted(own.own)}"
    if own.through:
        yield f"known only through their works: {quoted(own.through)}"


CHECK = Check(
    "EVI107", "accuser-cites-itself", Severity.WARNING, "allegations", run,
    unfit_items=own_items, looks_at=with_evidence,
)  # fmt: skip
