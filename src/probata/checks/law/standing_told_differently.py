"""The record of how the State stands to a treaty gives two years.

Finds, as a note, a party whose `in_force` is of none of the years that the words of `standing` give, nor of the one
after them.

## Why it matters
Whether a treaty binds is looked up in a minute. A record with two years makes one of them stand in the document.

## Example
```yaml
case:
  title: Example
  state: Kelvandra
  standings: [{instrument: uncat, status: party, in_force: 1998-06-26, standing: acceded in 1988}]
```

Use instead:
```yaml
case:
  title: Example
  state: Kelvandra
  standings: [{instrument: uncat, status: party, in_force: 1998-06-26, standing: acceded in 1998}]
```

## When to allow it
Where `standing` tells of a reservation or a succession of another year.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.texts.dates_in_text import times_in
from probata.diagnostics import Severity, say
from probata.model.case_file import Standing
from probata.model.language import primary


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare the words of each standing with its day."""
    for position, recorded in enumerate(case.graph.case.standings):
        if years := _other_years(case, recorded):
            yield _of_record(case, position, recorded, years)


def _other_years(case: CheckInput, recorded: Standing) -> list[int]:
    """Return the years that the words of a party give, where its day is of none of them and of none right behind."""
    begun = recorded.in_force.start if recorded.in_force and recorded.status == "party" else None
    language = primary(case.graph.case.language)
    years = sorted({one.first.year for one in times_in(recorded.standing, language)})
    return years if begun and years and not {begun.year, begun.year - 1} & {*years} else []


def _of_record(case: CheckInput, position: int, recorded: Standing, years: list[int]) -> Finding:
    told_years = say.listed(years)
    day = recorded.in_force.text if recorded.in_force else ""
    return case.finding(
        "case", case.graph.name,
        f"the State is bound by {say.words(recorded.instrument)} since {say.words(day)}, and its `standing` tells of "
        f"{told_years}",
        "look the day up at the depositary, and correct the one that is wrong",
        at=("standings", position, "in_force"),
    )  # fmt: skip


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the case, where it has standings."""
    yield from (Looked(f"case/{case.graph.name}"),) if case.graph.case.standings else ()


CHECK = Check("LAW192", "standing-told-differently", Severity.INFO, "standings", run, looks_at=_looks_at)
