"""An allegation that two counts of one filing gather.

Finds filings in which more than one count argues the same allegation.

## Why it matters
The same facts are told and argued twice, and a reader asks whether one wrong is charged as two.

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
counts:
  - {id: torture, title: 'Torture at North Prison, 2016', allegations: [beatings]}
  - {id: ill-treatment, title: 'Ill-treatment at North Prison, 2016', allegations: [beatings]}
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
counts:
  - {id: torture, title: 'Torture at North Prison, 2016', allegations: [beatings]}
```

## When to allow it
Where the same acts are charged as two wrongs, each with an argument of its own.
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
    """Find, for each filing, the allegations that several of its counts gather."""
    for filing, _ in case.filings:
        put_forward = case.pursued_in(filing)
        counts = [one.record for one in counts_in(case.graph, filing, put_forward) if one.record]
        for allegation in put_forward:
            gather = [count.id for count in counts if allegation.id in count.allegations]
            if len(gather) > 1:
                yield case.finding(
                    "allegations", allegation.id,
                    f"{say.filing(filing)} argues allegation {say.allegation(allegation)} in {len(gather)} counts: "
                    f"{say.counts(gather)}",
                    "leave it in one of them, or name under `counts` of the filing those that it argues",
                    may_be_decided=True, filing=filing.id,
                )  # fmt: skip


CHECK = Check("STR118", "allegation-in-two-counts", Severity.WARNING, "allegations", run, looks_at=put_to_forums)
