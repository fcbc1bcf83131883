"""A page was read more than twelve months before the day of the case, and no archived copy is recorded.

Compares `accessed` of each source that has an address with `as_of` of the case. Sources with an `archive_url` or a
digital object identifier are left alone, and so are those of which a copy is on file (`held: on_file`). A date that is
only about so decides nothing.

## Why it matters
Pages move and are rewritten. The reader who finds another text under the address, or none, takes it that there never
was one.

## Example
```yaml
case: {title: Example, as_of: 2026-10-30}
sources:
  - id: bulletin
    title: Prison service bulletin
    url: https://prisons.example/bulletin/4
    accessed: 2024-05-02
    held: held
```

Use instead:
```yaml
case: {title: Example, as_of: 2026-10-30}
sources:
  - id: bulletin
    title: Prison service bulletin
    url: https://prisons.example/bulletin/4
    archive_url: https://web.archive.org/web/20240502101500/https://prisons.example/bulletin/4
    accessed: 2024-05-02
    held: held
```

## When to allow it
Where the page is gone, and the document says when it was read.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.tenures.sure_days import is_approximate
from probata.diagnostics import Severity, say
from probata.model.dates import When
from probata.model.source_record import Source


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the pages whose reading is old on the day of the case."""
    as_of = case.graph.case.as_of
    for source in _read(case):
        if source.accessed and as_of and not _is_kept(source) and _is_long_before(source.accessed, as_of):
            yield case.finding(
                "sources", source.id,
                f"source {say.source(source)} was read on {say.date(source.accessed)}, more than 12 months before the "
                f"day of the case, {say.date(as_of)}, and no archived copy is recorded",
                "open the page again and correct `accessed`, or add the copy of an archive as `archive_url`",
                at=("accessed",), alike=as_of.text,
            )  # fmt: skip


def _read(case: CheckInput) -> Iterator[Source]:
    """Give the sources with an address and a day on which they were read there."""
    yield from (source for source in case.graph.sources if source.url and source.accessed)


def _is_kept(source: Source) -> bool:
    """Tell whether the work can be found, whatever becomes of its address."""
    return bool(source.archive_url or source.doi) or source.held == "on_file"


def _is_long_before(read: When, as_of: When) -> bool:
    """Tell whether more than twelve months surely lie between."""
    if is_approximate(read) or is_approximate(as_of) or read.end is None or as_of.start is None:
        return False
    last, day = read.last, as_of.first
    return (last.year + 1, last.month, last.day) < (day.year, day.month, day.day)


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the sources with an address and a day of reading; without a day of the case nothing can be told."""
    for source in _read(case):
        can_tell = case.graph.case.as_of or _is_kept(source)
        yield Looked(f"sources/{source.id}", "" if can_tell else "the case has no `as_of`")


CHECK = Check("EVI143", "source-read-long-ago", Severity.INFO, "sources", run, looks_at=_looks_at)
