"""A decision or a read of the team that is dated after today.

Compares the day of each decision and each read with the day on which the case is looked at. Nothing that is written
down was done tomorrow. It is a note, since the clock of a machine may be wrong.

## Why it matters
Whoever goes through the file later sees a signature with a date on which nobody can have signed. One such date, and
every other signature of the file is doubted.

## Example
```yaml
case: {title: Example}
sources: [{id: report, title: A report, held: held}]
reads: [{id: read-report, what: report, by: Oda Quillfern, on: 9024-05-02}]
```

Use instead:
```yaml
case: {title: Example}
sources: [{id: report, title: A report, held: held}]
reads: [{id: read-report, what: report, by: Oda Quillfern, on: 2024-05-02}]
```

## When to allow it
Where the clock of this machine is wrong. Better is to set it right.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked, records_of
from probata.diagnostics import Severity, say
from probata.graph.dated import is_yet_to_come
from probata.model.dates import When


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the decisions and reads of a time to come; nothing where the day of today is not known."""
    for kind, record, field, when in _signed(case):
        if case.today and is_yet_to_come(when, case.today):
            yield case.finding(
                kind, record, f"{kind[:-1]} {say.of(kind, record)} is dated {say.date(when)}, which is yet to come",
                "write the day on which it was done", at=(field,),
            )  # fmt: skip


def _signed(case: CheckInput) -> Iterator[tuple[str, str, str, When]]:
    """Give what somebody of the team answers for with a date: kind, id, field of the date, and the date."""
    yield from (("decisions", one.id, "date", one.date) for one in case.graph.decisions)
    yield from (("reads", one.id, "on", one.on) for one in case.graph.reads)


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the decisions and reads; on a day that is not known none can be told."""
    why = "" if case.today else "the day of today is not known"
    yield from (Looked(looked.record, why) for looked in records_of("decisions", "reads")(case))


CHECK = Check("TIM141", "date-yet-to-come", Severity.INFO, "decisions and reads", run, looks_at=_looks_at)
