"""A source that was read before it appeared.

Compares `accessed` of each source with `issued`, where both are surely apart.

## Why it matters
It shows that one of the two dates is wrong, and that the page read may not be the one that is cited.

## Example
```yaml
case:
  title: Example
sources:
  - id: report
    title: Report on North Prison
    url: https://example.org/report
    issued: 2017-05-04
    accessed: 2016-05-09
```

Use instead:
```yaml
case:
  title: Example
sources:
  - id: report
    title: Report on North Prison
    url: https://example.org/report
    issued: 2017-05-04
    accessed: 2017-05-09
```

## When to allow it
Where a text was read before it was published, such as a proof or an embargoed report: say so in `note`.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.tenures.sure_days import is_surely_before
from probata.diagnostics import Severity, say


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the sources whose day of reading lies before their date."""
    for source in case.graph.sources:
        if source.accessed and source.issued and is_surely_before(source.accessed, source.issued):
            yield case.finding(
                "sources", source.id,
                f"source {say.source(source)} was read on {say.date(source.accessed)}, and is dated "
                f"{say.date(source.issued)}",
                "open it again, correct the date that is wrong, and see that it is the version that is cited",
                at=("accessed",),
            )  # fmt: skip


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the sources with a date and a day of reading."""
    for source in case.graph.sources:
        if source.accessed and source.issued:
            yield Looked(f"sources/{source.id}")


CHECK = Check("TIM122", "accessed-before-issued", Severity.WARNING, "sources", run, looks_at=_looks_at)
