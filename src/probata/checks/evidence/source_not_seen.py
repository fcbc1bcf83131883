"""An allegation that rests only on sources that nobody here has seen.

Finds allegations whose supporting evidence consists of sources that are not held: known only because another work cites
them, to be asked for, or not located. The works of whoever makes the allegation do not help, since they are the word
that is to be borne out: where nothing else was seen, that is said. Where a judgment is cited with them, it is a note.

## Why it matters
We cite what we have seen. The other side will read the sources; a case that knows them only through another work
repeats that work's slips, and counts one work as many.

## Example
```yaml
case:
  title: Example
sources:
  - {id: review, title: A review of North Prison, type: report, held: held}
  - {id: bulletin, title: Prison service bulletin, held: cited_in, cited_in: "review, note 3"}
allegations:
  - id: beatings
    title: Beatings at North Prison
    statement: Prisoners were beaten in North Prison in 2016.
    evidence: [bulletin]
```

Use instead:
```yaml
case:
  title: Example
sources:
  - id: bulletin
    title: Prison service bulletin
    url: https://www.example.org/bulletin
    accessed: 2024-05-02
    held: held
allegations:
  - id: beatings
    title: Beatings at North Prison
    statement: Prisoners were beaten in North Prison in 2016.
    evidence: [bulletin]
```

## When to allow it
Where the source is lost and the work that cites it is itself evidence. Cite that work then, as the source that we hold.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import with_evidence
from probata.checks.support.supporting import OwnEvidence, own_evidence, supporting
from probata.diagnostics import Severity, say
from probata.graph.sources import SEEN
from probata.model.allegation import Allegation
from probata.model.source_record import Source


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the allegations of which no source was seen, or none but the works of whoever makes them."""
    for allegation in case.pursued:
        sources = tuple(dict.fromkeys(supporting(allegation)))
        unseen = {allegation.evidence[place].source for place in unseen_items(case, allegation)}
        own = own_evidence(case, allegation)
        if sources and unseen >= set(sources):
            told = f"allegation {say.allegation(allegation)} rests only on sources that nobody here has seen"
            yield _finding(case, allegation, told, (f"not seen: {say.sources(sources)}",))
        elif own and own.unseen:
            yield _only_theirs(case, allegation, own)


def _only_theirs(case: CheckInput, allegation: Allegation, own: OwnEvidence) -> Finding:
    apart = f"apart from {say.authorities(own.besides)}, " if own.besides else ""
    told = (
        f"{apart}the only works seen for allegation {say.allegation(allegation)} are those of whoever makes it, "
        f"{say.words(own.accuser)}"
    )
    notes = (f"theirs: {say.sources(own.own)}", f"of others, and not seen: {say.sources(own.unseen)}")
    return _finding(case, allegation, told, notes, Severity.INFO if own.besides else None)


def _finding(
    case: CheckInput, allegation: Allegation, told: str, notes: tuple[str, ...], severity: Severity | None = None
) -> Finding:
    return case.finding(
        "allegations", allegation.id, told,
        "read one of them and write `held: held` and `accessed: …`, or cite a source that we hold", at=("evidence",),
        notes=notes, severity=severity, alike=told.replace(say.allegation(allegation), ""),
    )  # fmt: skip


def unseen_items(case: CheckInput, allegation: Allegation) -> Iterator[int]:
    """Give the items whose source nobody here has seen; an authority or instrument is law and none of them."""
    for place, item in enumerate(allegation.evidence):
        source = case.graph.find("sources", Source, item.source)
        if source is not None and source.held not in SEEN and not item.against:
            yield place


CHECK = Check(
    "EVI102", "source-not-seen", Severity.WARNING, "allegations", run,
    unfit_items=unseen_items, unfit_because="Nobody here has seen this source", looks_at=with_evidence,
    rests_on={"allegations": ("evidence", "made_by")},
)  # fmt: skip
