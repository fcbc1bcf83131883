"""A source whose date is not the one that its address carries.

Compares `issued` with a date in the address, such as `…/2019/05/03/…` or `20190503`, and with the day on which an
archive took its copy. Differences of up to a week are passed over, and so is a month in an address that is earlier than
the date. A date that stands in the address as part of a name may be that of what the page is about, and is a note.

## Why it matters
The reader follows the address and sees another date than the footnote has. Whichever is wrong, the dates that the case
builds on it are open to doubt.

## Example
```yaml
case:
  title: Example
sources:
  - id: courier
    type: article-newspaper
    title: Beaten in North Prison
    issued: 2016-12-17
    url: https://courier.example/2016/08/17/north-prison
```

Use instead:
```yaml
case:
  title: Example
sources:
  - id: courier
    type: article-newspaper
    title: Beaten in North Prison
    issued: 2016-08-17
    url: https://courier.example/2016/08/17/north-prison
```

## When to allow it
Where the page was published again or rewritten later, and the record has the date of the version that was read.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.support.address import DatedAddress, captured_on, date_in_address
from probata.diagnostics import Severity, say
from probata.model.dates import When
from probata.model.source_record import Source

_NEAR = timedelta(days=7)


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare the dates of the sources with those in their addresses."""
    for source in case.graph.sources:
        told: set[str] = set()
        for name in ("url", "url_as_printed", "archive_url"):
            address = getattr(source, name)
            if source.issued and address:
                found = _differs(source, source.issued, name, address)
                if found and found[0] not in told:
                    told.add(found[0])
                    yield _finding(case, source, name, *found)


def _differs(source: Source, issued: When, name: str, address: str) -> tuple[str, Severity] | None:
    """Return what to say of an address and how much it weighs; `None` where it agrees or carries no date."""
    captured = captured_on(address)
    if captured and captured + _NEAR < issued.first:
        return f"an archive took its copy on {say.date(captured)}, before that", Severity.WARNING
    dated = date_in_address(address)
    if dated is None or not _is_off(issued, dated) or (source.event_date and not _is_off(source.event_date, dated)):
        return None
    weight = Severity.WARNING if dated.is_folder else Severity.INFO
    return f"its address carries the date {dated.text}", weight


def _is_off(issued: When, dated: DatedAddress) -> bool:
    too_early = issued.last + _NEAR < dated.first
    too_late = dated.last + _NEAR < issued.first
    # A month alone is often that of the upload, or of the folder of an event: only a page older than it is odd.
    return too_early if not dated.is_day else too_early or too_late


def _finding(case: CheckInput, source: Source, name: str, what: str, severity: Severity) -> Finding:
    issued = source.issued.text if source.issued else ""
    return case.finding(
        "sources", source.id, f"source {say.source(source)} is dated {say.date(issued)}, and {what}",
        "open the page, correct the date or the address, and say in `note` which of them the page shows",
        at=(name,), severity=severity,
    )  # fmt: skip


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the sources with an address and a date."""
    for source in case.graph.sources:
        if source.issued and (source.url or source.archive_url or source.url_as_printed):
            yield Looked(f"sources/{source.id}")


CHECK = Check("EVI113", "date-against-address", Severity.WARNING, "sources", run, looks_at=_looks_at)
