"""Two records of one source.

Compares the addresses of the sources, without what does not change the page, and title and date together. Sources of
one title and date that differ in number, issue, volume, section, author or pages are told apart.

## Why it matters
One work under two names is counted twice: in the list of sources, and where the reader counts how many bear a point
out. The other side will count again.

## Example
```yaml
case:
  title: Example
sources:
  - {id: bulletin, title: Prison service bulletin, url: "https://www.example.org/bulletin/"}
  - {id: prison-bulletin, title: Bulletin of the prison service, url: "http://example.org/bulletin"}
```

Use instead:
```yaml
case:
  title: Example
sources:
  - {id: bulletin, title: Prison service bulletin, url: "https://www.example.org/bulletin/"}
  - {id: bulletin-5, title: Prison service bulletin 5, url: "http://example.org/bulletin-5"}
```

## When to allow it
Where one address holds several works, such as a list of press conferences that is cited for two of them.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.texts.address import comparable
from probata.diagnostics import Severity
from probata.model.source_record import Source


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the sources that an earlier record holds already."""
    of_address: dict[str, Source] = {}
    of_title: dict[Hashable, Source] = {}
    for source in case.graph.sources:
        address = comparable(source.url or source.url_as_printed or "")
        title = _title(source)
        same = of_address.get(address) if address else None
        alike = of_title.get(title) if title else None
        if same and not _are_parts(same, source):
            yield _finding(case, source, same, "url" if source.url else "url_as_printed", "have the same address")
        elif alike and not _are_parts(alike, source):
            yield _finding(case, source, alike, "title", "have the same title and date")
        if address:
            of_address.setdefault(address, source)
        if title:
            of_title.setdefault(title, source)


def _title(source: Source) -> Hashable:
    """Return title and date with what tells apart works of one series; `None` where one of the two is missing."""
    if not source.title or not source.issued or source.issued.start is None or source.issued.start.precision < 3:
        return None
    title = " ".join(source.title.casefold().split())
    return title, source.issued.text, source.number, source.issue, source.volume, source.section, source.author


def _are_parts(one: Source, other: Source) -> bool:
    """Tell whether two records are of different parts of one publication, such as two acts in one gazette."""
    fields = ("page", "section", "number")
    return any((a := getattr(one, f)) and (b := getattr(other, f)) and a != b for f in fields)


def _finding(case: CheckInput, source: Source, earlier: Source, name: str, what: str) -> Finding:
    return case.finding(
        "sources", source.id, f"sources `{earlier.id}` and `{source.id}` {what}",
        "keep one record and cite it in both places, or say in their titles what tells them apart", at=(name,),
        notes=(f"the first is at {case.graph.span('sources', earlier.id)}",),
    )  # fmt: skip


CHECK = Check("EVI114", "source-recorded-twice", Severity.WARNING, "sources", run)
