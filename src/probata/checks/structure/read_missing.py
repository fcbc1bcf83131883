"""An allegation was not read as its forum asks.

Finds, for each allegation put forward, the reads that the profile of a forum lists (`reads`) and that nobody has made:
for its facts, its law, the protection of its sources, and libel. One that was made and does not stand any more is found
by `read-void`. In a case that is not ready it is a note.

## Why it matters
Whoever checks the facts looks at the source, whoever reads for libel looks at the reader. One reader for everything
sees half. `--final` refuses while a read is missing that the forum lists as our own rule.

## Example
```yaml
case:
  title: Example
  status: ready
  filings: [{id: submission, forum: uk-ghr}]
sources: [{id: report, title: A report, held: held}]
allegations:
  - id: beatings
    title: Beatings at North Prison
    statement: Prisoners were beaten.
    evidence: [report]
```

Use instead:
```yaml
case:
  title: Example
  status: ready
  filings: [{id: submission, forum: uk-ghr}]
sources: [{id: report, title: A report, held: held}]
allegations:
  - id: beatings
    title: Beatings at North Prison
    statement: Prisoners were beaten.
    evidence: [report]
reads:
  - id: read-fact
    what: beatings
    read_as: fact
    by: Oda Quillfern
    on: 2024-05-02
    rests_on: [allegations/beatings c5d36e6f5df2e27e, sources/report e54545238897ea85]
  - id: read-law
    what: beatings
    read_as: law
    by: Oda Quillfern
    on: 2024-05-02
    rests_on: [allegations/beatings c5d36e6f5df2e27e, sources/report e54545238897ea85]
  - id: read-sources
    what: beatings
    read_as: source_protection
    by: Tessaly Brooke
    on: 2024-05-03
    rests_on: [allegations/beatings c5d36e6f5df2e27e, sources/report e54545238897ea85]
  - id: read-libel
    what: beatings
    read_as: libel
    by: Tessaly Brooke
    on: 2024-05-03
    rests_on: [allegations/beatings c5d36e6f5df2e27e, sources/report e54545238897ea85]
```

## When to allow it
Where another firm reads for libel, say: write so in the decision. Better is to record its read.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.support.reads import CALLED, AskedRead, asked_reads
from probata.diagnostics import Severity, say
from probata.model.read import AllegationRead
from probata.proof.reads import read_states


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the reads asked for that nobody has made, once for each allegation."""
    if case.graph.case.status == "illustration":
        return
    made = {(state.allegation, state.read_as) for state in read_states(case.graph)}
    missing: dict[str, dict[AllegationRead, AskedRead]] = {}
    for (allegation, read_as), asked in asked_reads(case).items():
        if (allegation, read_as) not in made:
            missing.setdefault(allegation, {})[read_as] = asked
    for allegation, reads in missing.items():
        yield _finding(case, allegation, reads)


def _finding(case: CheckInput, allegation: str, reads: dict[AllegationRead, AskedRead]) -> Finding:
    called = [CALLED[read_as] for read_as in reads]
    *others, last = called
    listed = f"{', '.join(others)} and {last}" if others else last
    options = " ".join(f"--as {read_as.replace('_', '-')}" for read_as in reads)
    return case.finding(
        "allegations", allegation, f"nobody has read allegation {say.allegation(allegation)} for {listed}",
        "read it before filing, then write it down with "
        f"`probata read {case.graph.name} {allegation} {options} --by NAME`",
        notes=tuple(dict.fromkeys(note for asked in reads.values() for note in asked.notes)),
        severity=min((asked.severity for asked in reads.values()), key=lambda one: one.rank), alike=listed,
    )  # fmt: skip


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the allegations of which reads are asked; an illustration is never filed and needs none."""
    if case.graph.case.status != "illustration":
        yield from (Looked(f"allegations/{allegation}") for allegation, _ in asked_reads(case))


CHECK = Check("STR113", "read-missing", Severity.ERROR, "allegations", run, looks_at=_looks_at)
