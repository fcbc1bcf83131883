"""An allegation that no count of a filing gathers, where others are gathered.

Finds allegations that a filing puts forward and none of its counts argues, where the filing has counts. Each is printed
as a count of its own, behind the others.

## Why it matters
What was left out by an oversight stands as a charge of its own, without the argument that the others have.

## Example
```yaml
case:
  title: Example
  persons_concerned: [mara-wolk]
  filings:
    - {id: submission, forum: uk-ghr}
people:
  - {id: mara-wolk, name: Mara Wolk}
roles:
  - {id: governor, person: mara-wolk, title: Governor of North Prison, dates: 2015/2017}
allegations:
  - id: beatings
    title: Beatings at North Prison
    statement: Prisoners were beaten in North Prison in 2016.
    roles: [{role: governor, responsibility: command}]
  - id: death
    title: Death at North Prison
    statement: A prisoner died in North Prison in 2016.
    roles: [{role: governor, responsibility: command}]
counts:
  - {id: torture, title: 'Torture at North Prison, 2016', allegations: [beatings]}
```

Use instead:
```yaml
case:
  title: Example
  persons_concerned: [mara-wolk]
  filings:
    - {id: submission, forum: uk-ghr}
people:
  - {id: mara-wolk, name: Mara Wolk}
roles:
  - {id: governor, person: mara-wolk, title: Governor of North Prison, dates: 2015/2017}
allegations:
  - id: beatings
    title: Beatings at North Prison
    statement: Prisoners were beaten in North Prison in 2016.
    roles: [{role: governor, responsibility: command}]
  - id: death
    title: Death at North Prison
    statement: A prisoner died in North Prison in 2016.
    roles: [{role: governor, responsibility: command}]
counts:
  - {id: torture, title: 'Torture at North Prison, 2016', allegations: [beatings, death]}
```

## When to allow it
Where the allegation is to be argued by itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import put_to_forums
from probata.diagnostics import Severity, say
from probata.graph.filings import counts_in


def run(case: CheckInput) -> Iterator[Finding]:
    """Find, for each filing with counts, the allegations outside of them."""
    for filing, _ in case.filings:
        counts = counts_in(case.graph, filing, case.pursued_in(filing))
        alone = [one.allegations[0] for one in counts if one.record is None]
        for allegation in alone if len(alone) < len(counts) else ():
            yield case.finding(
                "allegations", allegation.id,
                f"no count of {say.filing(filing)} gathers allegation {say.allegation(allegation)}, which is a count "
                "of its own there",
                "add it to `allegations` of the count that argues it, or keep it out of the filing by `not_in`",
                may_be_decided=True, filing=filing.id,
            )  # fmt: skip


CHECK = Check("STR119", "allegation-in-no-count", Severity.INFO, "allegations", run, looks_at=put_to_forums)
