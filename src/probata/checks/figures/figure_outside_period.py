"""Figures that are cited for an allegation, and all lie outside its period.

Looks at the evidence of each allegation with a period. A source from which rows of tables are taken counts as far as
these rows say what time they cover: where every one of them lies before or after the period, the item is found. Where
rows name no source, that of their column or table counts for an item that cites the same pages or paragraphs, or some
of them. What speaks against is left alone.

## Why it matters
A number of 2018 proves nothing of what was done until April 2017. Whoever cites it says that there is no better one.

## Example
```yaml
case: {title: Example}
sources: [{id: report, title: A report}]
datasets:
  - id: returns
    title: Returns
    file: data/returns.csv
    columns:
      - {key: year, heading: Year, type: date, key_column: true}
      - {key: returns, heading: Returns}
      - {key: source, heading: Source, type: source}
allegations:
  - id: a
    title: Returns
    statement: Persons were returned by force.
    period: 2015-08/2017-04
    evidence: [{source: report, supports: 1335 returns}]
```
```csv data/returns.csv
year,returns,source
2018,1335,report
```

Use instead:
```yaml
case: {title: Example}
sources: [{id: report, title: A report}]
datasets:
  - id: returns
    title: Returns
    file: data/returns.csv
    columns:
      - {key: year, heading: Year, type: date, key_column: true}
      - {key: returns, heading: Returns}
      - {key: source, heading: Source, type: source}
allegations:
  - id: a
    title: Returns
    statement: Persons were returned by force.
    period: 2015-08/2018-04
    evidence: [{source: report, supports: 1335 returns}]
```
```csv data/returns.csv
year,returns,source
2018,1335,report
```

## When to allow it
Where the source is cited for something else than its numbers, or the particulars say why the later time shows the
earlier.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.tables.times_of_sources import Taken, times_by_source
from probata.diagnostics import Severity, say
from probata.model.allegation import Allegation
from probata.model.dates import Answer, When


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the items of evidence whose figures all lie outside the time of the allegation."""
    taken = times_by_source(case)
    for allegation in case.pursued:
        if allegation.period is not None:
            yield from _evidence(case, allegation, allegation.period, taken)


def _evidence(case: CheckInput, allegation: Allegation, period: When, taken: dict[str, Taken]) -> Iterator[Finding]:
    for place, item in enumerate(allegation.evidence):
        times = taken[item.source].times_for(item) if item.source in taken else ()
        apart = "" if item.against else _apart(times, period)
        if apart:
            yield case.finding(
                "allegations", allegation.id,
                f"the figures from {say.source(item.source)} are of {apart}, and allegation "
                f"{say.allegation(allegation)} is of {say.date(period)}",
                "cite figures of the period; where these show what was done in it, say in the particulars why and "
                "decide the finding",
                at=("evidence", place),
            )  # fmt: skip


def _apart(times: Sequence[When | None], period: When) -> str:
    """Return the times where none can touch the period; nothing where one can, or none is known."""
    known = [when for when in times if when is not None]
    if not known or len(known) < len(times) or any(when.overlaps(period) is not Answer.NO for when in known):
        return ""
    return " and ".join(say.words(text) for text in list(dict.fromkeys(when.text for when in known))[:2])


CHECK = Check(
    "FIG122", "figure-outside-period", Severity.WARNING, "allegations", run,
    rests_on={"allegations": ("evidence", "period")},
)  # fmt: skip
