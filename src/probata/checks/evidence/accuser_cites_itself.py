"""An allegation all of whose evidence was written by whoever makes it.

Compares who makes an allegation, by `made_by` or else the organisation in `prepared_by`, with publishers and authors of
its supporting evidence. What others wrote is not theirs, be it known only through a work of theirs: then
`source-not-seen` says that nobody here has seen it. Nor is a primary source that we hold, such as a statement that they
took down. Where a judgment is cited as well, it is a note.

## Why it matters
Whoever accuses and is the only witness asks to be believed. The other side will say that the accusation proves itself,
and a decision-maker looks for something outside it.

## Example
```yaml
case:
  title: Example
sources:
  - {id: report, title: Beaten in North Prison, type: report, publisher: Prison Watch, rank: secondary, held: held}
allegations:
  - id: beatings
    title: Beatings at North Prison
    statement: Prisoners were beaten in North Prison in 2016.
    made_by: Prison Watch, in its report
    evidence: ["report, p. 4"]
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
from probata.checks.support.supporting import own_evidence, own_items
from probata.diagnostics import Severity, say


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the allegations that rest on their makers alone."""
    for allegation in case.pursued:
        own = own_evidence(case, allegation)
        if own and not own.unseen:
            words = f"allegation {say.allegation(allegation)} was written by whoever makes it, {say.words(own.accuser)}"
            apart = f"apart from {say.authorities(own.besides)}, " if own.besides else ""
            yield case.finding(
                "allegations", allegation.id,
                f"{apart}all evidence for {words}",
                "add a source of another hand, or what their work rests on", at=("evidence",),
                notes=(f"theirs: {say.sources(own.own)}",), severity=Severity.INFO if own.besides else None,
                alike=f"{own.accuser} {own.besides}",
            )  # fmt: skip


CHECK = Check(
    "EVI107", "accuser-cites-itself", Severity.WARNING, "allegations", run,
    unfit_items=own_items, unfit_because="This source was written by whoever makes the allegation",
    looks_at=with_evidence,
)  # fmt: skip
