"""Words that are dated after the work in which they stand.

Compares the date of each quotation with that of the source or authority in `quoted_in`, where both are surely apart. A
web page may be brought up to date after the day that it bears, and is a note.

## Why it matters
Nobody prints today what is said tomorrow. One of the two dates is wrong, or the words stand elsewhere.

## Example
```yaml
case:
  title: Example
sources:
  - {id: interview, title: Interview with a guard, type: interview, issued: 2017-05-04, held: held}
quotations:
  - id: until-they-write
    speaker: {described: a guard}
    text: Go on until they write.
    date: 2018-05-04
    quoted_in: interview, para 3
```

Use instead:
```yaml
case:
  title: Example
sources:
  - {id: interview, title: Interview with a guard, type: interview, issued: 2017-05-04, held: held}
quotations:
  - id: until-they-write
    speaker: {described: a guard}
    text: Go on until they write.
    date: 2017-05-04
    quoted_in: interview, para 3
```

## When to allow it
Where a later edition of the work was read: better record that edition with its own date.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.tenures.sure_days import is_surely_before
from probata.diagnostics import Severity, say
from probata.model.authority import Authority
from probata.model.dates import When
from probata.model.source_record import Source


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the quotations that are newer than the work that prints them."""
    for quotation in case.graph.quotations:
        key = quotation.quoted_in.source if quotation.quoted_in else ""
        issued, may_change = _dated(case, key)
        if quotation.date and issued and is_surely_before(issued, quotation.date):
            yield case.finding(
                "quotations", quotation.id,
                f"quotation {say.quotation(quotation)} is dated {say.date(quotation.date)}, and stands in "
                f"{say.cited(key)} of {say.date(issued)}",
                "read both dates again in the source and correct the one that is wrong", at=("date",),
                severity=Severity.INFO if may_change else None,
            )  # fmt: skip


def _dated(case: CheckInput, key: str) -> tuple[When | None, bool]:
    """Return the date of a work, and whether it may have changed since."""
    if source := case.graph.find("sources", Source, key):
        return source.issued, source.type == "webpage"
    authority = case.graph.find("authorities", Authority, key)
    return (authority.date if authority else None), False


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the dated quotations in a source; of one in a source without a date it cannot be told."""
    for quotation in case.graph.quotations:
        if quotation.date and quotation.quoted_in:
            issued, _ = _dated(case, quotation.quoted_in.source)
            yield Looked(f"quotations/{quotation.id}", "" if issued else "its source is not dated")


CHECK = Check("TIM123", "quotation-newer-than-source", Severity.WARNING, "quotations", run, looks_at=_looks_at)
