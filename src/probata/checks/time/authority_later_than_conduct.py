"""An authority is cited for a risk or a knowledge, and is later than all the conduct.

Looks at evidence that is a judgment, decision or other authority of the case and goes to an element that must have been
there when the conduct was: that somebody knew or should have known, or that a danger was to be expected. Found is an
authority whose date surely lies after the whole period of the allegation, or after all its events where it has none. An
open period goes on, so that nothing is later.

## Why it matters
Nobody could read it then. It may tell what was so at the time; that somebody knew of it, it cannot show.

## Example
```yaml
case: {title: Example}
authorities:
  - {id: ruling, kind: judgment, name: Petition of Tarn, citation: "*Petition of Tarn*, 7 March 2023", date: 2023-03-07}
allegations:
  - id: a
    title: Transfers
    statement: Prisoners were transferred to North Prison.
    period: 2021-03/2022-09
    evidence: [{source: ruling, supports: risk of beatings there, elements: [danger-after-return]}]
```

Use instead:
```yaml
case: {title: Example}
authorities:
  - {id: ruling, kind: judgment, name: Petition of Tarn, citation: "*Petition of Tarn*, 7 March 2021", date: 2021-03-07}
allegations:
  - id: a
    title: Transfers
    statement: Prisoners were transferred to North Prison.
    period: 2021-03/2022-09
    evidence: [{source: ruling, supports: risk of beatings there, elements: [danger-after-return]}]
```

## When to allow it
Where the authority itself finds what was so, or known, at the time of the conduct. Say at which paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import with_evidence
from probata.checks.tenures.sure_days import is_surely_before
from probata.checks.titled import marked
from probata.diagnostics import Severity, say
from probata.model.allegation import Allegation, Evidence
from probata.model.authority import Authority
from probata.model.dates import When
from probata.model.event import Event


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare each authority that is evidence of a risk or a knowledge with the time of the conduct."""
    for allegation in case.pursued:
        times = _times(case, allegation)
        for position, item in enumerate(allegation.evidence):
            authority = case.graph.find("authorities", Authority, item.source)
            elements = _at_the_time(case, item)
            date = authority.date if authority and elements and not item.against else None
            if date and times and all(is_surely_before(time, date) for time in times):
                yield case.finding(
                    "allegations", allegation.id,
                    f"{say.authority(item.source)} of {say.date(date)} is cited for {elements}; all conduct in "
                    f"allegation {say.allegation(allegation)} is earlier: {say.date(times[-1])}",
                    "add what could be known at the time and take the elements out of this item; where it tells of "
                    "that time, give the paragraph and decide the finding",
                    at=("evidence", position, "source"), alike=f"{item.source} {elements}",
                )  # fmt: skip


def _times(case: CheckInput, allegation: Allegation) -> tuple[When, ...]:
    if allegation.period:
        return (allegation.period,)
    events = (case.graph.find("events", Event, event) for event in allegation.events)
    charged = [event for event in events if event and not event.context_only]
    return tuple(event.dates for event in charged if event.dates) if all(event.dates for event in charged) else ()


def _at_the_time(case: CheckInput, item: Evidence) -> str:
    known = (case.catalogue.elements.get(one) for one in item.elements)
    return ", ".join(marked(element.label) for element in known if element and element.at_the_time)


CHECK = Check(
    "TIM151", "authority-later-than-conduct", Severity.INFO, "allegations", run, looks_at=with_evidence,
    rests_on={"allegations": ("events", "evidence", "period")},
)  # fmt: skip
